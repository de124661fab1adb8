//! Where a member is signed in, and signing out there.

use super::token::{SESSION_LIFE, Session, SessionId};
use super::{end_others, forget};
use crate::members::OpenSession;
use crate::members::lock_asker;
use crate::parts::security::{Event, note};
use crate::{Moment, Outcome, Refusal, Shop};

/// Nobody has so many telephones; whoever signs in by a machine sees the newest.
const SHOWN_MAX: u32 = 50;
/// What stands in the table as the reason for their end.
const ENDED_BY: &str = "member, from elsewhere";

/// The sessions of the asker's that have not ended: this one first, then the newest.
///
/// # Errors
/// MySQL is down.
pub async fn list(shop: &Shop, session: Session) -> Outcome<Vec<OpenSession>> {
    let rows = sqlx::query!(
        r#"select id, started_at as "started_at: Moment", device
           from sessions
           where member_id = ? and ended_at is null and started_at > ?
           order by id = ? desc, id desc limit ?"#,
        session.member.0,
        shop.now().minus(SESSION_LIFE),
        session.id.0,
        SHOWN_MAX,
    )
    .fetch_all(&shop.mysql)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| OpenSession {
            id: row.id,
            started_at: row.started_at,
            device: row.device,
            is_this: row.id == session.id.0,
        })
        .collect())
}

/// Ends one of the asker's sessions: here at once, on the other servers within half a second, and
/// the live sockets with it.
///
/// # Errors
/// [`Refusal::NoSuchSession`] if it is none of theirs, or has ended.
pub async fn end_one(shop: &Shop, session: Session, id: SessionId) -> Outcome<()> {
    let ended = sqlx::query!(
        "update sessions set ended_at = ?, ended_by = ?
         where id = ? and member_id = ? and ended_at is null",
        shop.now(),
        ENDED_BY,
        id.0,
        session.member.0,
    )
    .execute(&shop.mysql)
    .await?;
    if ended.rows_affected() == 0 {
        return Err(Refusal::NoSuchSession.into());
    }
    forget(shop, &[id]);
    note(Event::SessionEnded, session.member, "one of one's own");
    Ok(())
}

/// Ends all of the asker's sessions but the one that asks.
///
/// # Errors
/// MySQL is down.
pub async fn end_all_others(shop: &Shop, session: Session) -> Outcome<()> {
    let mut transaction = shop.mysql.begin().await?;
    // A session that starts at the same time waits for this row: it is ended, or begins after.
    let (member, keep) = (session.member, Some(session.id));
    lock_asker(&mut transaction, member).await?;
    let ended = end_others(&mut transaction, member, keep, shop.now(), ENDED_BY).await?;
    transaction.commit().await?;
    forget(shop, &ended);
    note(Event::SessionEnded, member, "all others of one's own");
    Ok(())
}
