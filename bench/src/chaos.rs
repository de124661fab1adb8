//! Breaking the shop on purpose: real processes in a folder of their own, a crowd that wants the
//! coupons of one drop after the other, and faults from a seeded schedule while it clicks.
//!
//! A seed gives the same clicks and the same faults at the same times; what meets what is still
//! chance. A fault counts only if it hit: the process was there, and somebody who had clicked did
//! not know yet.

mod breaking;
mod crowd;
mod faults;
mod folder;
mod kafka;
mod mysql;
mod parts;
mod process;
mod redis;
mod report;
mod run;
mod server;
mod waiting;

pub use breaking::{Broken, break_parts};
pub use crowd::{Crowd, Rush, Scene, open_drop, rush};
pub use faults::{Blow, Fault, Target, Weights, schedule};
pub use folder::Folder;
pub use kafka::Kafka;
pub use mysql::MySql;
pub use parts::{Part, Parts};
pub(crate) use process::free_port;
pub use process::{Process, Recipe};
pub use redis::Redis;
pub use report::Report;
pub use run::{Plan, run};
pub use server::Server;
pub use waiting::until;
