//! The catalogue: home, search, and a product's page.

pub mod api;
mod card;
mod gallery;
mod hero;
mod home_page;
pub mod owner;
mod product_page;
mod stock;

pub use home_page::HomePage;
pub use owner::{EditProductPage, NewProductPage, OwnerProductsPage, refused_address};
pub use product_page::ProductPage;
