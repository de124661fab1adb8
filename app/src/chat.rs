//! Chat: the shopper's side of a talk with the shop.

pub mod api;
