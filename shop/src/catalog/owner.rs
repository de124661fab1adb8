//! Products as their owner sees them: a list of all, and one to make or to change.

#[cfg(feature = "ssr")]
mod changes;
#[cfg(feature = "ssr")]
mod darkroom;
#[cfg(feature = "ssr")]
mod develop;
#[cfg(feature = "ssr")]
mod edit;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod keep;
#[cfg(feature = "ssr")]
mod list;
mod look;
#[cfg(feature = "ssr")]
mod save;
#[cfg(feature = "ssr")]
mod show;
#[cfg(feature = "ssr")]
mod withdraw;

pub use look::{OwnerLook, SearchBy, Since, Standing};
#[cfg(feature = "ssr")]
pub use {
    darkroom::Darkroom,
    develop::Developed,
    edit::{Edit, Picture, Target},
    form::{ChosenPicture, ProductForm},
    list::list,
    save::save,
    show::show,
    withdraw::{put_back, withdraw},
};

use super::ProductId;
use crate::{Bilingual, Moment, Won};
use serde::{Deserialize, Serialize};

/// How many pictures a product has at most; the first one is required.
pub const PICTURES_MAX: usize = 5;
/// How large a picture's file may be when it is sent, in megabytes of 1,048,576 bytes.
pub const PICTURE_MB_MAX: u32 = 20;

/// A product in the owner's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerRow {
    /// Its number.
    pub id: ProductId,
    /// Its name.
    pub name: Bilingual,
    /// What it costs.
    pub price: Won,
    /// Pieces in stock.
    pub stock: u32,
    /// Pieces in orders that stand.
    pub sold: u32,
    /// Whether it can be bought.
    pub standing: Standing,
    /// When it was made.
    pub created_at: Moment,
    /// The member who made it, by name.
    pub creator: Option<String>,
    /// The address of its first picture.
    pub picture: String,
}

/// One page of the owner's list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerPage {
    /// Newest first.
    pub products: Vec<OwnerRow>,
    /// This page, from 1.
    pub page: u32,
    /// Whether there is a page after it.
    pub has_more: bool,
}

/// A picture in the owner's form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerPicture {
    /// What the form sends to keep it.
    pub name: String,
    /// Where a browser finds it.
    pub address: String,
}

/// A product, as the form that changes it shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerProduct {
    /// Its number.
    pub id: ProductId,
    /// Raised by every change; the form sends it back.
    pub version: u32,
    /// Its name.
    pub name: Bilingual,
    /// Who makes it.
    pub maker: Bilingual,
    /// What the shop says of it.
    pub detail: Bilingual,
    /// The slug of its category.
    pub category: Option<String>,
    /// What it costs.
    pub price: Won,
    /// Pieces in stock.
    pub stock: u32,
    /// Its pictures, the first one first.
    pub pictures: Vec<OwnerPicture>,
    /// Since when it is out of the shop.
    pub withdrawn_at: Option<Moment>,
}

/// A category that a product may be put into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryChoice {
    /// What the form sends.
    pub slug: String,
    /// Its name.
    pub name: Bilingual,
}

/// What the owner's form needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workbench {
    /// The product to change; `None` for a new one.
    pub product: Option<OwnerProduct>,
    /// The categories, in the order of the menu.
    pub categories: Vec<CategoryChoice>,
}

/// A product that was saved, withdrawn or put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Its number.
    pub id: ProductId,
    /// What the next change has to send.
    pub version: u32,
    /// Since when it is out of the shop.
    pub withdrawn_at: Option<Moment>,
}
