//! Coming and going.

use super::let_in::{Entry, let_in_by_password};
use super::sessions::{self, Session};
use super::{Device, Email, MemberId};
use crate::parts::security::{Event, note};
use crate::{Outcome, Refusal, Shop};

/// Lets a member in, but for the code of a second factor. Takes as long for an address that nobody has,
/// and for a member without a password.
///
/// # Errors
/// [`Refusal::WrongEmailOrPassword`], one answer for both. [`Refusal::Blocked`] only to whoever
/// knows the password.
pub async fn log_in(shop: &Shop, email: &str, password: &str, device: Device) -> Outcome<Entry> {
    let known = match Email::parse(email) {
        Ok(email) => {
            sqlx::query!("select id, password_hash from members where email = ?", email.as_str())
                .fetch_optional(&shop.mysql)
                .await?
        }
        Err(_) => None,
    };
    // Nobody, and somebody without a password, are checked against a password that is nobody's.
    let (member, hash) = known.map(|known| (known.id, known.password_hash)).unzip();
    let hash = hash.flatten();
    let fits = shop.passwords.check(password, hash.as_deref()).await?;
    match (member, hash) {
        (Some(member), Some(hash)) if fits => {
            let_in_by_password(shop, MemberId(member), device, &hash).await
        }
        _ => {
            note(Event::WrongPassword, member.map(MemberId), "log-in");
            Err(Refusal::WrongEmailOrPassword.into())
        }
    }
}

/// Ends the session that a browser had when somebody logged in there once more: it forgets it, so
/// that nobody would end it but time.
pub async fn end_last(shop: &Shop, session: Session) -> Outcome<()> {
    sessions::end(shop, session, "another log-in").await?;
    note(Event::SessionEnded, session.member, "another log-in");
    Ok(())
}

/// Ends the session, on every server.
pub async fn log_out(shop: &Shop, session: Session) -> Outcome<()> {
    sessions::end(shop, session, "member").await?;
    note(Event::LoggedOut, session.member, "own");
    Ok(())
}
