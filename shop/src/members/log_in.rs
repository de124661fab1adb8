//! Coming and going.

use super::let_in::{Entry, let_in_by_password};
use super::sessions::{self, Session};
use super::{Device, Email, MemberId};
use crate::{Outcome, Refusal, Shop};

/// Lets a member in, but for the code of a second factor. Takes as long for an address that nobody has.
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
    let hash = known.as_ref().map(|member| member.password_hash.as_str());
    let fits = shop.passwords.check(password, hash).await?;
    match known {
        Some(member) if fits => {
            let_in_by_password(shop, MemberId(member.id), device, &member.password_hash).await
        }
        _ => Err(Refusal::WrongEmailOrPassword.into()),
    }
}

/// Ends the session, on every server.
pub async fn log_out(shop: &Shop, session: Session) -> Outcome<()> {
    sessions::end(shop, session, "member").await
}
