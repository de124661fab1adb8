//! The axum process: configuration, security, sockets, workers, health.
#![recursion_limit = "512"] // a page is one deep type to the compiler

mod chat_file;
mod clicks;
pub mod config;
mod download;
mod health;
mod language;
mod layers;
pub mod limits;
mod live;
pub mod logs;
mod media;
mod orders_file;
mod origin;
pub mod post;
mod products;
mod refuse;
pub mod router;
pub mod serve;
pub mod sign_in;
mod workers;

pub use config::Config;
pub use serve::{Running, serve};
