//! What people look for. A look's fields stand in an input line by line.

use shop::Moment;
use shop::catalog::{Look, Sort};
use shop::orders::owner::{OrderSearch, Whose};

const NAME_CHARS_MAX: usize = 100;
const WORDS_CHARS_MAX: usize = 254;
/// 9999-12-31, the last day of MySQL's calendar.
const END_OF_TIME: Moment = Moment::from_ms(253_402_214_400_000);

/// What is asked of the catalogue is bounded, and an order without words is none of likeness.
pub fn catalogue(text: &str) {
    let mut line = super::lines(text);
    let look = Look {
        words: line(),
        category: line(),
        min: line(),
        max: line(),
        in_stock: line(),
        sort: line(),
        page: line().parse().unwrap_or(1),
    };
    match look.read() {
        Ok(asked) => {
            assert!(asked.words.chars().count() <= NAME_CHARS_MAX);
            assert!(asked.category.is_none_or(|slug| !slug.is_empty()));
            assert!(asked.prices.0 <= asked.prices.1 && asked.page >= 1);
            assert!(asked.sort != Sort::Match || !asked.words.is_empty());
        }
        Err(refusal) => assert_eq!(refusal.status(), 422),
    }
}

/// An owner's search is of days that MySQL knows, and its words are no pattern.
pub fn orders(text: &str) {
    let mut line = super::lines(text);
    let search = OrderSearch { state: line(), words: line(), from: line(), to: line() };
    match search.parse() {
        Ok(filter) => {
            for at in [filter.from, filter.until] {
                assert!((Moment::default()..=END_OF_TIME).contains(&at));
            }
            if let Whose::Like(pattern) = filter.whose {
                let words: String = search.words.trim().chars().take(WORDS_CHARS_MAX).collect();
                assert_eq!(without_wild_cards(&pattern), Some(words));
            }
        }
        Err(refusal) => assert!([400, 422].contains(&refusal.status()), "{refusal:?}"),
    }
}

/// The beginning that a pattern of `LIKE` is for; `None` if it is a pattern of anything else.
fn without_wild_cards(pattern: &str) -> Option<String> {
    let mut words = String::new();
    let mut letters = pattern.strip_suffix('%')?.chars();
    while let Some(letter) = letters.next() {
        words.push(match letter {
            '\\' => letters.next()?,
            '%' | '_' => return None,
            other => other,
        });
    }
    Some(words)
}
