//! The catalogue: home, search, and a product's page.

mod address;
pub mod api;
mod card;
mod categories;
mod chips;
mod filters;
mod gallery;
mod hero;
mod home_page;
mod list;
mod nothing;
pub mod owner;
mod product_page;
mod related;
mod share;
mod sort;
mod stock;

pub use address::suggested_address;
pub use card::ProductCard;
pub use home_page::HomePage;
pub use owner::{EditProductPage, NewProductPage, OwnerProductsPage, refused_address};
pub use product_page::ProductPage;
pub use stock::StockBadge;
