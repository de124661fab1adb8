//! The one way in, however somebody has shown who they are: by a password, or through another site.

use super::factor::{self, Half};
use super::sessions::{self, Opened, Token};
use super::{Device, MemberId};
use crate::parts::security::{Event, note};
use crate::{Outcome, Refusal, Shop};

/// What somebody who has shown who they are is given.
pub enum Entry {
    /// A session.
    Session(Token),
    /// They have a second factor, and are to show a code of it: half of a log-in, sealed, which needs
    /// no escape in a cookie.
    AskForCode(String),
}

/// Lets in whom the shop has recognised in this way, but for the code of their second factor if they
/// have one.
///
/// # Errors
/// [`Refusal::Blocked`].
pub async fn let_in(
    shop: &Shop,
    member: MemberId,
    device: Device,
    way: &'static str,
) -> Outcome<Entry> {
    let opened = sessions::open(shop, member, device, |_| true).await?;
    entry(shop, member, opened, way)
}

/// The same for somebody whose password was checked against this hash.
///
/// # Errors
/// [`Refusal::Blocked`]; [`Refusal::WrongEmailOrPassword`] if it was changed meanwhile.
pub(super) async fn let_in_by_password(
    shop: &Shop,
    member: MemberId,
    device: Device,
    password_hash: &str,
) -> Outcome<Entry> {
    let opened = sessions::open(shop, member, device, |hash| hash == password_hash).await?;
    entry(shop, member, opened, "password")
}

/// Completes a log-in: the half of it, and a code.
///
/// # Errors
/// [`Refusal::LogInAgain`] for a half that is too old, none of ours, or of another password than the
/// member has by now; [`Refusal::Form`] and [`Refusal::TooManyCodes`] for the code;
/// [`Refusal::Blocked`].
pub async fn log_in_code(shop: &Shop, half: &str, code: &str, device: Device) -> Outcome<Token> {
    let half: Half = shop.seals.open(half, shop.now()).ok_or(Refusal::LogInAgain)?;
    factor::check(shop, half.member, code).await?;
    let token =
        sessions::start_after_code(shop, half.member, device, |hash| half.knows(hash)).await?;
    note(Event::LoggedIn, half.member, "code");
    Ok(token)
}

fn entry(shop: &Shop, member: MemberId, opened: Opened, way: &'static str) -> Outcome<Entry> {
    match opened {
        Opened::Session(token) => {
            note(Event::LoggedIn, member, way);
            Ok(Entry::Session(token))
        }
        Opened::NeedsCode { password_hash } => {
            note(Event::CodeAsked, member, way);
            let half = Half::new(member, &password_hash, shop.now());
            Ok(Entry::AskForCode(shop.seals.seal(&half)))
        }
    }
}
