//! Looking for products.

use super::text::Rank;
use super::view::{View, broken};
use super::word::Word;
use crate::Outcome;
use crate::catalog::{CategoryId, Sort};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::catalog) struct Query {
    /// All of them must be found.
    pub(in crate::catalog) words: Vec<Word>,
    /// Where the products stand.
    pub(in crate::catalog) category: Option<CategoryId>,
    /// The prices between which, in won, both included.
    pub(in crate::catalog) prices: (u32, u32),
    /// Only what can be had now.
    pub(in crate::catalog) in_stock: bool,
    /// The order.
    pub(in crate::catalog) sort: Sort,
}

/// What was found.
#[derive(Debug, Default)]
pub(in crate::catalog) struct Found {
    /// The places of the products, in the order asked for.
    pub(in crate::catalog) slots: Vec<u32>,
    /// How many there would be in each category.
    pub(in crate::catalog) in_category: Vec<u64>,
    /// How many there would be without a category.
    pub(in crate::catalog) in_all_categories: u64,
    /// How many of them can be had now.
    pub(in crate::catalog) in_stock: u64,
    /// Whether the words were only found with typos.
    pub(in crate::catalog) is_close: bool,
}

/// How well each product has the words, if it has them.
struct Ranks {
    of: Vec<Option<Rank>>,
    is_close: bool,
}

impl Query {
    /// The words of a text, as they are looked for.
    pub(in crate::catalog) fn words(text: &str) -> Vec<Word> {
        Word::all(text)
    }
}

impl View {
    /// Looks for it: one walk along the order, which counts what the other choices would find.
    pub(super) fn find(&self, query: &Query) -> Outcome<Found> {
        let ranks = if query.words.is_empty() { None } else { Some(self.ranks(&query.words)?) };
        let category = query.category.map(|id| self.place_in_menu(id));
        let mut found = Found {
            in_category: vec![0; self.categories.len()],
            is_close: ranks.as_ref().is_some_and(|ranks| ranks.is_close),
            ..Found::default()
        };
        let mut by_rank = [vec![], vec![], vec![]];
        for slot in self.orders.of(query.sort) {
            let at = *slot as usize;
            let rank = match &ranks {
                None => Rank::InName,
                Some(ranks) => match ranks.of[at] {
                    Some(rank) => rank,
                    None => continue,
                },
            };
            let facts = &self.facts[at];
            if facts.price_won < query.prices.0 || facts.price_won > query.prices.1 {
                continue;
            }
            let stock_fits = facts.in_stock || !query.in_stock;
            let category_fits = category.is_none_or(|place| place == facts.category);
            if stock_fits {
                found.in_all_categories += 1;
                if let Some(place) = facts.category {
                    found.in_category[usize::from(place)] += 1;
                }
            }
            if category_fits {
                found.in_stock += u64::from(facts.in_stock);
            }
            if category_fits && stock_fits {
                let pile = if query.sort == Sort::Match { rank as usize - 1 } else { 0 };
                by_rank[pile].push(*slot);
            }
        }
        found.slots = by_rank.concat();
        Ok(found)
    }

    /// Asks every product that could have the words. Typos are forgiven only where nothing has
    /// the words as they are, so that what somebody typed well finds that and nothing else.
    fn ranks(&self, words: &[Word]) -> Outcome<Ranks> {
        for is_close in [false, true] {
            let mut of = vec![None; self.goods.len()];
            let mut is_any = false;
            for slot in self.candidates(words, is_close)? {
                let good = &self.goods[slot as usize];
                if good.is_shown {
                    let rank = good.text.rank(words, is_close);
                    is_any |= rank.is_some();
                    of[slot as usize] = rank;
                }
            }
            if is_any {
                return Ok(Ranks { of, is_close });
            }
        }
        Ok(Ranks { of: vec![None; self.goods.len()], is_close: false })
    }

    /// Places that could have the words.
    pub(super) fn candidates(&self, words: &[Word], forgive: bool) -> Outcome<Vec<u32>> {
        let index = self.words.as_ref();
        index.map_or(Ok(vec![]), |index| index.candidates(words, forgive)).map_err(broken)
    }
}
