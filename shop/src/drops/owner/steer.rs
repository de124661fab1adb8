//! Steering a drop while it runs.

use super::change::{Changed, change};
use super::steering::Steering;
use crate::drops::DropId;
use crate::drops::form::{QUOTA_MAX, RATE_PER_S_MAX};
use crate::members::{MemberId, require_admin};
use crate::refusal::Problems;
use crate::typed::{number, optional_number};
use crate::{Field, Outcome, Problem, Refusal, Shop};

/// Nobody is served from now on. Everybody keeps their place, and may still take one.
///
/// # Errors
/// [`Refusal::DropMovedOn`] if it is paused, not open, or sold out.
pub async fn pause(shop: &Shop, by: MemberId, id: DropId) -> Outcome<()> {
    steer(shop, by, id, Ok(Steering::Pause)).await
}

/// Goes on where it was paused, in the order of the tickets.
///
/// # Errors
/// [`Refusal::DropMovedOn`] if it is not paused.
pub async fn resume(shop: &Shop, by: MemberId, id: DropId) -> Outcome<()> {
    steer(shop, by, id, Ok(Steering::Resume)).await
}

/// So many a second from now on, 1 to 1,000,000; empty is as fast as the shop can.
///
/// # Errors
/// A problem with the number; [`Refusal::DropMovedOn`] if nothing is left.
pub async fn set_rate(shop: &Shop, by: MemberId, id: DropId, rate_per_s: &str) -> Outcome<()> {
    let rate = read(Field::Rate, optional_number(rate_per_s, 1, RATE_PER_S_MAX));
    steer(shop, by, id, rate.map(Steering::SetRate)).await
}

/// So many more coupons, 10,000,000 in all at most. A drop that was sold out opens again: who was
/// told so may join.
///
/// # Errors
/// A problem with the number; [`Refusal::DropMovedOn`] if the time is over.
pub async fn add_quota(shop: &Shop, by: MemberId, id: DropId, count: &str) -> Outcome<()> {
    let added = read(Field::Count, number(count, 1, QUOTA_MAX.into()));
    steer(shop, by, id, added.map(Steering::AddQuota)).await
}

/// Nobody may join from now on. Who has a ticket is served as long as there are coupons.
///
/// # Errors
/// [`Refusal::DropMovedOn`] if it is not open, or sold out.
pub async fn close(shop: &Shop, by: MemberId, id: DropId) -> Outcome<()> {
    steer(shop, by, id, Ok(Steering::Close)).await
}

async fn steer(
    shop: &Shop,
    by: MemberId,
    id: DropId,
    steering: Result<Steering, Refusal>,
) -> Outcome<()> {
    // Who may not steer is not told either what was wrong with a number.
    require_admin(shop, by).await?;
    let steering = steering?;
    change(shop, by, id, |old, now| {
        let drop = steering.steer(old, now)?;
        let detail = steering.detail(old, &drop);
        Ok(Changed { drop, action: steering.action(), detail })
    })
    .await
}

fn read<T>(field: Field, parsed: Result<T, Problem>) -> Result<T, Refusal> {
    let mut problems = Problems::default();
    problems.take(field, parsed).ok_or_else(|| problems.refuse())
}
