//! Coming and going.

use super::sessions::{self, Session, Token};
use super::{Device, Email, MemberId};
use crate::{Outcome, Refusal, Shop};

/// Signs a member in. Takes as long for an address that nobody has.
///
/// # Errors
/// [`Refusal::WrongEmailOrPassword`], one answer for both. [`Refusal::Blocked`] only to whoever
/// knows the password.
pub async fn log_in(
    shop: &Shop,
    email: &str,
    password: &str,
    device: Device,
) -> Outcome<Token> {
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
            sessions::start_with(shop, MemberId(member.id), device, &member.password_hash).await
        }
        _ => Err(Refusal::WrongEmailOrPassword.into()),
    }
}

/// Ends the session, on every server.
pub async fn log_out(shop: &Shop, session: Session) -> Outcome<()> {
    sessions::end(shop, session, "member").await
}
