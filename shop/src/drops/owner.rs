//! What an owner does with drops. Every change is one row in MySQL first, with a record of who
//! made it; Redis and the other processes are told then, and find out by themselves if they were
//! not reached.

mod board;
mod change;
mod edit;
mod list;
mod steer;
pub(super) mod steering;
mod stop;

pub use board::board;
pub use edit::edit;
pub use list::{owner_list, owner_show};
pub use steer::{add_quota, close, pause, resume, set_rate};
pub use stop::{go_on, stop};
