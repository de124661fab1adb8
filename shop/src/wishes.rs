//! Wishes: products that a member means to come back to.

#[cfg(feature = "ssr")]
mod change;
#[cfg(feature = "ssr")]
mod list;

#[cfg(feature = "ssr")]
pub use {
    change::{add, remove},
    list::{has, list},
};

use crate::catalog::ProductCard;
use serde::{Deserialize, Serialize};

/// How many wishes a page shows.
pub const WISHES_PER_PAGE: u32 = 24;

/// A product that a member wished for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// The product.
    pub card: ProductCard,
    /// Whether the shop no longer sells it.
    pub is_gone: bool,
}

/// One page of a member's wishes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishPage {
    /// The newest first.
    pub wishes: Vec<Wish>,
    /// How many there are on all pages.
    pub total: u64,
    /// This page, from 1.
    pub page: u32,
    /// The last page, at least 1.
    pub last_page: u32,
}
