//! A counsellor takes a room, or hands it over.

use super::super::change::{Before, Change, change};
use super::super::presence::{GONE_AFTER, see};
use super::show::enter;
use crate::chat::{RoomId, RoomState};
use crate::members::{MemberId, find as find_member};
use crate::{Moment, Outcome, Refusal, Shop};

/// Takes a room that nobody looks after, or whose counsellor has gone. Taking one's own again
/// changes nothing.
///
/// # Errors
/// [`Refusal::NotAllowed`]; [`Refusal::NoSuchRoom`]; [`Refusal::RoomClosed`];
/// [`Refusal::RoomMovedOn`] if a counsellor who is at work has it.
pub async fn take(shop: &Shop, by: MemberId, id: RoomId) -> Outcome<()> {
    let access = enter(shop, by, id).await?;
    // First, so that whoever comes a moment later finds somebody at work.
    see(shop, by).await?;
    if access.counsellor == Some(by) {
        return Ok(());
    }
    let to_me = Change { to: RoomState::Taken, counsellor: Some(by), by: Some(by) };
    let now = shop.now();
    change(shop, id, to_me, |before| may_take(before, now)).await
}

/// Gives a room to a colleague.
///
/// # Errors
/// [`Refusal::NoSuchRoom`]; [`Refusal::NoSuchMember`] for somebody who does not work for the shop;
/// [`Refusal::NotAllowed`] if another has it and the asker is no admin; [`Refusal::RoomMovedOn`] if
/// nobody has it, or the colleague already.
pub async fn hand_over(shop: &Shop, by: MemberId, id: RoomId, to: MemberId) -> Outcome<()> {
    enter(shop, by, id).await?;
    let (giver, taker) = tokio::try_join!(find_member(shop, by), find_member(shop, to))?;
    if !taker.is_some_and(|member| member.is_staff()) {
        return Err(Refusal::NoSuchMember.into());
    }
    let is_admin = giver.is_some_and(|member| member.is_admin());
    let to_them = Change { to: RoomState::Taken, counsellor: Some(to), by: Some(by) };
    change(shop, id, to_them, |before| may_hand_over(before, by, to, is_admin)).await
}

fn may_take(before: Before, now: Moment) -> Result<(), Refusal> {
    let is_away = before.counsellor_seen_at.is_none_or(|seen_at| seen_at.plus(GONE_AFTER) <= now);
    match before.state {
        RoomState::Bot | RoomState::Waiting => Ok(()),
        RoomState::Taken if is_away => Ok(()),
        RoomState::Taken => Err(Refusal::RoomMovedOn),
        RoomState::Closed => Err(Refusal::RoomClosed),
    }
}

fn may_hand_over(
    before: Before,
    by: MemberId,
    to: MemberId,
    is_admin: bool,
) -> Result<(), Refusal> {
    match before.counsellor {
        None => Err(Refusal::RoomMovedOn),
        Some(holder) if holder == to => Err(Refusal::RoomMovedOn),
        Some(holder) if holder == by || is_admin => Ok(()),
        Some(_) => Err(Refusal::NotAllowed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::from_ms(1_000_000_000);

    fn before(state: RoomState, seen_ms_ago: Option<i64>) -> Before {
        let counsellor = (state == RoomState::Taken).then_some(MemberId(1));
        let counsellor_seen_at = seen_ms_ago.map(|ms| Moment::from_ms(NOW.ms() - ms));
        Before { state, counsellor, counsellor_seen_at }
    }

    #[test]
    fn who_is_at_work_keeps_their_room_and_who_has_gone_does_not() {
        let taken = |seen_ms_ago| may_take(before(RoomState::Taken, seen_ms_ago), NOW);
        assert_eq!(taken(Some(59_999)), Err(Refusal::RoomMovedOn));
        assert_eq!(taken(Some(60_000)), Ok(()));
        assert_eq!(taken(None), Ok(()));
    }

    #[test]
    fn what_nobody_has_may_be_taken_and_what_is_over_may_not() {
        let taken = |state| may_take(before(state, None), NOW);
        assert_eq!(taken(RoomState::Bot), Ok(()));
        assert_eq!(taken(RoomState::Waiting), Ok(()));
        assert_eq!(taken(RoomState::Closed), Err(Refusal::RoomClosed));
    }

    #[test]
    fn only_who_has_a_room_or_an_admin_hands_it_over_and_to_another() {
        let (holder, other, third) = (MemberId(1), MemberId(2), MemberId(3));
        let taken = before(RoomState::Taken, Some(0));
        assert_eq!(may_hand_over(taken, holder, other, false), Ok(()));
        assert_eq!(may_hand_over(taken, third, other, false), Err(Refusal::NotAllowed));
        assert_eq!(may_hand_over(taken, third, other, true), Ok(()));
        assert_eq!(may_hand_over(taken, holder, holder, false), Err(Refusal::RoomMovedOn));
        let waiting = before(RoomState::Waiting, None);
        assert_eq!(may_hand_over(waiting, holder, other, true), Err(Refusal::RoomMovedOn));
    }
}
