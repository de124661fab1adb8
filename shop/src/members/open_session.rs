//! Where a member is signed in, as they see it themselves.

use crate::Moment;
use serde::{Deserialize, Serialize};

/// A session of the asker's that has not ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSession {
    /// Its number.
    pub id: u64,
    /// When they signed in.
    pub started_at: Moment,
    /// On what, as in `Chrome · Android`; `None` is something that the shop does not know.
    pub device: Option<String>,
    /// Whether it is the one that asks.
    pub is_this: bool,
}
