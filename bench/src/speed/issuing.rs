//! How fast coupons are issued when nothing else happens: everybody waits already.

use super::figure::{Figure, Target};
use super::generator::Closed;
use super::ground::{CONNECTIONS, Ground, ROUND};

/// Each waits, and each gets one.
pub const MEMBERS: u32 = 100_000;
const WITHIN_S: f64 = 3.0;

/// From the first commit to the last.
pub(super) async fn measure(ground: &Ground) -> Result<Vec<Figure>, String> {
    let drop_id = ground.open_paused(MEMBERS).await?;
    let requests = ground.joins(drop_id);
    let joining = ground.round(&requests, CONNECTIONS, 0);
    Closed { end: MEMBERS as usize, time: ROUND * 10, ..joining }.run().await?;
    let waiting = ground.last_ticket(drop_id).await?;
    if waiting != u64::from(MEMBERS) {
        return Err(format!("{waiting} of {MEMBERS} wait"));
    }
    ground.resume(drop_id).await?;
    let first = ground.until_issued(drop_id, 1).await?;
    let last = ground.until_issued(drop_id, MEMBERS).await?;
    let took = (last - first).as_secs_f64();
    Ok(vec![
        Figure::told(format!("{MEMBERS} coupons, first to last commit"), "s", took)
            .aiming(Target::Below(WITHIN_S)),
        Figure::told("  coupons issued", "/s", f64::from(MEMBERS) / took),
    ])
}
