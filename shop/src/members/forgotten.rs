//! A way back for whoever has forgotten their password.

use super::links::{self, Purpose};
use super::{Email, NewPassword, confirm, sessions};
use crate::letters::{self, Draft, Kind};
use crate::parts::security::{self, Event};
use crate::refusal::Problems;
use crate::{Field, Language, Outcome, Shop};

/// What stands in the table of sessions as the reason for their end.
const ENDED_BY: &str = "forgotten password";

/// Writes a letter with a link to a new password to whoever has the address. Whether anybody does
/// is looked up when the letter is sent: here one row is written in either case, so that neither
/// the answer nor the time it takes tells.
///
/// # Errors
/// [`Refusal::Form`](crate::Refusal::Form) for what is no address.
pub async fn forget_password(shop: &Shop, email: &str, language: Language) -> Outcome<()> {
    let mut problems = Problems::default();
    let Some(email) = problems.take(Field::Email, Email::parse(email)) else {
        return Err(problems.refuse().into());
    };
    let mut connection = shop.mysql.acquire().await?;
    let draft = Draft { kind: Kind::Reset, member: None, email: email.as_str(), language };
    letters::write(&mut connection, draft, shop.now()).await
}

/// Gives a new password to whoever followed such a link, and ends all of their sessions. They log
/// in with it themselves: a link that was seen by others is worth no session.
///
/// # Errors
/// [`Refusal::LinkOver`](crate::Refusal::LinkOver);
/// [`Refusal::Form`](crate::Refusal::Form) for a bad password, with which the link stays good.
pub async fn reset_password(
    shop: &Shop,
    token: &str,
    new_password: &str,
    language: Language,
) -> Outcome<()> {
    let link = links::find(shop, Purpose::Reset, token).await?;
    let mut problems = Problems::default();
    let new = NewPassword::parse(new_password, &[&link.name, &link.email]);
    let Some(new) = problems.take(Field::Password, new) else {
        return Err(problems.refuse().into());
    };
    let hash = shop.passwords.hash(&new, shop.random()).await?;
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    sqlx::query!("update members set password_hash = ? where id = ?", hash, link.member.0)
        .execute(&mut *transaction)
        .await?;
    links::use_up(&mut transaction, &link, Purpose::Reset, now).await?;
    confirm::note(&mut transaction, link.member, &link.email, now).await?;
    let ended = sessions::end_others(&mut transaction, link.member, None, now, ENDED_BY).await?;
    let draft = Draft {
        kind: Kind::PasswordChanged,
        member: Some(link.member),
        email: &link.email,
        language,
    };
    letters::write(&mut transaction, draft, now).await?;
    transaction.commit().await?;
    sessions::forget(shop, &ended);
    security::note(Event::NewPassword, link.member, "letter");
    Ok(())
}
