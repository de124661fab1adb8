//! The shop's categories.

use super::search::looked;
use super::{CategoryCount, Look};
use crate::{Outcome, Shop};

/// Every category in the order of the menu, and how many products stand there.
///
/// # Errors
/// None but the shop's own.
pub async fn categories(shop: &Shop) -> Outcome<Vec<CategoryCount>> {
    let everything = Look::default().read()?;
    let (view, found) = looked(shop, &everything).await?;
    Ok(view.counts(&found))
}
