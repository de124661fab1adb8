//! The catalogue as it is at one moment.

use super::find::Found;
use super::good::Good;
use super::index::{Entry, WordIndex};
use super::orders::Orders;
use crate::catalog::{Category, CategoryCount, CategoryId, ProductCard, ProductId, Sort};
use crate::{Fault, Outcome};
use std::collections::HashMap;
use std::sync::Arc;

/// Every product, each at its place, which it never leaves.
#[derive(Clone, Default)]
pub(in crate::catalog) struct View {
    generation: u64,
    pub(super) categories: Arc<[Category]>,
    pub(super) goods: Vec<Arc<Good>>,
    pub(super) facts: Vec<Facts>,
    places: Arc<HashMap<ProductId, u32>>,
    pub(super) orders: Orders,
    /// None as long as there is nothing to find.
    pub(super) words: Option<WordIndex>,
}

/// What a walk along an order looks at: small, so that a hundred thousand are near.
#[derive(Clone, Copy)]
pub(super) struct Facts {
    pub(super) price_won: u32,
    /// Its place in the menu.
    pub(super) category: Option<u16>,
    pub(super) in_stock: bool,
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
        next.orders.put(&self.goods, &next.goods, &changed);
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

    /// A category's place in the menu.
    pub(super) fn place_in_menu(&self, id: CategoryId) -> Option<u16> {
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

    /// The cards of a category, in an order. Who needs a few looks no further.
    pub(in crate::catalog) fn cards_of(
        &self,
        category: CategoryId,
        sort: Sort,
    ) -> impl Iterator<Item = &ProductCard> {
        let place = self.place_in_menu(category);
        let slots = self.orders.of(sort).iter();
        slots
            .filter(move |slot| place.is_some() && self.facts[**slot as usize].category == place)
            .map(|slot| self.card(*slot))
    }

    /// Every category with what was found of it.
    pub(in crate::catalog) fn counts(&self, found: &Found) -> Vec<CategoryCount> {
        let counted = self.categories.iter().zip(&found.in_category);
        counted
            .map(|(category, count)| CategoryCount { category: category.clone(), count: *count })
            .collect()
    }
}

/// The index is in memory: what goes wrong there is ours.
pub(super) fn broken(error: tantivy::TantivyError) -> Fault {
    Fault::Broken(error.to_string())
}
