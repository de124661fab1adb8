//! What is asked of the catalogue, read.

use super::{Look, Sort};
use crate::refusal::Problems;
use crate::typed::optional_number;
use crate::{Field, Problem, Refusal};

/// Longer than any name: what is over it cannot match.
const WORDS_CHARS_MAX: usize = 100;
/// The highest price that a product can have, in won.
const PRICE_WON_MAX: u32 = u32::MAX;

/// A [`Look`], read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The words, no more of them than a name can hold.
    pub words: String,
    /// A category's slug.
    pub category: Option<String>,
    /// The prices between which, in won, both included.
    pub prices: (u32, u32),
    /// Only what can be had now.
    pub in_stock: bool,
    /// The order.
    pub sort: Sort,
    /// From 1.
    pub page: u32,
}

impl Look {
    /// Reads it.
    ///
    /// # Errors
    /// [`Refusal::Form`] where a price is no number, or the lowest is above the highest.
    pub fn read(&self) -> Result<Asked, Refusal> {
        let words: String = self.words.trim().chars().take(WORDS_CHARS_MAX).collect();
        let category = self.category.trim();
        Ok(Asked {
            category: (!category.is_empty()).then(|| category.to_owned()),
            prices: self.prices()?,
            in_stock: !matches!(self.in_stock.trim(), "" | "0" | "false"),
            sort: sort_of(&self.sort, !words.is_empty()),
            page: self.page.max(1),
            words,
        })
    }

    fn prices(&self) -> Result<(u32, u32), Refusal> {
        let mut problems = Problems::default();
        let mut price = |text: &str| {
            let most = u64::from(PRICE_WON_MAX);
            problems.take(Field::Price, optional_number(text, 0, most)).flatten()
        };
        let (least, most) = (price(&self.min), price(&self.max));
        let prices = (least.unwrap_or(0), most.unwrap_or(PRICE_WON_MAX));
        if prices.0 > prices.1 {
            // The least is what is wrong: it may go up to the most.
            problems.note(Field::Price, Problem::OutOfRange { min: 0, max: prices.1.into() });
        }
        if problems.is_empty() { Ok(prices) } else { Err(problems.refuse()) }
    }
}

/// Without words nothing matches better than anything else.
fn sort_of(text: &str, has_words: bool) -> Sort {
    Sort::ALL
        .into_iter()
        .filter(|sort| has_words || *sort != Sort::Match)
        .find(|sort| sort.word() == text.trim())
        .unwrap_or_else(|| Sort::without_word(has_words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn look(change: impl FnOnce(&mut Look)) -> Look {
        let mut look = Look::default();
        change(&mut look);
        look
    }

    #[test]
    fn nothing_asked_is_everything_newest_first() {
        let asked = Look::default().read().unwrap();
        let everything = Asked {
            words: String::new(),
            category: None,
            prices: (0, u32::MAX),
            in_stock: false,
            sort: Sort::Newest,
            page: 1,
        };
        assert_eq!(asked, everything);
    }

    #[test]
    fn an_order_that_there_is_not_is_the_default_one() {
        let sort = |words: &str, sort: &str| {
            look(|look| (look.words, look.sort) = (words.into(), sort.into())).read().unwrap().sort
        };
        assert_eq!(sort("", "dearest"), Sort::Newest);
        assert_eq!(sort("", "match"), Sort::Newest);
        assert_eq!(sort("세럼", ""), Sort::Match);
        for known in Sort::ALL {
            assert_eq!(sort("세럼", known.word()), known);
        }
    }

    #[test]
    fn prices_are_read_as_people_write_them() {
        let prices = |min: &str, max: &str| {
            look(|look| (look.min, look.max) = (min.into(), max.into())).read().map(|a| a.prices)
        };
        assert_eq!(prices(" 12,900 ", ""), Ok((12_900, u32::MAX)));
        assert_eq!(prices("", "0"), Ok((0, 0)));
        let problem = |min, max| prices(min, max).unwrap_err().problem(Field::Price);
        assert_eq!(problem("만원", ""), Some(Problem::NotANumber));
        let up_to_the_most = Problem::OutOfRange { min: 0, max: 1_000 };
        assert_eq!(problem("2000", "1000"), Some(up_to_the_most));
        assert!(matches!(problem("", "-1"), Some(Problem::OutOfRange { .. })));
    }

    #[test]
    fn in_stock_is_what_a_box_or_a_script_says() {
        let asked = ["true", "on", "1", "", "0", "false"];
        let asked = asked.map(|text| look(|l| l.in_stock = text.into()).read().unwrap().in_stock);
        assert_eq!(asked, [true, true, true, false, false, false]);
    }

    proptest! {
        #[test]
        fn whatever_is_asked_is_read_or_refused(words: String, min: String, sort: String, page: u32) {
            let look = Look { words, min, sort, page, ..Look::default() };
            match look.read() {
                Ok(asked) => {
                    prop_assert!(asked.words.chars().count() <= WORDS_CHARS_MAX);
                    prop_assert!(asked.page >= 1);
                }
                Err(refusal) => prop_assert_eq!(refusal.status(), 422),
            }
        }
    }
}
