//! Sessions: who is asking, known without I/O.
//!
//! A token names its session and its member and carries a seal that only the shop can make, so
//! any process believes it at once. What is not in the token is whether the session has ended:
//! every process keeps the ended ones in memory and reads the new endings from MySQL twice a
//! second. Logging out writes to MySQL, so while MySQL is down no session can end either.
//!
//! A token also says when its owner was last there. Who comes again is given it anew, about once an
//! hour; one that was not renewed for long is nobody's.

mod endings;
mod many;
mod mine;
mod token;

pub use endings::{Sessions, follow_endings};
pub use many::start_all;
pub use mine::{end_all_others, end_one, list};
pub use token::{
    SESSION_DAYS_MAX, SESSION_IDLE_DAYS_MAX, SESSION_RENEWED_AFTER, Session, SessionId, SessionKey,
    Token,
};

use super::{Device, MemberId};
use crate::parts::security::{self, Event};
use crate::{Moment, Outcome, Refusal, Shop};
use sqlx::MySqlConnection;

/// What became of somebody who wants in.
pub(super) enum Opened {
    /// They are in.
    Session(Token),
    /// They have a second factor. The hash is of the password that they have just now.
    NeedsCode { password_hash: String },
}

/// Starts a session for a member, and gives the token for their browser. It asks for nothing: this
/// is for rehearsals and tests. Whoever knocks comes in by [`let_in`](super::let_in).
///
/// # Errors
/// [`Refusal::Blocked`].
pub async fn start(shop: &Shop, member: MemberId) -> Outcome<Token> {
    start_after_code(shop, member, Device::default(), |_| true).await
}

/// Starts a session for somebody who has shown all that they have.
///
/// # Errors
/// [`Refusal::Blocked`]; [`Refusal::LogInAgain`] if the password is another by now.
pub(super) async fn start_after_code(
    shop: &Shop,
    member: MemberId,
    device: Device,
    is_known: impl Fn(&str) -> bool,
) -> Outcome<Token> {
    match start_if(shop, member, device, is_known, true).await? {
        Some(Opened::Session(token)) => Ok(token),
        _ => Err(Refusal::LogInAgain.into()),
    }
}

/// Starts a session if the member's password is known, and they have no second factor to show.
///
/// # Errors
/// [`Refusal::Blocked`]; [`Refusal::WrongEmailOrPassword`] if the password is another by now.
pub(super) async fn open(
    shop: &Shop,
    member: MemberId,
    device: Device,
    is_known: impl Fn(&str) -> bool,
) -> Outcome<Opened> {
    let opened = start_if(shop, member, device, is_known, false).await?;
    opened.ok_or_else(|| Refusal::WrongEmailOrPassword.into())
}

/// The new row holds a lock on its member, for which whoever blocks the member, changes the password
/// or sets up a second factor waits before ending the sessions: none that starts at the same time is
/// missed. `None` is a password that is not known, or somebody who has left.
async fn start_if(
    shop: &Shop,
    member: MemberId,
    device: Device,
    is_known: impl Fn(&str) -> bool,
    has_shown_code: bool,
) -> Outcome<Option<Opened>> {
    let now = shop.now();
    let secret = shop.random();
    let mut transaction = shop.mysql.begin().await?;
    let row = sqlx::query!(
        "insert into sessions (member_id, secret_hash, started_at, device) values (?, ?, ?, ?)",
        member.0,
        &token::hash_of(&secret)[..],
        now,
        device.to_text(),
    )
    .execute(&mut *transaction)
    .await?;
    // Somebody without a password has an empty one here, which is nobody's hash.
    let owner = sqlx::query!(
        r#"select coalesce(m.password_hash, '') as "password_hash!",
                  b.member_id is not null as "blocked!: bool",
                  f.member_id is not null as "has_factor!: bool",
                  d.member_id is not null as "has_left!: bool"
           from members m
           left join member_departures d on d.member_id = m.id
           left join member_blocks b on b.member_id = m.id
           left join member_factors f on f.member_id = m.id
           where m.id = ?"#,
        member.0
    )
    .fetch_one(&mut *transaction)
    .await?;
    if owner.has_left || !is_known(&owner.password_hash) {
        return Ok(None);
    }
    if owner.blocked {
        security::note(Event::Blocked, member, "log-in");
        return Err(Refusal::Blocked.into());
    }
    if owner.has_factor && !has_shown_code {
        // The row goes with the transaction.
        return Ok(Some(Opened::NeedsCode { password_hash: owner.password_hash }));
    }
    transaction.commit().await?;
    let session = Session { id: SessionId(row.last_insert_id()), member, started_at: now };
    Ok(Some(Opened::Session(shop.sessions.seal(session, secret))))
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
    forget(shop, &[session.id]);
    Ok(())
}

/// Ends a member's sessions but the one to keep, in a transaction that has locked the member's
/// row. What it gives is for [`forget`], after the commit.
pub(super) async fn end_others(
    transaction: &mut MySqlConnection,
    member: MemberId,
    keep: Option<SessionId>,
    now: Moment,
    by: &str,
) -> Result<Vec<SessionId>, sqlx::Error> {
    let keep = keep.map_or(0, |session| session.0);
    let ended = sqlx::query_scalar!(
        "select id from sessions where member_id = ? and id <> ? and ended_at is null",
        member.0,
        keep,
    )
    .fetch_all(&mut *transaction)
    .await?;
    // One by one, by their numbers: a statement that looks for them could meet the row of a session
    // that starts, which waits for the member's row, and so for us.
    for id in &ended {
        sqlx::query!("update sessions set ended_at = ?, ended_by = ? where id = ?", now, by, id)
            .execute(&mut *transaction)
            .await?;
    }
    Ok(ended.into_iter().map(SessionId).collect())
}

/// Believes ended sessions no more, at once in this process, and closes their sockets.
pub(super) fn forget(shop: &Shop, ended: &[SessionId]) {
    for id in ended {
        shop.sessions.note_ended(*id);
        shop.hub.close_session(*id);
    }
}
