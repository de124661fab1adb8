//! Finding products.

use super::asked::Asked;
use super::shelf::{Found, Query, View};
use super::{CatalogPage, Look, PRODUCTS_PER_PAGE};
use crate::{Outcome, Refusal, Shop};
use std::sync::Arc;

/// A page of the products that are looked for. A page past the end is the last one. Costs no
/// I/O.
///
/// # Errors
/// [`Refusal::NoSuchCategory`]; [`Refusal::Form`] for prices that are none; [`Refusal::Busy`] where
/// very many look at once.
pub async fn search(shop: &Shop, look: &Look) -> Outcome<CatalogPage> {
    let asked = look.read()?;
    let (view, found) = looked(shop, &asked).await?;
    let total = found.slots.len();
    let per_page = PRODUCTS_PER_PAGE as usize;
    let last_page = total.div_ceil(per_page).max(1);
    let page = usize::try_from(asked.page).unwrap_or(usize::MAX).min(last_page);
    let on_page = found.slots.iter().skip((page - 1) * per_page).take(per_page);
    Ok(CatalogPage {
        products: on_page.map(|slot| view.card(*slot).clone()).collect(),
        total: total as u64,
        page: u32::try_from(page).unwrap_or(u32::MAX),
        last_page: u32::try_from(last_page).unwrap_or(u32::MAX),
        sort: asked.sort,
        categories: view.counts(&found),
        in_all_categories: found.in_all_categories,
        in_stock: found.in_stock,
        is_close: found.is_close,
    })
}

/// What there is to see for what was asked, from memory.
pub(super) async fn looked(shop: &Shop, asked: &Asked) -> Outcome<(Arc<View>, Arc<Found>)> {
    let view = shop.shelf.view();
    let category = match &asked.category {
        Some(slug) => Some(view.category(slug).ok_or(Refusal::NoSuchCategory)?.id),
        None => None,
    };
    let query = Query {
        words: Query::words(&asked.words),
        category,
        prices: asked.prices,
        in_stock: asked.in_stock,
        sort: asked.sort,
    };
    let found = shop.shelf.find(&view, query).await?;
    Ok((view, found))
}
