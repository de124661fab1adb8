//! A drop's whole life in one thread, with everything that may break, played a hundred thousand
//! times: several servers, each with its own belief and issuer; Redis, MySQL and the news between
//! them; members who click and an owner who steers.
//!
//! A verb here is an `async fn` that reads like the real one and asks the same `rules`. Each
//! access to a part is one atomic step, and between two of them anything else may happen. A
//! history is made by dice from a seed, so that one that fails can be played again.

mod checks;
mod claim;
mod dice;
mod faults;
mod healing;
mod history;
mod issue;
mod mend;
mod mistake;
mod mysql;
mod parts;
mod people;
mod redis;
mod same_as_mysql;
mod same_as_redis;
mod server;
mod tally;
mod tests;
mod world;

use crate::drops::DropId;

/// One drop is enough: drops share nothing but the parts.
const DROP: DropId = DropId(1);
