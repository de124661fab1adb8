//! The products in the orders that a list can have.

use super::good::Good;
use crate::Moment;
use crate::catalog::{ProductId, Sort};
use std::cmp::Reverse;
use std::sync::Arc;

/// Places on the shelf, sorted; what is withdrawn is in none of them.
#[derive(Clone, Default)]
pub(super) struct Orders {
    newest: Vec<u32>,
    price_low: Vec<u32>,
    price_high: Vec<u32>,
    popular: Vec<u32>,
}

/// What an order compares first, and then the newest first.
type Key = (i64, Reverse<(Moment, ProductId)>);

impl Orders {
    /// The order of a list; matches come in the order of their age.
    pub(super) fn of(&self, sort: Sort) -> &[u32] {
        match sort {
            Sort::Match | Sort::Newest => &self.newest,
            Sort::PriceLow => &self.price_low,
            Sort::PriceHigh => &self.price_high,
            Sort::Popular => &self.popular,
        }
    }

    /// Puts each of these places, which are new or have changed, where it belongs now.
    pub(super) fn put(&mut self, goods: &[Arc<Good>], changed: &[u32]) {
        let mut is_changed = vec![false; goods.len()];
        for slot in changed {
            is_changed[*slot as usize] = true;
        }
        let age = |good: &Good| Reverse((good.created_at, good.card.id));
        let price = |good: &Good| i64::from(good.card.price.0);
        let merge = |order: &mut Vec<u32>, of: &dyn Fn(&Good) -> i64| {
            let key = |slot: u32| {
                let good = &goods[slot as usize];
                (of(good), age(good))
            };
            *order = merged(order, changed, &is_changed, goods, key);
        };
        merge(&mut self.newest, &|_| 0);
        merge(&mut self.price_low, &price);
        merge(&mut self.price_high, &|good| -price(good));
        merge(&mut self.popular, &|good| -i64::from(good.sold));
    }
}

/// What stays in its order and what has changed, as one order: two sorted lists become one.
fn merged(
    order: &[u32],
    changed: &[u32],
    is_changed: &[bool],
    goods: &[Arc<Good>],
    key: impl Fn(u32) -> Key,
) -> Vec<u32> {
    let shown = changed.iter().filter(|slot| goods[**slot as usize].is_shown);
    let mut fresh: Vec<(Key, u32)> = shown.map(|slot| (key(*slot), *slot)).collect();
    fresh.sort_unstable();
    let mut fresh = fresh.into_iter().peekable();
    let mut merged = Vec::with_capacity(order.len() + fresh.len());
    for slot in order.iter().copied().filter(|slot| !is_changed[*slot as usize]) {
        if fresh.peek().is_some() {
            let here = key(slot);
            while let Some((_, earlier)) = fresh.next_if(|(key, _)| *key < here) {
                merged.push(earlier);
            }
        }
        merged.push(slot);
    }
    merged.extend(fresh.map(|(_, slot)| slot));
    merged
}
