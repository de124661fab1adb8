//! The catalogue as it is at one moment.

use super::good::Good;
use super::index::{Entry, WordIndex};
use super::orders::Orders;
use super::text::{Rank, Text};
use super::word::Word;
use crate::catalog::{
    Category, CategoryCount, CategoryId, ProductCard, ProductId, Sort, SuggestedPlace, Suggestion,
};
use crate::{Bilingual, Fault, Outcome};
use std::collections::HashMap;
use std::sync::Arc;

/// Offered at most, so that there is room for products.
const CATEGORIES_OFFERED_MAX: usize = 2;
const MAKERS_OFFERED_MAX: usize = 2;

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

/// Every product, each at its place, which it never leaves.
#[derive(Clone, Default)]
pub(in crate::catalog) struct View {
    generation: u64,
    categories: Arc<[Category]>,
    goods: Vec<Arc<Good>>,
    facts: Vec<Facts>,
    places: Arc<HashMap<ProductId, u32>>,
    orders: Orders,
    /// None as long as there is nothing to find.
    words: Option<WordIndex>,
}

/// What a walk along an order looks at: small, so that a hundred thousand are near.
#[derive(Clone, Copy)]
struct Facts {
    price_won: u32,
    /// Its place in the menu.
    category: Option<u16>,
    in_stock: bool,
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
    /// The catalogue of these products.
    pub(super) fn of(
        categories: Vec<Category>,
        goods: Vec<Good>,
        generation: u64,
    ) -> Outcome<Self> {
        Self { categories: categories.into(), ..Self::default() }.with(goods, generation)
    }

    /// The same with products that are new or have changed.
    pub(super) fn with(&self, news: Vec<Good>, generation: u64) -> Outcome<Self> {
        let mut next = Self { generation, ..self.clone() };
        let (mut changed, mut renamed) = (vec![], vec![]);
        for good in news {
            let facts = next.facts_of(&good);
            let (id, good) = (good.card.id, Arc::new(good));
            let slot = match next.places.get(&id) {
                Some(slot) => *slot,
                None => {
                    let slot = u32::try_from(next.goods.len())
                        .map_err(|_| Fault::Broken("more products than places".into()))?;
                    Arc::make_mut(&mut next.places).insert(id, slot);
                    next.goods.push(Arc::clone(&good));
                    next.facts.push(facts);
                    renamed.push(slot);
                    slot
                }
            };
            let at = slot as usize;
            if next.goods[at].text != good.text {
                renamed.push(slot);
            }
            (next.goods[at], next.facts[at]) = (good, facts);
            changed.push(slot);
        }
        next.orders.put(&next.goods, &changed);
        next.index(&renamed, self.goods.len())?;
        Ok(next)
    }

    fn index(&mut self, renamed: &[u32], known: usize) -> Outcome<()> {
        if renamed.is_empty() {
            return Ok(());
        }
        let mut words = match self.words.take() {
            Some(words) => words,
            None => WordIndex::new().map_err(broken)?,
        };
        let entries: Vec<Entry<'_>> = renamed
            .iter()
            .map(|slot| Entry {
                slot: *slot,
                keys: self.goods[*slot as usize].text.keys(),
                is_known: (*slot as usize) < known,
            })
            .collect();
        words.put(&entries).map_err(broken)?;
        self.words = Some(words);
        Ok(())
    }

    fn facts_of(&self, good: &Good) -> Facts {
        Facts {
            price_won: good.card.price.0,
            category: good.category.and_then(|id| self.place_in_menu(id)),
            in_stock: good.in_stock,
        }
    }

    fn place_in_menu(&self, id: CategoryId) -> Option<u16> {
        let place = self.categories.iter().position(|category| category.id == id)?;
        u16::try_from(place).ok()
    }

    /// Which view it is: every change makes the next one.
    pub(super) fn generation(&self) -> u64 {
        self.generation
    }

    /// Whether a product, as it is now, changes anything here.
    pub(super) fn is_news(&self, good: &Good) -> bool {
        match self.places.get(&good.card.id) {
            Some(slot) => *self.goods[*slot as usize] != *good,
            None => good.is_shown,
        }
    }

    /// The categories, in the order of the menu.
    pub(in crate::catalog) fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// A category by its slug.
    pub(in crate::catalog) fn category(&self, slug: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.slug == slug)
    }

    /// What a list shows at a place.
    pub(in crate::catalog) fn card(&self, slot: u32) -> &ProductCard {
        &self.goods[slot as usize].card
    }

    /// Every category with what was found of it.
    pub(in crate::catalog) fn counts(&self, found: &Found) -> Vec<CategoryCount> {
        let counted = self.categories.iter().zip(&found.in_category);
        counted
            .map(|(category, count)| CategoryCount { category: category.clone(), count: *count })
            .collect()
    }

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
    fn candidates(&self, words: &[Word], forgive: bool) -> Outcome<Vec<u32>> {
        let index = self.words.as_ref();
        index.map_or(Ok(vec![]), |index| index.candidates(words, forgive)).map_err(broken)
    }

    /// What these words could mean, at most so many.
    pub(in crate::catalog) fn suggest(
        &self,
        words: &[Word],
        most: usize,
    ) -> Outcome<Vec<Suggestion>> {
        let mut offered: Vec<Suggestion> = self
            .categories
            .iter()
            .filter(|category| Text::new(&category.name, &[]).rank(words, false).is_some())
            .take(CATEGORIES_OFFERED_MAX)
            .map(|category| Suggestion {
                to: SuggestedPlace::Category(category.slug.clone()),
                name: category.name.clone(),
            })
            .collect();
        let (makers, products) = self.suggest_goods(words, most)?;
        offered.extend(makers);
        offered.extend(products);
        offered.truncate(most);
        Ok(offered)
    }

    /// Makers, and products by their names, the most bought first; each name once.
    fn suggest_goods(
        &self,
        words: &[Word],
        most: usize,
    ) -> Outcome<(Vec<Suggestion>, Vec<Suggestion>)> {
        let (mut makers, mut products): (Vec<Suggestion>, Vec<Suggestion>) = (vec![], vec![]);
        for forgive in [false, true] {
            let mut could_have = vec![false; self.goods.len()];
            for slot in self.candidates(words, forgive)? {
                could_have[slot as usize] = true;
            }
            for slot in self.orders.of(Sort::Popular) {
                if products.len() == most {
                    break;
                }
                if !could_have[*slot as usize] {
                    continue;
                }
                let good = &self.goods[*slot as usize];
                let card = &good.card;
                if good.text.is_in_name(words, forgive) {
                    offer(&mut products, SuggestedPlace::Product(card.id), &card.name);
                } else if makers.len() < MAKERS_OFFERED_MAX
                    && Text::new(&card.maker, &[]).rank(words, forgive).is_some()
                {
                    offer(&mut makers, SuggestedPlace::Maker, &card.maker);
                }
            }
            if !makers.is_empty() || !products.is_empty() {
                break;
            }
        }
        Ok((makers, products))
    }
}

fn offer(offered: &mut Vec<Suggestion>, to: SuggestedPlace, name: &Bilingual) {
    if offered.iter().all(|suggestion| suggestion.name != *name) {
        offered.push(Suggestion { to, name: name.clone() });
    }
}

fn broken(error: tantivy::TantivyError) -> Fault {
    Fault::Broken(error.to_string())
}
