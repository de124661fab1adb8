//! What a product is to become.

use super::Developed;
use crate::catalog::ProductId;
use crate::{Bilingual, Won};

/// A product's new state.
#[derive(Clone, Debug)]
pub struct Edit {
    /// Which product.
    pub target: Target,
    /// Its name.
    pub name: Bilingual,
    /// Its maker's name.
    pub maker: Bilingual,
    /// What there is to say of it.
    pub detail: Bilingual,
    /// The slug of a category.
    pub category: Option<String>,
    /// What it costs.
    pub price: Won,
    /// What the owner typed: for a product that is there, it counts against `stock_shown`.
    pub stock: u32,
    /// In their order, one at least.
    pub pictures: Vec<Picture>,
}

/// What is to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A product that is not there yet.
    New,
    /// One that is.
    Existing {
        /// Its number.
        id: ProductId,
        /// The version that was changed.
        version: u32,
        /// The stock that the form showed.
        stock_shown: u32,
    },
}

/// A picture that may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    /// One that the product has, by its name.
    Kept(String),
    /// A new one.
    New(Developed),
}

impl Picture {
    /// The name in the product's row.
    pub fn name(&self) -> &str {
        match self {
            Self::Kept(name) => name,
            Self::New(developed) => &developed.name,
        }
    }
}
