//! The test bed.

pub mod caddy;
pub mod chaos;
pub mod clock;
pub mod database;
pub mod explain;
pub mod firefox;
pub mod goods;
pub mod knock;
pub mod log;
pub mod orders;
pub mod parts;
pub mod person;
pub mod port;
pub mod process;
pub mod provider;
pub mod rewrite;
pub mod s3_store;
pub mod seed;
pub mod shop;
pub mod socket;
pub mod telephone;
pub mod temp_dir;
pub mod topic;
pub mod until;

pub use chaos::Mode;
pub use person::{Answer, Person};
pub use shop::TestShop;
pub use until::until;
