//! A product on the shelf.

use super::text::Text;
use crate::Moment;
use crate::catalog::{CategoryId, ProductCard};

/// What a list shows of a product, and what it is found and sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::catalog) struct Good {
    /// What a list shows.
    pub(in crate::catalog) card: ProductCard,
    /// Where it stands.
    pub(in crate::catalog) category: Option<CategoryId>,
    /// Whether there is any.
    pub(in crate::catalog) in_stock: bool,
    /// Pieces in orders that stand.
    pub(in crate::catalog) sold: u32,
    /// Since when it is sold.
    pub(in crate::catalog) created_at: Moment,
    /// Whether it is in the shop, and not withdrawn.
    pub(in crate::catalog) is_shown: bool,
    /// What it is found by.
    pub(in crate::catalog) text: Text,
}
