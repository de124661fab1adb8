//! The owner's products: all of them, and the form that makes or changes one.

mod address;
pub mod api;
mod changes;
mod fields;
#[cfg(feature = "hydrate")]
mod files;
#[cfg(not(feature = "hydrate"))]
#[path = "owner/files/absent.rs"]
mod files;
mod form;
mod form_page;
mod list_page;
mod look_bar;
mod order;
mod pictures;
mod row;
mod shelf;

pub use address::refused_address;
pub use form_page::{EditProductPage, NewProductPage};
pub use list_page::OwnerProductsPage;
