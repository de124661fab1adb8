//! The view of a shop, held against a slow look at every product.

use super::{Good, Query, Text, View};
use crate::catalog::{Category, CategoryId, ProductCard, ProductId, Sort, Stock, SuggestedPlace};
use crate::{Bilingual, Moment, Won};
use proptest::prelude::*;

const NAMES: [(&str, &str); 6] = [
    ("쌀누룩 윤광 세럼", "Rice Glow Serum"),
    ("백차 수분 토너", "White Tea Toner"),
    ("딥 클렌징 오일", "Deep Cleansing Oil"),
    ("100% 비타민 세럼", "100% Vitamin Serum"),
    ("손빚은 찻잔", "Hand-thrown Tea Cup"),
    ("약쑥 진정 크림", "Mugwort Calming Cream"),
];

fn both((ko, en): (&str, &str)) -> Bilingual {
    Bilingual { ko: ko.into(), en: en.into() }
}

fn menu() -> Vec<Category> {
    let category = |id, slug: &str, name| Category { id: CategoryId(id), slug: slug.into(), name };
    vec![
        category(7, "skin-care", both(("스킨케어", "Skin care"))),
        category(3, "tableware", both(("그릇과 잔", "Tableware"))),
    ]
}

/// A product that is made of its number and its name's.
fn good(id: u64, name: usize, change: impl FnOnce(&mut Good)) -> Good {
    let maker =
        both(if id.is_multiple_of(2) { ("설온", "Seolon") } else { ("숲자락", "Supjarak") });
    let category = [Some(CategoryId(7)), Some(CategoryId(3)), None][id as usize % 3];
    let name = both(NAMES[name]);
    let of_category = menu().into_iter().find(|known| Some(known.id) == category);
    let mut rest = vec![&maker];
    rest.extend(of_category.as_ref().map(|category| &category.name));
    let mut good = Good {
        text: Text::new(&name, &rest),
        category,
        in_stock: !id.is_multiple_of(4),
        sold: (id * 7 % 5) as u32,
        created_at: Moment::from_ms(id as i64 % 3),
        is_shown: true,
        card: ProductCard {
            id: ProductId(id),
            name,
            maker,
            price: Won((id * 13 % 10 * 1_000) as u32),
            stock: Stock::of(if id.is_multiple_of(4) { 0 } else { 10 }),
            picture: String::new(),
        },
    };
    change(&mut good);
    good
}

fn view(names: &[usize]) -> View {
    let goods = names.iter().zip(1..).map(|(name, id)| good(id, *name, |_| {}));
    View::of(menu(), goods.collect(), 1).unwrap()
}

fn everything() -> Query {
    Query { prices: (0, u32::MAX), ..Query::default() }
}

fn words(text: &str) -> Query {
    Query { words: Query::words(text), sort: Sort::Match, ..everything() }
}

fn names(view: &View, query: &Query) -> Vec<String> {
    let found = view.find(query).unwrap();
    found.slots.iter().map(|slot| view.card(*slot).name.ko.clone()).collect()
}

#[test]
fn words_find_what_has_them_and_nothing_else() {
    let view = view(&[0, 1, 2, 3, 4, 5]);
    for (text, expected) in [
        ("세럼", vec!["100% 비타민 세럼", "쌀누룩 윤광 세럼"]),
        ("세러", vec!["100% 비타민 세럼", "쌀누룩 윤광 세럼"]),
        ("tea", vec!["백차 수분 토너", "손빚은 찻잔"]),
        ("TEA cup", vec!["손빚은 찻잔"]),
        ("클랜징", vec!["딥 클렌징 오일"]),
        ("vitmain", vec!["100% 비타민 세럼"]),
        ("%", vec!["100% 비타민 세럼"]),
        ("_", vec![]),
        ("' or 1=1 --", vec![]),
        (".*", vec![]),
        ("쿼카인형", vec![]),
        ("세럼 쿼카인형", vec![]),
    ] {
        let mut found = names(&view, &words(text));
        found.sort();
        let mut expected = expected;
        expected.sort_unstable();
        assert_eq!(found, expected, "{text}");
    }
    assert!(view.find(&words("클랜징")).unwrap().is_close);
    assert!(!view.find(&words("클렌징")).unwrap().is_close);
}

#[test]
fn a_maker_and_a_category_are_found_after_names() {
    let view = view(&[0, 1, 2]);
    assert_eq!(names(&view, &words("supjarak")).len(), 2);
    assert_eq!(names(&view, &words("스킨케어")), ["딥 클렌징 오일"]);
    let mut named_so = good(9, 5, |_| {});
    named_so.text = Text::new(&both(("설온의 크림", "Cream")), &[]);
    named_so.created_at = Moment::from_ms(-1);
    let view = view.with(vec![named_so], 2).unwrap();
    assert_eq!(names(&view, &words("설온"))[0], "약쑥 진정 크림", "although it is the oldest");
}

#[test]
fn what_changes_is_found_by_its_new_name_only_and_what_is_withdrawn_not_at_all() {
    let first = view(&[0, 1, 2]);
    let second = first.with(vec![good(1, 5, |_| {}), good(4, 3, |_| {})], 2).unwrap();
    assert_eq!(names(&second, &words("윤광")), [] as [&str; 0]);
    assert_eq!(names(&second, &words("진정")), ["약쑥 진정 크림"]);
    assert_eq!(names(&second, &words("비타민")), ["100% 비타민 세럼"]);
    assert_eq!(names(&first, &words("윤광")).len(), 1, "an older view stays as it was");
    let third = second.with(vec![good(1, 5, |good| good.is_shown = false)], 3).unwrap();
    assert!(names(&third, &words("진정")).is_empty());
    assert_eq!(third.find(&everything()).unwrap().slots.len(), 3);
    assert!(third.suggest(&Query::words("진정"), 8).unwrap().is_empty());
}

#[test]
fn suggestions_are_categories_then_makers_then_products() {
    let view = view(&[0, 0, 3, 1]);
    let suggested = view.suggest(&Query::words("세러"), 8).unwrap();
    let names: Vec<&str> = suggested.iter().map(|s| s.name.ko.as_str()).collect();
    assert_eq!(names, ["쌀누룩 윤광 세럼", "100% 비타민 세럼"], "each name once");
    let suggested = view.suggest(&Query::words("s"), 8).unwrap();
    assert_eq!(suggested[0].to, SuggestedPlace::Category("skin-care".into()));
    assert_eq!(suggested[1].to, SuggestedPlace::Maker);
    let close = view.suggest(&Query::words("새럼"), 1).unwrap();
    assert!(matches!(close[0].to, SuggestedPlace::Product(_)) && close.len() == 1);
}

#[derive(Clone, Debug)]
struct Slow {
    query: Query,
    text: &'static str,
}

fn slow_query() -> impl Strategy<Value = Slow> {
    let text = prop::sample::select(vec!["", "세럼", "tea", "오일", "1", "serum"]);
    let category = prop::sample::select(vec![None, Some(CategoryId(7)), Some(CategoryId(3))]);
    let sort = prop::sample::select(Sort::ALL.to_vec());
    (text, category, 0_u32..10_000, 0_u32..10_000, any::<bool>(), sort).prop_map(
        |(text, category, a, b, in_stock, sort)| {
            let prices = (a.min(b), a.max(b));
            let query = Query { words: Query::words(text), category, prices, in_stock, sort };
            Slow { query, text }
        },
    )
}

/// The same by looking at every product.
fn slowly<'a>(goods: &'a [Good], Slow { query, text }: &Slow) -> Vec<&'a Good> {
    let has_words = |good: &&Good| {
        let Bilingual { ko, en } = &good.card.name;
        ko.contains(text) || en.to_lowercase().contains(text)
    };
    let mut found: Vec<&Good> = goods
        .iter()
        .filter(has_words)
        .filter(|good| query.category.is_none_or(|id| good.category == Some(id)))
        .filter(|good| (query.prices.0..=query.prices.1).contains(&good.card.price.0))
        .filter(|good| good.in_stock || !query.in_stock)
        .collect();
    let by = |good: &Good| match query.sort {
        Sort::Match | Sort::Newest => 0,
        Sort::PriceLow => i64::from(good.card.price.0),
        Sort::PriceHigh => -i64::from(good.card.price.0),
        Sort::Popular => -i64::from(good.sold),
    };
    found.sort_by_key(|good| (by(good), std::cmp::Reverse((good.created_at, good.card.id))));
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_view_finds_what_a_slow_look_finds(
        before in prop::collection::vec(0..NAMES.len(), 0..30),
        changes in prop::collection::vec((1_u64..40, 0..NAMES.len(), any::<bool>()), 0..20),
        asked in slow_query(),
    ) {
        let mut goods: Vec<Good> = before.iter().zip(1..).map(|(n, id)| good(id, *n, |_| {})).collect();
        let mut seen = View::of(menu(), goods.clone(), 1).unwrap();
        for (generation, (id, name, is_shown)) in (2..).zip(changes) {
            let changed = good(id, name, |good| {
                good.is_shown = is_shown;
                good.card.price = Won(name as u32 * 1_500);
            });
            seen = seen.with(vec![changed.clone()], generation).unwrap();
            goods.retain(|good| good.card.id != changed.card.id);
            goods.push(changed);
        }
        goods.retain(|good| good.is_shown);
        let slow: Vec<ProductId> = slowly(&goods, &asked).iter().map(|g| g.card.id).collect();
        let found = seen.find(&asked.query).unwrap();
        let quick: Vec<ProductId> = found.slots.iter().map(|slot| seen.card(*slot).id).collect();
        prop_assert_eq!(quick, slow);
        // What the other choices are said to find is what they find.
        for (category, count) in menu().iter().zip(&found.in_category) {
            let query = Query { category: Some(category.id), ..asked.query.clone() };
            let there = slowly(&goods, &Slow { query, text: asked.text }).len();
            prop_assert_eq!(*count, there as u64);
        }
        let query = Query { category: None, ..asked.query.clone() };
        let all = slowly(&goods, &Slow { query, text: asked.text }).len();
        prop_assert_eq!(found.in_all_categories, all as u64);
        let query = Query { in_stock: true, ..asked.query.clone() };
        let in_stock = slowly(&goods, &Slow { query, text: asked.text }).len();
        prop_assert_eq!(found.in_stock, in_stock as u64);
    }
}
