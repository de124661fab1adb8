//! The products in the orders that a list can have.

use super::good::Good;
use crate::Moment;
use crate::catalog::{ProductId, Sort};
use std::cmp::Reverse;
use std::sync::Arc;

/// Places on the shelf, sorted; what is withdrawn is in none of them.
#[derive(Clone, Default)]
pub(super) struct Orders {
    newest: Order,
    price_low: Order,
    price_high: Order,
    popular: Order,
}

/// Shared by the views in which it is the same.
type Order = Arc<[u32]>;

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
    pub(super) fn put(&mut self, before: &[Arc<Good>], now: &[Arc<Good>], changed: &[u32]) {
        let put = |order: &mut Order, first: &dyn Fn(&Good) -> i64| {
            let key = |good: &Good| (first(good), Reverse((good.created_at, good.card.id)));
            let place = |good: &Good| good.is_shown.then(|| key(good));
            let moved = |slot: &u32| {
                let at = *slot as usize;
                before.get(at).is_none_or(|good| place(good) != place(&now[at]))
            };
            let moved: Vec<u32> = changed.iter().copied().filter(moved).collect();
            if !moved.is_empty() {
                *order = merged(order, &moved, now, key);
            }
        };
        let price = |good: &Good| i64::from(good.card.price.0);
        put(&mut self.newest, &|_| 0);
        put(&mut self.price_low, &price);
        put(&mut self.price_high, &|good| -price(good));
        put(&mut self.popular, &|good| -i64::from(good.sold));
    }
}

/// What stays in its order and what has moved, as one order. Few have moved of very many: to look
/// for the place of each is quicker than to walk past all the others.
fn merged(order: &[u32], moved: &[u32], goods: &[Arc<Good>], key: impl Fn(&Good) -> Key) -> Order {
    let mut is_moved = vec![false; goods.len()];
    let mut fresh = Vec::with_capacity(moved.len());
    for slot in moved {
        is_moved[*slot as usize] = true;
        let good = &goods[*slot as usize];
        if good.is_shown {
            fresh.push((key(good), *slot));
        }
    }
    fresh.sort_unstable();
    let stays = |slot: &u32| !is_moved[*slot as usize];
    let stayed: Vec<u32> = order.iter().copied().filter(stays).collect();
    let mut merged = Vec::with_capacity(stayed.len() + fresh.len());
    let mut rest = stayed.as_slice();
    for (here, slot) in fresh {
        let is_before = |slot: &u32| key(&goods[*slot as usize]) < here;
        let (before, after) = rest.split_at(rest.partition_point(is_before));
        merged.extend_from_slice(before);
        merged.push(slot);
        rest = after;
    }
    merged.extend_from_slice(rest);
    merged.into()
}
