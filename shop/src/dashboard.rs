//! The shop's day at a glance, for its owner.

#[cfg(feature = "ssr")]
mod show;

#[cfg(feature = "ssr")]
pub use show::show;

use crate::Moment;
use serde::{Deserialize, Serialize};

/// How many days the chart shows, today with them.
pub const DAYS: u32 = 30;

/// Today, and the days before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dashboard {
    /// The last [`DAYS`] days in Korea, the oldest first; the last one is today so far.
    pub days: Vec<Day>,
    /// Who became a member today.
    pub sign_ups: u64,
    /// Coupons that drops issued today.
    pub coupons_issued: u64,
    /// Coupons that were spent today.
    pub coupons_used: u64,
    /// The server's clock.
    pub now: Moment,
}

/// A day in Korea.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// Its midnight.
    pub starts_at: Moment,
    /// Orders that were placed.
    pub orders: u64,
    /// What was paid and did not go back, in won. A busy day is more than [`Won`](crate::Won)
    /// holds.
    pub revenue_won: u64,
}

impl Dashboard {
    /// Today so far.
    pub fn today(&self) -> Day {
        let none = Day { starts_at: self.now.day_start_in_korea(), orders: 0, revenue_won: 0 };
        self.days.last().copied().unwrap_or(none)
    }
}
