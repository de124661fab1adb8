//! The demo catalogue: invented goods with drawn pictures, to fill an empty shop.
//!
//! The goods and their pictures are data and pure functions: no clock, no chance, no files, no
//! network. The same product therefore looks the same on every machine, and a picture that is
//! stored once never has to be stored again.

mod load;
pub mod picture;
pub mod products;

#[cfg(test)]
mod tests;

pub use load::load;
pub use picture::{Palette, Shape, View, draw};
pub use products::{DemoProduct, all};
