//! Rooms of the rehearsal's own, each taken by a counsellor.

use crate::stage::{Actor, actors};
use shop::Shop;
use shop::chat::{MessageKey, RoomId};
use shop::members::{self, Role};
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use std::sync::Arc;

/// A counsellor's socket enters so many rooms.
pub(super) const ROOMS_PER_COUNSELLOR: usize = 10;
const ROWS_PER_INSERT: usize = 1_000;

/// Who talks, and where.
pub struct Ground {
    /// The shoppers, in the order of the rooms.
    pub shoppers: Vec<Actor>,
    /// One for ten rooms, in their order.
    pub counsellors: Vec<Actor>,
    /// The rooms.
    pub rooms: Vec<RoomId>,
}

impl Ground {
    /// Makes them, with a counsellor for every ten.
    ///
    /// # Errors
    /// MySQL said no.
    pub async fn prepare(shop: &Arc<Shop>, rooms: u32) -> Result<Self, String> {
        let run = shop.now().ms();
        let counsellors = rooms.div_ceil(ROOMS_PER_COUNSELLOR as u32);
        let everybody = actors::insert_members(shop, run, rooms + counsellors).await?;
        let mut shoppers = actors::sign_in(shop, &everybody).await?;
        let counsellors = shoppers.split_off(rooms as usize);
        for n in rooms..rooms + counsellors.len() as u32 {
            members::grant(shop, &actors::email(run, n), Role::Counsellor, "rehearsal")
                .await
                .map_err(|error| format!("counsellors: {error}"))?;
        }
        let rooms = insert_rooms(shop, &shoppers, &counsellors).await?;
        Ok(Self { shoppers, counsellors, rooms })
    }

    /// Whose room it is at the shop's side.
    pub fn counsellor_of(&self, room: usize) -> &Actor {
        &self.counsellors[room / ROOMS_PER_COUNSELLOR]
    }

    /// Every message that MySQL has of these rooms: which key got which number in which room.
    ///
    /// # Errors
    /// MySQL said no.
    pub async fn archived(
        &self,
        shop: &Shop,
    ) -> Result<HashMap<MessageKey, (RoomId, u32)>, String> {
        let (first, last) = (self.rooms.first(), self.rooms.last());
        let (first, last) = first.zip(last).ok_or("no rooms")?;
        let rows: Vec<(u64, u32, Vec<u8>)> = sqlx::query_as(
            "select room_id, number, message_key from chat_messages where room_id between ? and ?",
        )
        .bind(first.0)
        .bind(last.0)
        .fetch_all(&shop.mysql)
        .await
        .map_err(|error| format!("messages: {error}"))?;
        let keyed = rows.into_iter().filter_map(|(room, number, key)| {
            Some((MessageKey(key.try_into().ok()?), (RoomId(room), number)))
        });
        Ok(keyed.collect())
    }
}

/// Taken by their counsellors, as if the bot had handed them over.
async fn insert_rooms(
    shop: &Shop,
    shoppers: &[Actor],
    counsellors: &[Actor],
) -> Result<Vec<RoomId>, String> {
    let now = shop.now();
    let problem = |error: sqlx::Error| format!("rooms: {error}");
    let whose: Vec<_> = shoppers.iter().enumerate().collect();
    for part in whose.chunks(ROWS_PER_INSERT) {
        let mut insert = QueryBuilder::<MySql>::new(
            "insert into chat_rooms
                 (member_id, language, opened_at, state, state_at, counsellor_id) ",
        );
        insert.push_values(part, |mut row, (n, shopper)| {
            row.push_bind(shopper.member.0)
                .push_bind("ko")
                .push_bind(now)
                .push_bind("taken")
                .push_bind(now)
                .push_bind(counsellors[n / ROOMS_PER_COUNSELLOR].member.0);
        });
        insert.build().execute(&shop.mysql).await.map_err(problem)?;
    }
    let (first, last) = (shoppers.first(), shoppers.last());
    let (first, last) = first.zip(last).ok_or("no shoppers")?;
    let ids: Vec<u64> = sqlx::query_scalar(
        "select id from chat_rooms where member_id between ? and ? order by member_id",
    )
    .bind(first.member.0)
    .bind(last.member.0)
    .fetch_all(&shop.mysql)
    .await
    .map_err(problem)?;
    Ok(ids.into_iter().map(RoomId).collect())
}
