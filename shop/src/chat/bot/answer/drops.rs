//! The first-come coupons, and the shopper's place in a line.

use super::TOLD_MAX;
use crate::chat::bot::{BotSays, SaidDrop, SaidPlace};
use crate::drops::{self, Drop, Place, Stage};
use crate::members::MemberId;
use crate::parts::Part;
use crate::{Outcome, Shop};

/// The drops that are open, each with the shopper's place; if none is, the one that opens next.
pub(super) async fn open_or_next(shop: &Shop, shopper: Option<MemberId>) -> Outcome<BotSays> {
    let list = drops::list(shop).await?;
    let is_open = |drop: &&Drop| matches!(drop.stage(list.now), Stage::Open | Stage::Paused);
    let is_next = |drop: &&Drop| drop.stage(list.now) == Stage::Upcoming;
    let mut told = Vec::new();
    for drop in list.drops.iter().filter(is_open).take(TOLD_MAX) {
        told.push(said(drop, place(shop, shopper, drop).await?));
    }
    if told.is_empty() {
        let next = list.drops.iter().find(is_next);
        told.extend(next.map(|drop| said(drop, SaidPlace::Upcoming)));
    }
    Ok(BotSays::Drops { drops: told })
}

fn said(drop: &Drop, place: SaidPlace) -> SaidDrop {
    let Drop { id, name, opens_at, closes_at, .. } = drop.clone();
    SaidDrop { id, name, opens_at, closes_at, place }
}

async fn place(shop: &Shop, shopper: Option<MemberId>, drop: &Drop) -> Outcome<SaidPlace> {
    let of_nobody = match drop.paused_at {
        Some(_) => SaidPlace::Paused { ticket: None },
        None => SaidPlace::Open,
    };
    let Some(member) = shopper else { return Ok(of_nobody) };
    match drops::mine(shop, member, drop.id).await {
        Ok(Place::NotJoined) => Ok(of_nobody),
        Ok(place) => Ok(told(&place)),
        // Without Redis nobody knows the line; what else is asked of the bot is answered meanwhile.
        Err(fault) if fault.is_down(Part::Redis) => Ok(of_nobody),
        Err(fault) => Err(fault),
    }
}

fn told(place: &Place) -> SaidPlace {
    match place {
        Place::NotOpen { .. } => SaidPlace::Upcoming,
        // Nobody proves anything by asking.
        Place::NotJoined | Place::Challenge(_) => SaidPlace::Open,
        Place::Waiting { ticket, serving, eta_s, .. } => SaidPlace::Waiting {
            ticket: *ticket,
            position: ticket.saturating_sub(*serving),
            eta_s: *eta_s,
        },
        Place::Issued(_) => SaidPlace::Issued,
        Place::SoldOut | Place::Closed => SaidPlace::Over,
        Place::Paused { ticket } => SaidPlace::Paused { ticket: *ticket },
        Place::Stopped { .. } => SaidPlace::Paused { ticket: None },
    }
}
