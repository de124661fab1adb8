//! The click: one ticket a member, in order of arrival.

use super::challenge::Challenge;
use super::line::Line;
use super::lines::{KnownLine, line_of};
use super::mine::{self, held_coupon};
use super::turnstile::{Passed, pass};
use super::{DropId, LineState, LineView, Place, Ticket, reconcile};
use crate::members::MemberId;
use crate::parts::Part;
use crate::{Moment, Outcome, Refusal, Shop};
use std::sync::Arc;
use std::time::Duration;

/// Redis must have been silent for this long before anybody goes past the line.
const DOOR_OPENS_AFTER: Duration = Duration::from_millis(2_500);

/// Takes a ticket, or says at once why there is none to take. Clicking again gives the same
/// ticket.
///
/// The way is short on purpose: memory, one script, answer. While Redis is down it leads through
/// the [`Door`](super::Door) straight to MySQL.
///
/// Where the shop asks for a proof of work, whoever comes without one, or with one that is wrong or
/// too old, gets a challenge from memory and nothing else. That is so for who has a ticket as well:
/// to know it is a question to Redis, which a click without a proof shall not cost. The page solves
/// it by itself and is given the same ticket, and [`mine`](super::mine()) tells it to who only asks.
pub async fn join(
    shop: &Shop,
    member: MemberId,
    id: DropId,
    proof: Option<&str>,
) -> Outcome<Place> {
    if let Some(stopped) = shop.stop.answer()
        && shop.lines.get(id).is_none()
    {
        // Nobody here has asked for this drop yet: that would cost MySQL a question.
        return Ok(stopped);
    }
    let line = line_of(shop, id).await?;
    let answer = take_place(shop, &line, member, id, proof).await;
    line.pulse.count(&answer, proof.is_some());
    answer
}

/// Turns a click away that came too soon after others, and counts it.
///
/// # Errors
/// [`Refusal::TooManyClicks`], always.
pub fn turn_away(shop: &Shop, id: DropId, retry_after_s: u32) -> Outcome<Place> {
    let answer = Err(Refusal::TooManyClicks { retry_after_s }.into());
    if let Some(line) = shop.lines.get(id) {
        line.pulse.count(&answer, false);
    }
    answer
}

async fn take_place(
    shop: &Shop,
    line: &Arc<KnownLine>,
    member: MemberId,
    id: DropId,
    proof: Option<&str>,
) -> Outcome<Place> {
    let now = shop.now();
    if now < line.opens_at() {
        return Ok(Place::NotOpen { opens_at: line.opens_at(), now });
    }
    let winners = line.winners();
    if winners.as_ref().is_some_and(|winners| !winners.contains(&member)) {
        return Ok(Place::SoldOut);
    }
    if let Some(stopped) = shop.stop.answer() {
        return Ok(stopped);
    }
    if winners.is_some() {
        return Box::pin(mine::mine(shop, member, id)).await;
    }
    if let Some(challenge) = challenge(shop, line, member, id, proof, now) {
        return Ok(Place::Challenge(challenge));
    }
    let passed = pass(shop, line, member, id).await;
    if let Ok(Some((view, Some(ticket)))) = passed
        && let Some(place) = undecided(line, ticket, view, now)
    {
        return Ok(place);
    }
    // All else is rare, and asks MySQL; in a box it does not make every click's future large.
    Box::pin(take_the_rare_way(shop, line, member, id, passed)).await
}

/// What stands between a click and its ticket. Nothing where no ticket is given any more, as far as
/// this process knows: then nobody works in vain.
fn challenge(
    shop: &Shop,
    line: &KnownLine,
    member: MemberId,
    id: DropId,
    proof: Option<&str>,
    now: Moment,
) -> Option<Challenge> {
    let challenges = shop.challenges.as_ref()?;
    let is_gone = line.view().is_some_and(|view| view.state == LineState::SoldOut);
    let gives_tickets = !is_gone && now < line.closes_at();
    gives_tickets.then(|| challenges.unmet(member, id, proof, now)).flatten()
}

async fn take_the_rare_way(
    shop: &Shop,
    line: &Arc<KnownLine>,
    member: MemberId,
    id: DropId,
    passed: Outcome<Option<Passed>>,
) -> Outcome<Place> {
    let taken = match passed {
        Ok(passed) => take_ticket(shop, line, member, id, passed).await,
        Err(fault) => Err(fault),
    };
    match taken {
        Err(fault) if fault.is_down(Part::Redis) && shop.now() < line.closes_at() => {
            // A single answer that was late is no reason to let anybody pass those who wait.
            if shop.redis.silent_for() < DOOR_OPENS_AFTER {
                return Err(fault);
            }
            fault.log();
            shop.door.claim(shop, &line.facts(), member).await
        }
        other => other,
    }
}

async fn take_ticket(
    shop: &Shop,
    line: &Arc<KnownLine>,
    member: MemberId,
    id: DropId,
    mut passed: Option<Passed>,
) -> Outcome<Place> {
    if passed.is_none() {
        reconcile::open_line(shop, line, None).await?;
        passed = pass(shop, line, member, id).await?;
    }
    if let Some((view, Some(ticket))) = passed
        && ticket <= view.serving
        && view.state != LineState::SoldOut
        && held_coupon(shop, member, id).await?.is_none()
    {
        // Decided, and yet without a coupon: Redis lost its newest writes and gave this number
        // twice. The member is owed a new place.
        passed = pass_again(shop, member, id, ticket).await?;
    }
    match passed {
        Some((view, Some(ticket))) => place_of(shop, line, member, ticket, view).await,
        Some((_, None)) => mine::mine(shop, member, id).await,
        // Redis forgets faster than we can tell it: as good as down.
        None => shop.door.claim(shop, &line.facts(), member).await,
    }
}

/// Alone, and not with a ticket that is void.
async fn pass_again(
    shop: &Shop,
    member: MemberId,
    id: DropId,
    void: Ticket,
) -> Outcome<Option<Passed>> {
    let joined = Line::of(&shop.redis, id).join([member], shop.now(), void).await?;
    Ok(joined.map(|joined| (joined.view, joined.tickets.first().copied().flatten())))
}

/// Where a ticket stands; what has been decided is read from MySQL.
pub(super) async fn place_of(
    shop: &Shop,
    line: &KnownLine,
    member: MemberId,
    ticket: Ticket,
    view: LineView,
) -> Outcome<Place> {
    match undecided(line, ticket, view, shop.now()) {
        Some(place) => Ok(place),
        None => mine::decided(shop, line, member).await,
    }
}

/// Where a ticket stands that nobody has decided upon.
fn undecided(line: &KnownLine, ticket: Ticket, view: LineView, now: Moment) -> Option<Place> {
    if ticket <= view.serving || view.state == LineState::SoldOut {
        return None;
    }
    Some(match view.state {
        LineState::Paused => Place::Paused { ticket: Some(ticket) },
        _ => mine::waiting(line, ticket, view, now),
    })
}
