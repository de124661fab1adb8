//! Coming and going.

use super::sessions::{self, Session, Token};
use super::{Email, MemberId};
use crate::{Outcome, Refusal, Shop};

/// Longer than any password we take: nobody hashes a megabyte for a guess.
const PASSWORD_BYTES_MAX: usize = 512;

/// Signs a member in. Takes as long for an address that nobody has.
///
/// # Errors
/// [`Refusal::WrongEmailOrPassword`], one answer for both.
pub async fn log_in(shop: &Shop, email: &str, password: &str) -> Outcome<Token> {
    if password.len() > PASSWORD_BYTES_MAX {
        return Err(Refusal::WrongEmailOrPassword.into());
    }
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
        Some(member) if fits => sessions::start(shop, MemberId(member.id)).await,
        _ => Err(Refusal::WrongEmailOrPassword.into()),
    }
}

/// Ends the session, on every server.
pub async fn log_out(shop: &Shop, session: Session) -> Outcome<()> {
    sessions::end(shop, session, "member").await
}
