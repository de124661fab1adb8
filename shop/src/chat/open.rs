//! Opening a room.

use super::show::newest_of;
use super::{Asker, RoomId, RoomState, Side};
use crate::members::{MemberId, VisitorKey, lock};
use crate::{Language, Outcome, Refusal, Shop};

/// Where somebody speaks, and as whom.
pub(super) struct Place {
    pub room: RoomId,
    pub side: Side,
    /// Whose talk it is, if a member's.
    pub owner: Option<MemberId>,
    /// Why nothing new may be said there.
    pub shut: Option<Refusal>,
    /// The new secret of the visitor for whose first message it was opened.
    pub opened_for: Option<VisitorKey>,
}

impl Place {
    fn own(room: RoomId, owner: Option<MemberId>) -> Self {
        let side = Side::Shopper;
        Self { room, side, owner, shut: None, opened_for: None }
    }
}

/// The asker's own talk that goes on, or a new one. A person has one at a time: a first message
/// that is sent again, or from two tabs, finds the room that the other one has opened.
pub(super) async fn find_or_open(shop: &Shop, asker: &Asker, language: Language) -> Outcome<Place> {
    if let Some(newest) = newest_of(shop, asker).await?
        && newest.state != RoomState::Closed
    {
        return Ok(Place::own(newest.id, owner_of(shop, newest.id).await?));
    }
    match asker.member {
        Some(member) => open_for_member(shop, member, language).await,
        None => open_for_visitor(shop, asker.visitor.as_ref(), language).await,
    }
}

async fn owner_of(shop: &Shop, room: RoomId) -> Outcome<Option<MemberId>> {
    let owner = sqlx::query_scalar!("select member_id from chat_rooms where id = ?", room.0)
        .fetch_optional(&shop.mysql)
        .await?;
    Ok(owner.flatten().map(MemberId))
}

/// The member's row is locked, so that of two first messages one opens the room and the other
/// finds it.
async fn open_for_member(shop: &Shop, member: MemberId, language: Language) -> Outcome<Place> {
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    lock(&mut transaction, member).await?;
    let open = sqlx::query_scalar!(
        "select id from chat_rooms where member_id = ? and state <> 'closed'
         order by id desc limit 1",
        member.0,
    )
    .fetch_optional(&mut *transaction)
    .await?;
    if let Some(id) = open {
        transaction.rollback().await?;
        return Ok(Place::own(RoomId(id), Some(member)));
    }
    let opened = sqlx::query!(
        "insert into chat_rooms (member_id, language, opened_at, state, state_at)
         values (?, ?, ?, 'bot', ?)",
        member.0,
        word_of(language),
        now,
        now,
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(Place::own(RoomId(opened.last_insert_id()), Some(member)))
}

/// A visitor who has a secret already keeps it, if a room knows it: nobody can make a visitor use
/// a talk whose secret they know.
async fn open_for_visitor(
    shop: &Shop,
    known: Option<&VisitorKey>,
    language: Language,
) -> Outcome<Place> {
    let (visitor, is_new) = match known {
        Some(known) if has_rooms(shop, known).await? => (known.clone(), false),
        _ => (VisitorKey::new(shop.random()), true),
    };
    let now = shop.now();
    let opened = sqlx::query!(
        "insert into chat_rooms (visitor_hash, language, opened_at, state, state_at)
         values (?, ?, ?, 'bot', ?)",
        &visitor.hash()[..],
        word_of(language),
        now,
        now,
    )
    .execute(&shop.mysql)
    .await?;
    let place = Place::own(RoomId(opened.last_insert_id()), None);
    Ok(Place { opened_for: is_new.then_some(visitor), ..place })
}

async fn has_rooms(shop: &Shop, visitor: &VisitorKey) -> Outcome<bool> {
    let rooms = sqlx::query_scalar!(
        r#"select count(*) as "rooms: i64" from chat_rooms where visitor_hash = ?"#,
        &visitor.hash()[..],
    )
    .fetch_one(&shop.mysql)
    .await?;
    Ok(rooms > 0)
}

/// A visitor's first message did not come through, and nobody was told the room's secret: without
/// it the room is nobody's. If Kafka has the message after all, the archiver finds no room for it.
/// A room that its shopper finds again stays: something else may be on its way there.
pub(super) async fn give_up(shop: &Shop, room: RoomId) {
    let deleted = sqlx::query!("delete from chat_rooms where id = ? and last_number = 0", room.0)
        .execute(&shop.mysql)
        .await;
    if let Err(error) = deleted {
        crate::Fault::from(error).log();
    }
}

fn word_of(language: Language) -> &'static str {
    match language {
        Language::Ko => "ko",
        Language::En => "en",
    }
}
