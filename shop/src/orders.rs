//! Orders: what was bought, and what becomes of it.

mod state;

pub use state::State;

use serde::{Deserialize, Serialize};

/// An order's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderId(pub u64);
