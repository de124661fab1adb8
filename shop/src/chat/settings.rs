//! How the shop keeps its talks.

use super::bot::Hours;
use std::time::Duration;

/// How long a talk that is over is kept, in days: as long as somebody may come back to it.
pub const TALK_KEPT_DAYS: u32 = 365;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// When counsellors are there, and how long talks are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CounselSettings {
    /// Whether the bot answers first.
    pub has_bot: bool,
    /// When they are there.
    pub hours: Hours,
    /// How long a talk is kept after its end.
    pub kept: Duration,
}

impl CounselSettings {
    /// With talks that are kept for so many days.
    pub fn new(hours: Hours, kept_days: u32) -> Self {
        Self { has_bot: true, hours, kept: DAY * kept_days }
    }
}

impl Default for CounselSettings {
    fn default() -> Self {
        Self::new(Hours::default(), TALK_KEPT_DAYS)
    }
}
