//! The catalogue: what is sold.
//!
//! Whatever a shopper looks for is answered from the memory of the server they ask: the [`Shelf`]
//! holds every product's card, its orders and its words, and follows what MySQL says.

#[cfg(feature = "ssr")]
mod asked;
#[cfg(feature = "ssr")]
mod categories;
#[cfg(feature = "ssr")]
mod follow;
mod look;
pub mod owner;
mod picture;
#[cfg(feature = "ssr")]
mod search;
#[cfg(feature = "ssr")]
mod shelf;
#[cfg(feature = "ssr")]
mod show;
#[cfg(feature = "ssr")]
mod suggest;

pub use look::{Look, Sort};
pub use picture::{PICTURE_SIZES_PX, is_uploaded, picture_address, picture_file, picture_srcset};
#[cfg(feature = "ssr")]
pub(crate) use shelf::{keys, typos};
#[cfg(feature = "ssr")]
pub use {
    asked::Asked, categories::categories, follow::follow_changes, search::search, shelf::Shelf,
    show::show, suggest::suggest,
};

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

/// A category's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CategoryId(pub u16);

/// A shelf of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Its number.
    pub id: CategoryId,
    /// What stands for it in addresses: `skin-care`.
    pub slug: String,
    /// Its name.
    pub name: Bilingual,
}

/// A category, and how many products of it there are to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryCount {
    /// The category.
    #[serde(flatten)]
    pub category: Category,
    /// How many.
    pub count: u64,
}

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
    /// Where it stands.
    pub category: Option<Category>,
    /// What else stands there, the most bought first.
    pub related: Vec<ProductCard>,
}

/// One page of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogPage {
    /// In the order asked for.
    pub products: Vec<ProductCard>,
    /// How many products were found on all pages.
    pub total: u64,
    /// This page, from 1.
    pub page: u32,
    /// The last page, at least 1.
    pub last_page: u32,
    /// The order that they stand in.
    pub sort: Sort,
    /// Every category, with the products found if it were the one asked for.
    pub categories: Vec<CategoryCount>,
    /// The products found if no category were asked for.
    pub in_all_categories: u64,
    /// The products found that can be had now.
    pub in_stock: u64,
    /// Whether nothing has the words just as they are, and these come closest.
    pub is_close: bool,
}

/// Something to look at, offered while a shopper still types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it is, and where it leads.
    pub to: SuggestedPlace,
    /// Its name.
    pub name: Bilingual,
}

/// Where a suggestion leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuggestedPlace {
    /// To a category, by its slug.
    Category(String),
    /// To everything of a maker.
    Maker,
    /// To a product.
    Product(ProductId),
}
