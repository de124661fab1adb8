//! Where a member stands with a drop.

use super::join::place_of;
use super::line::Line;
use super::lines::{KnownLine, line_of};
use super::{DropId, IssuedCoupon, LineView, Place, Ticket};
use crate::members::MemberId;
use crate::{Moment, Outcome, Shop};

/// Without a live socket the next in line ask this often, and nobody more often.
const POLL_AFTER_MS_MIN: u32 = 1_000;
/// Nobody asks less often, however far back.
const POLL_AFTER_MS_MAX: u32 = 10_000;
/// Each place further back may wait so much longer.
const POLL_AFTER_MS_PER_PLACE: u64 = 5;

/// The member's place: a coupon if MySQL has it, a ticket if Redis has it.
pub async fn mine(shop: &Shop, member: MemberId, id: DropId) -> Outcome<Place> {
    let line = line_of(shop, id).await?;
    let now = shop.now();
    if now < line.opens_at() {
        return Ok(Place::NotOpen { opens_at: line.opens_at(), now });
    }
    if line.winners().is_some_and(|winners| !winners.contains(&member)) {
        return Ok(Place::SoldOut);
    }
    match Line::of(&shop.redis, id).look_up(member).await {
        Ok(Some((view, Some(ticket)))) => {
            line.hear(view, now);
            place_of(shop, &line, member, ticket, view).await
        }
        Ok(looked_up) => {
            if let Some((view, None)) = looked_up {
                line.hear(view, now);
            }
            decided(shop, &line, member).await
        }
        // MySQL alone knows the coupons; a place in the line it cannot tell.
        Err(redis_is_down) => match held_coupon(shop, member, id).await? {
            Some(coupon) => Ok(Place::Issued(coupon)),
            None => Err(redis_is_down),
        },
    }
}

/// What MySQL has decided for a member who does not wait.
pub(super) async fn decided(shop: &Shop, line: &KnownLine, member: MemberId) -> Outcome<Place> {
    let id = line.facts().id;
    // The coupon first: if it is issued between the two questions, the second one cannot hide it.
    if let Some(coupon) = held_coupon(shop, member, id).await? {
        return Ok(Place::Issued(coupon));
    }
    // MySQL's times as well: an owner may have changed them a moment ago.
    let drop = sqlx::query!(
        r#"select quota, issued, opens_at as "opens_at: Moment", closes_at as "closes_at: Moment"
           from drops where id = ?"#,
        id.0
    )
    .fetch_one(&shop.mysql)
    .await?;
    if drop.issued >= drop.quota {
        // The last coupon may have been this member's, between the two questions.
        let coupon = held_coupon(shop, member, id).await?;
        return Ok(coupon.map_or(Place::SoldOut, Place::Issued));
    }
    let now = shop.now();
    if now < drop.opens_at {
        return Ok(Place::NotOpen { opens_at: drop.opens_at, now });
    }
    if now >= drop.closes_at { Ok(Place::Closed) } else { Ok(Place::NotJoined) }
}

/// The member's coupon of a drop.
pub(super) async fn held_coupon(
    shop: &Shop,
    member: MemberId,
    id: DropId,
) -> Outcome<Option<IssuedCoupon>> {
    Ok(sqlx::query_as!(
        IssuedCoupon,
        r#"select code, expires_at as "expires_at: Moment"
           from coupons where drop_id = ? and member_id = ?"#,
        id.0,
        member.0
    )
    .fetch_optional(&shop.mysql)
    .await?)
}

/// A place in the line, with what is known of its time.
pub(super) fn waiting(line: &KnownLine, ticket: Ticket, view: LineView, now: Moment) -> Place {
    let position = ticket.saturating_sub(view.serving);
    let eta_s = line
        .speed_per_s(now)
        .map(|speed| u32::try_from(position.div_ceil(u64::from(speed))).unwrap_or(u32::MAX));
    Place::Waiting {
        ticket,
        serving: view.serving,
        epoch: view.epoch,
        eta_s,
        poll_after_ms: poll_after_ms(position),
    }
}

/// The further back somebody stands, the less often they need to ask.
fn poll_after_ms(position: u64) -> u32 {
    let further = position.saturating_mul(POLL_AFTER_MS_PER_PLACE);
    u32::try_from(further).unwrap_or(u32::MAX).clamp(POLL_AFTER_MS_MIN, POLL_AFTER_MS_MAX)
}

#[cfg(test)]
mod tests {
    use super::poll_after_ms;

    #[test]
    fn who_stands_further_back_asks_less_often_and_nobody_too_seldom() {
        let told = [0, 1, 200, 201, 1_000, 2_000, 1_000_000, u64::MAX].map(poll_after_ms);
        assert_eq!(told, [1_000, 1_000, 1_000, 1_005, 5_000, 10_000, 10_000, 10_000]);
    }
}
