use super::*;
use crate::Bilingual;
use crate::cart::COUNT_MAX;
use crate::catalog::ProductId;
use proptest::prelude::*;

fn line(price: u32, count: u16, is_chosen: bool, problems: Vec<LineProblem>) -> Line {
    let text = || Bilingual { ko: "찻잔".into(), en: "Cup".into() };
    let card = ProductCard {
        id: ProductId(1),
        name: text(),
        maker: text(),
        price: Won(price),
        stock: Stock::InStock,
        picture: String::new(),
    };
    Line { card, count, is_chosen, problems }
}

#[test]
fn only_what_is_chosen_and_can_be_ordered_is_counted() {
    let changed = LineProblem::PriceChanged { was: Won(1), now: Won(10_000) };
    let cart = Cart::of(vec![
        line(10_000, 2, true, vec![changed]),
        line(50_000, 1, false, vec![]),
        line(50_000, 1, true, vec![LineProblem::SoldOut]),
        line(50_000, 1, true, vec![LineProblem::Gone]),
        line(50_000, 9, true, vec![LineProblem::FewLeft { pieces: 8 }]),
    ]);
    assert_eq!((cart.goods, cart.delivery, cart.total()), (Won(20_000), Won(3_000), Won(23_000)));
    assert_eq!(cart.until_free_delivery(), Some(Won(10_000)));
    assert_eq!((cart.pieces(), cart.ordered_lines(), cart.is_held_up()), (14, 1, true));
}

#[test]
fn an_empty_choice_costs_nothing() {
    for cart in [Cart::of(vec![]), Cart::of(vec![line(9_000, 1, false, vec![])])] {
        assert_eq!((cart.total(), cart.until_free_delivery()), (Won(0), None));
    }
}

fn problems() -> impl Strategy<Value = Vec<LineProblem>> {
    let few = LineProblem::FewLeft { pieces: 1 };
    let price = LineProblem::PriceChanged { was: Won(1), now: Won(2) };
    prop_oneof![
        Just(vec![]),
        Just(vec![price]),
        Just(vec![price, few]),
        Just(vec![LineProblem::SoldOut]),
        Just(vec![LineProblem::Gone]),
    ]
}

proptest! {
    #[test]
    fn totals_add_up_whatever_is_in_the_cart(
        lines in prop::collection::vec(
            (any::<u32>(), 1..=COUNT_MAX, any::<bool>(), problems()), 0..100,
        ),
    ) {
        let exact: u64 = lines
            .iter()
            .filter(|(_, _, chosen, told)| *chosen && !told.iter().any(|p| p.is_in_the_way()))
            .map(|(price, count, _, _)| {
                (u64::from(*price) * u64::from(*count)).min(u64::from(u32::MAX))
            })
            .sum();
        let lines = lines.into_iter().map(|(p, n, chosen, told)| line(p, n, chosen, told));
        let cart = Cart::of(lines.collect());
        prop_assert_eq!(u64::from(cart.goods.0), exact.min(u64::from(u32::MAX)));
        prop_assert_eq!(cart.delivery, delivery_fee(cart.goods));
        prop_assert!(cart.total() >= cart.goods);
        if let Some(more) = cart.until_free_delivery() {
            prop_assert_eq!(delivery_fee(Won(cart.goods.0 + more.0)), Won(0));
            prop_assert!(more > Won(0));
        }
    }
}
