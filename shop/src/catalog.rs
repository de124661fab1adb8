//! The catalogue: what is sold.

pub mod owner;
mod picture;
#[cfg(feature = "ssr")]
mod search;
#[cfg(feature = "ssr")]
mod show;

pub use picture::{
    PICTURE_SIZES_PX, is_uploaded, picture_address, picture_file, picture_srcset,
};
#[cfg(feature = "ssr")]
pub use {search::search, show::show};

use crate::{Bilingual, Won};
use serde::{Deserialize, Serialize};

/// How many products a page of the catalogue shows.
pub const PRODUCTS_PER_PAGE: u32 = 24;
/// From this many pieces on, the shop no longer says that few are left.
const FEW_PIECES_MAX: u32 = 5;

/// A product's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProductId(pub u64);

/// How much of a product there is, as far as a shopper needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stock {
    /// Enough.
    InStock,
    /// The last pieces, and how many.
    FewLeft(u32),
    /// None.
    SoldOut,
}

impl Stock {
    /// What to say of so many pieces.
    pub fn of(pieces: u32) -> Self {
        match pieces {
            0 => Self::SoldOut,
            1..=FEW_PIECES_MAX => Self::FewLeft(pieces),
            _ => Self::InStock,
        }
    }
}

/// A product in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductCard {
    /// Its number.
    pub id: ProductId,
    /// Its name.
    pub name: Bilingual,
    /// Who makes it.
    pub maker: Bilingual,
    /// What it costs.
    pub price: Won,
    /// Whether there is any.
    pub stock: Stock,
    /// The address of its first picture, 800 by 800.
    pub picture: String,
}

/// A product on its own page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// What a list shows of it.
    pub card: ProductCard,
    /// What the shop says of it.
    pub detail: Bilingual,
    /// The addresses of all its pictures, the first one first.
    pub pictures: Vec<String>,
}

/// One page of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogPage {
    /// Newest first.
    pub products: Vec<ProductCard>,
    /// How many products the search found on all pages.
    pub total: u64,
    /// This page, from 1.
    pub page: u32,
    /// The last page, at least 1.
    pub last_page: u32,
}
