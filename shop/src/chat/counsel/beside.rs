//! What a counsellor sees beside a talk.

use super::super::access::state_of;
use super::notes::notes;
use super::show::enter;
use super::{Beside, OrderBrief, Rating, RoomBrief};
use crate::chat::RoomId;
use crate::coupons::{Coupon, list_spendable};
use crate::members::MemberId;
use crate::orders::{OrderId, State};
use crate::{Fault, Language, Moment, Outcome, Shop, Won};

/// Orders beside a talk: those that a shopper asks about are the newest.
const ORDERS_MAX: u32 = 5;
/// Coupons beside a talk.
const COUPONS_MAX: u32 = 5;
/// Other rooms of the same shopper.
const ROOMS_MAX: u32 = 5;

/// What the shop knows of the shopper of a room, and what counsellors have noted on it.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal); [`Refusal::NoSuchRoom`](crate::Refusal).
pub async fn beside(shop: &Shop, by: MemberId, id: RoomId) -> Outcome<Beside> {
    let owner = enter(shop, by, id).await?.owner;
    let (facts, orders, coupons, other_rooms, notes) = tokio::try_join!(
        facts(shop, id),
        orders_of(shop, owner),
        coupons_of(shop, owner),
        other_rooms(shop, id),
        notes(shop, id),
    )?;
    let Facts { language, member_since, rating } = facts;
    Ok(Beside { language, member_since, orders, coupons, other_rooms, rating, notes })
}

struct Facts {
    language: Language,
    member_since: Option<Moment>,
    rating: Option<Rating>,
}

async fn facts(shop: &Shop, id: RoomId) -> Outcome<Facts> {
    let row = sqlx::query!(
        r#"select r.language, m.signed_up_at as "signed_up_at?: Moment",
                  g.is_good as "is_good?: bool", g.word as "word?"
           from chat_rooms r
           left join members m on m.id = r.member_id
           left join chat_ratings g on g.room_id = r.id
           where r.id = ?"#,
        id.0,
    )
    .fetch_one(&shop.mysql)
    .await?;
    let rating = row.is_good.zip(row.word).map(|(is_good, word)| Rating { is_good, word });
    let language = if row.language == "en" { Language::En } else { Language::Ko };
    Ok(Facts { language, member_since: row.signed_up_at, rating })
}

async fn orders_of(shop: &Shop, member: Option<MemberId>) -> Outcome<Vec<OrderBrief>> {
    let Some(member) = member else { return Ok(vec![]) };
    let rows = sqlx::query!(
        r#"select id, state, total_won, placed_at as "placed_at: Moment" from orders
           where member_id = ? order by placed_at desc, id desc limit ?"#,
        member.0,
        ORDERS_MAX,
    )
    .fetch_all(&shop.mysql)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(OrderBrief {
                id: OrderId(row.id),
                state: order_state_of(&row.state)?,
                total: Won(row.total_won),
                placed_at: row.placed_at,
            })
        })
        .collect()
}

fn order_state_of(word: &str) -> Outcome<State> {
    word.parse().map_err(|_| Fault::Broken(format!("{word:?} is no state of an order")))
}

async fn coupons_of(shop: &Shop, member: Option<MemberId>) -> Outcome<Vec<Coupon>> {
    match member {
        Some(member) => list_spendable(shop, member, COUPONS_MAX).await,
        None => Ok(vec![]),
    }
}

/// The same member's, or the same browser's.
async fn other_rooms(shop: &Shop, id: RoomId) -> Outcome<Vec<RoomBrief>> {
    let rows = sqlx::query!(
        r#"select o.id, o.state, o.opened_at as "opened_at: Moment", o.last_number
           from (select id from (select m.id from chat_rooms r
                                 join chat_rooms m on m.member_id = r.member_id
                                 where r.id = ? order by m.id desc limit ?) of_member
                 union
                 select id from (select v.id from chat_rooms r
                                 join chat_rooms v on v.visitor_hash = r.visitor_hash
                                 where r.id = ? order by v.id desc limit ?) of_visitor) found
           join chat_rooms o on o.id = found.id
           where o.id <> ?
           order by o.id desc limit ?"#,
        id.0,
        ROOMS_MAX + 1,
        id.0,
        ROOMS_MAX + 1,
        id.0,
        ROOMS_MAX,
    )
    .fetch_all(&shop.mysql)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(RoomBrief {
                id: RoomId(row.id),
                state: state_of(&row.state)?,
                opened_at: row.opened_at,
                messages: row.last_number,
            })
        })
        .collect()
}
