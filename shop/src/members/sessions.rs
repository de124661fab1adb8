//! Sessions: who is asking, known without I/O.
//!
//! A token names its session and its member and carries a seal that only the shop can make, so
//! any process believes it at once. What is not in the token is whether the session has ended:
//! every process keeps the ended ones in memory and reads the new endings from MySQL twice a
//! second. Logging out writes to MySQL, so while MySQL is down no session can end either.

mod endings;
mod token;

pub use endings::{Sessions, follow_endings};
pub use token::{SESSION_DAYS_MAX, Session, SessionId, SessionKey, Token};

use super::MemberId;
use crate::{Outcome, Shop};

/// Starts a session for a member, and gives the token for their browser.
pub async fn start(shop: &Shop, member: MemberId) -> Outcome<Token> {
    let now = shop.now();
    let secret = shop.random();
    let row = sqlx::query!(
        "insert into sessions (member_id, secret_hash, started_at) values (?, ?, ?)",
        member.0,
        &token::hash_of(&secret)[..],
        now,
    )
    .execute(&shop.mysql)
    .await?;
    let session = Session { id: SessionId(row.last_insert_id()), member, started_at: now };
    Ok(shop.sessions.seal(session, secret))
}

/// Ends a session: here at once, on the other servers within half a second, and the live sockets
/// with it.
pub async fn end(shop: &Shop, session: Session, by: &str) -> Outcome<()> {
    sqlx::query!(
        "update sessions set ended_at = ?, ended_by = ? where id = ? and ended_at is null",
        shop.now(),
        by,
        session.id.0,
    )
    .execute(&shop.mysql)
    .await?;
    shop.sessions.note_ended(session.id);
    shop.hub.close_session(session.id);
    Ok(())
}
