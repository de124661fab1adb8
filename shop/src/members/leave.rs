//! Leaving the shop for good.
//!
//! A shop in Korea must be able to show its contracts, payments and deliveries for five years, and
//! complaints for three (Act on Consumer Protection in Electronic Commerce, article 6, and its decree,
//! article 6). It may keep the buyer's name and address beside them; it need not. So an order keeps
//! what was bought, when, for how much, and what became of it; whose it was and where it went is
//! erased at once, here. docs/privacy.md says it table by table.

use super::prove::prove;
use super::sessions::{self, Session};
use super::{MemberId, factor, identities, links, owner};
use crate::audit::{Subject, note};
use crate::chat::{self, RoomId};
use crate::drops::{self, DropId};
use crate::parts::security::{self, Event};
use crate::{Moment, Outcome, Refusal, Shop};
use serde_json::json;
use sqlx::MySqlConnection;

/// What stands in the table of sessions as the reason for their end.
const ENDED_BY: &str = "left";
/// What orders and the record are said to be of.
const NOBODY: &str = "탈퇴한 회원";

/// Deletes the account of the session's member: whatever names them is gone with the commit, and
/// their e-mail address is free for a new account. Places in lines are given back after it; a coupon
/// that is issued in that moment is nobody's, and cannot be spent.
///
/// # Errors
/// As for every proof of who somebody is (`prove`); [`Refusal::OrdersUnderWay`] while an order is
/// neither delivered nor off; [`Refusal::LastAdmin`].
pub async fn leave(shop: &Shop, session: Session, password: &str) -> Outcome<()> {
    prove(shop, session, password).await?;
    let (member, now) = (session.member, shop.now());
    let mut transaction = shop.mysql.begin().await?;
    // The admins before the member, as everywhere: see `owner::lock_admins`.
    let was_staff = give_roles_back(&mut transaction, member).await?;
    owner::lock_member(&mut transaction, member).await?;
    refuse_while_under_way(&mut transaction, member).await?;
    let ended = sessions::end_others(&mut transaction, member, None, now, ENDED_BY).await?;
    let rooms = erase(&mut transaction, member, now).await?;
    if was_staff {
        let subject = Subject::Member(member.0);
        note(&mut transaction, now, member, "members.leave", subject, &json!({})).await?;
    }
    transaction.commit().await?;
    sessions::forget(shop, &ended);
    security::note(Event::AccountLeft, member, "form");
    chat::tell_gone(shop, &rooms).await;
    if let Err(fault) = leave_lines(shop, member).await {
        fault.log();
    }
    Ok(())
}

/// Whether there were roles to give back. An admin stays until there is another one.
async fn give_roles_back(transaction: &mut MySqlConnection, member: MemberId) -> Outcome<bool> {
    let roles = sqlx::query_scalar!("select role from member_roles where member_id = ?", member.0)
        .fetch_all(&mut *transaction)
        .await?;
    if roles.iter().any(|role| role == super::Role::Admin.as_str()) {
        let admins = owner::lock_admins(&mut *transaction, member).await?;
        if admins.len() == 1 {
            return Err(Refusal::LastAdmin.into());
        }
    }
    sqlx::query!("delete from member_roles where member_id = ?", member.0)
        .execute(transaction)
        .await?;
    Ok(!roles.is_empty())
}

/// An order that is placed at the same time waits for the member's row, and then finds no cart.
async fn refuse_while_under_way(
    transaction: &mut MySqlConnection,
    member: MemberId,
) -> Outcome<()> {
    let under_way = sqlx::query_scalar!(
        "select id from orders
         where member_id = ? and state in ('placed', 'paid', 'preparing', 'shipped') limit 1",
        member.0
    )
    .fetch_optional(transaction)
    .await?;
    if under_way.is_some() { Err(Refusal::OrdersUnderWay.into()) } else { Ok(()) }
}

/// Erases the person from every table. Gives the talks that are gone.
async fn erase(
    transaction: &mut MySqlConnection,
    member: MemberId,
    now: Moment,
) -> Outcome<Vec<RoomId>> {
    let rooms = chat::delete_all_of(&mut *transaction, member).await?;
    factor::delete(&mut *transaction, member).await?;
    links::erase(&mut *transaction, member).await?;
    identities::erase(&mut *transaction, member).await?;
    erase_belongings(&mut *transaction, member).await?;
    sqlx::query!(
        "update orders set recipient = '', phone = null, address = '' where member_id = ?",
        member.0
    )
    .execute(&mut *transaction)
    .await?;
    // The rows stay: another server learns from them that the session has ended.
    sqlx::query!("update sessions set device = null where member_id = ?", member.0)
        .execute(&mut *transaction)
        .await?;
    // Without an @ it is nobody's address, and without a hash nobody's password.
    sqlx::query!(
        "update members set name = ?, email = ?, password_hash = null, address = '' where id = ?",
        NOBODY,
        format!("left-{}", member.0),
        member.0,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        "insert into member_departures (member_id, left_at) values (?, ?)",
        member.0,
        now,
    )
    .execute(transaction)
    .await?;
    Ok(rooms)
}

/// Address book, cart and wishes.
async fn erase_belongings(transaction: &mut MySqlConnection, member: MemberId) -> Outcome<()> {
    sqlx::query!("delete from addresses where member_id = ?", member.0)
        .execute(&mut *transaction)
        .await?;
    sqlx::query!("delete from carts where member_id = ?", member.0)
        .execute(&mut *transaction)
        .await?;
    sqlx::query!("delete from wishes where member_id = ?", member.0)
        .execute(&mut *transaction)
        .await?;
    sqlx::query!("delete from chat_counsellors where member_id = ?", member.0)
        .execute(transaction)
        .await?;
    Ok(())
}

/// Gives back the member's places in all lines that still give coupons.
async fn leave_lines(shop: &Shop, member: MemberId) -> Outcome<()> {
    let open = sqlx::query_scalar!(
        "select id from drops where opens_at <= ? and issued < quota and closes_at > ?",
        shop.now(),
        shop.now(),
    )
    .fetch_all(&shop.mysql)
    .await?;
    for drop in open {
        drops::leave(shop, member, DropId(drop)).await?;
    }
    Ok(())
}
