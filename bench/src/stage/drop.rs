//! The drop that is rehearsed.

use crate::options::Options;
use shop::drops::{self, Discount, DropId, NewDrop, Terms};
use shop::members::MemberId;
use shop::{Moment, Shop, Won};
use std::time::Duration;

/// Every server has read the drop by then: they look once a second.
const OPENS_AFTER: Duration = Duration::from_secs(3);
/// It must not close while somebody is still asked.
const SPARE: Duration = Duration::from_secs(60);
const DISCOUNT: Won = Won(5_000);
const MINIMUM_SPEND: Won = Won(20_000);
const VALID_DAYS: u16 = 14;

/// Puts it into the table; gives its number and when it opens.
pub async fn insert(
    shop: &Shop,
    by: MemberId,
    run: i64,
    options: &Options,
) -> Result<(DropId, Moment), String> {
    let clicks = f64::from(options.members) / f64::from(options.rate);
    // Repeated clicks come on top: at most nine for each first one.
    let clicking = Duration::from_secs_f64(clicks * 10.0);
    let opens_at = shop.now().plus(OPENS_AFTER);
    let new = NewDrop {
        name: format!("리허설 {run}"),
        quota: options.quota,
        opens_at,
        closes_at: opens_at.plus(clicking + options.timeout() + SPARE),
        terms: Terms {
            discount: Discount::Fixed(DISCOUNT),
            minimum_spend: MINIMUM_SPEND,
            valid_days: VALID_DAYS,
        },
        rate_per_s: options.drop_rate,
    };
    let id = drops::insert(shop, by, &new).await.map_err(|e| format!("drops: {e}"))?;
    Ok((id, opens_at))
}
