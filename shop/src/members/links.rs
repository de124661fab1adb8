//! Links in letters: whoever follows one reads the mailbox it was sent to.

use super::{MemberId, lock};
use crate::{Moment, Outcome, Refusal, Shop};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sqlx::MySqlConnection;
use std::fmt;
use std::time::Duration;

/// 128 bits: nobody finds another's by trying.
const SECRET_BYTES: usize = 16;
/// A way to a new password is short-lived: whoever asks for one is reading their mail.
const RESET_FOR: Duration = Duration::from_secs(30 * 60);
const CONFIRM_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// The secret in a link. The table has only its BLAKE3.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkToken([u8; SECRET_BYTES]);

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To choose a new password.
    Reset,
    /// To confirm the member's address.
    Confirm,
    /// To make an address the member's.
    NewEmail,
}

/// A link that is good, and whose it is.
pub(super) struct Link {
    pub id: u64,
    pub member: MemberId,
    /// The member's name.
    pub name: String,
    /// The address it was sent to.
    pub email: String,
}

impl LinkToken {
    /// A secret from random bytes.
    pub fn new(random: [u8; SECRET_BYTES]) -> Self {
        Self(random)
    }

    /// The text in the link: 22 characters that need no escape.
    pub fn to_text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// The secret that a link's text is.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; SECRET_BYTES];
        match URL_SAFE_NO_PAD.decode_slice(text.trim(), &mut bytes) {
            Ok(SECRET_BYTES) => Some(Self(bytes)),
            _ => None,
        }
    }

    fn hash(&self) -> [u8; blake3::OUT_LEN] {
        *blake3::hash(&self.0).as_bytes()
    }
}

impl fmt::Debug for LinkToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkToken(…)")
    }
}

impl Purpose {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Reset => "reset",
            Self::Confirm => "confirm",
            Self::NewEmail => "new_email",
        }
    }

    const fn good_for(self) -> Duration {
        match self {
            Self::Reset => RESET_FOR,
            Self::Confirm | Self::NewEmail => CONFIRM_FOR,
        }
    }
}

/// Makes a link for a letter to this address.
///
/// # Errors
/// MySQL is down.
pub async fn make(
    shop: &Shop,
    member: MemberId,
    purpose: Purpose,
    email: &str,
) -> Outcome<LinkToken> {
    let (token, now) = (LinkToken::new(shop.random()), shop.now());
    sqlx::query!(
        "insert into member_links (member_id, purpose, secret_hash, email, made_at, expires_at)
         values (?, ?, ?, ?, ?, ?)",
        member.0,
        purpose.as_str(),
        &token.hash()[..],
        email,
        now,
        now.plus(purpose.good_for()),
    )
    .execute(&shop.mysql)
    .await?;
    Ok(token)
}

/// The link of a token. It is looked up by its hash, so the time that takes tells nothing of it.
///
/// # Errors
/// [`Refusal::LinkOver`] for one that is unknown, used, expired, for something else, or, but for a
/// new address, that was sent to an address the member has left.
pub(super) async fn find(shop: &Shop, purpose: Purpose, token: &str) -> Outcome<Link> {
    let token = LinkToken::parse(token).ok_or(Refusal::LinkOver)?;
    let row = sqlx::query!(
        "select l.id, l.member_id, m.name, l.email
         from member_links l join members m on m.id = l.member_id
         where l.secret_hash = ? and l.purpose = ? and l.used_at is null and l.expires_at > ?
           and (l.email = m.email or l.purpose = 'new_email')",
        &token.hash()[..],
        purpose.as_str(),
        shop.now(),
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::LinkOver)?;
    Ok(Link { id: row.id, member: MemberId(row.member_id), name: row.name, email: row.email })
}

/// Uses a link up, and every other of the member's for the same purpose. The member's row is locked
/// first, as by whoever changes it: of two who follow a link one gets there, and neither waits for
/// the other's locks.
///
/// # Errors
/// [`Refusal::LinkOver`].
pub(super) async fn use_up(
    transaction: &mut MySqlConnection,
    link: &Link,
    purpose: Purpose,
    now: Moment,
) -> Outcome<()> {
    lock(&mut *transaction, link.member).await?;
    let used = sqlx::query!(
        "update member_links set used_at = ? where id = ? and used_at is null",
        now,
        link.id,
    )
    .execute(&mut *transaction)
    .await?;
    if used.rows_affected() == 0 {
        return Err(Refusal::LinkOver.into());
    }
    sqlx::query!(
        "update member_links set used_at = ?
         where member_id = ? and purpose = ? and used_at is null",
        now,
        link.member.0,
        purpose.as_str(),
    )
    .execute(transaction)
    .await?;
    Ok(())
}

/// Erases every letter to a member who leaves, the links in them, and what those have shown.
pub(super) async fn erase(transaction: &mut MySqlConnection, member: MemberId) -> Outcome<()> {
    sqlx::query!(
        "delete from letters
         where member_id = ? or email = (select email from members where id = ?)",
        member.0,
        member.0,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!("delete from member_links where member_id = ?", member.0)
        .execute(&mut *transaction)
        .await?;
    sqlx::query!("delete from confirmed_emails where member_id = ?", member.0)
        .execute(transaction)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::LinkToken;
    use proptest::prelude::*;

    #[test]
    fn a_secret_is_never_shown() {
        assert_eq!(format!("{:?}", LinkToken::new([7; 16])), "LinkToken(…)");
    }

    proptest! {
        #[test]
        fn a_secret_comes_back_from_its_link(bytes: [u8; 16]) {
            let token = LinkToken::new(bytes);
            prop_assert_eq!(LinkToken::parse(&token.to_text()), Some(token));
        }

        #[test]
        fn any_other_text_is_no_secret(text in "[^ ]{0,21}|[^ ]{23,80}") {
            prop_assert_eq!(LinkToken::parse(&text), None);
        }
    }
}
