//! Between a drop's row and a drop.

use super::{Discount, Drop, DropId, Terms};
use crate::{Moment, Won};

/// A row of `drops`, as every query here selects it.
pub(super) struct DropRow {
    pub id: u64,
    pub name: String,
    pub quota: u32,
    pub issued: u32,
    pub opens_at: Moment,
    pub closes_at: Moment,
    pub discount_won: Option<u32>,
    pub discount_percent: Option<u8>,
    pub discount_cap_won: Option<u32>,
    pub minimum_spend_won: u32,
    pub valid_days: u16,
    pub rate_per_s: Option<u32>,
    pub paused_at: Option<Moment>,
    pub version: u32,
}

impl From<DropRow> for Drop {
    fn from(row: DropRow) -> Self {
        Self {
            id: DropId(row.id),
            name: row.name,
            quota: row.quota,
            issued: row.issued,
            opens_at: row.opens_at,
            closes_at: row.closes_at,
            terms: terms_from_row(
                row.discount_won,
                row.discount_percent,
                row.discount_cap_won,
                row.minimum_spend_won,
                row.valid_days,
            ),
            rate_per_s: row.rate_per_s,
            paused_at: row.paused_at,
            version: row.version,
        }
    }
}

/// The terms in a row. A row always has one discount: `drops_have_one_discount` sees to it.
pub(crate) fn terms_from_row(
    won: Option<u32>,
    percent: Option<u8>,
    cap_won: Option<u32>,
    minimum_spend_won: u32,
    valid_days: u16,
) -> Terms {
    let discount = match (percent, cap_won) {
        (Some(percent), Some(cap)) => Discount::Percent { percent, cap: Won(cap) },
        _ => Discount::Fixed(Won(won.unwrap_or(0))),
    };
    Terms { discount, minimum_spend: Won(minimum_spend_won), valid_days }
}
