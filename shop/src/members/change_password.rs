//! A new password.

use super::NewPassword;
use super::prove::note_password;
use super::sessions::{self, Session};
use crate::letters::{self, Draft, Kind};
use crate::parts::security::{self, Event};
use crate::refusal::Problems;
use crate::{Field, Language, Outcome, Problem, Refusal, Shop};

/// What stands in the table of sessions as the reason for their end.
const ENDED_BY: &str = "new password";

/// Gives the member of a session a new password, and ends every other session of theirs: on this
/// server at once, on the others within half a second. A letter tells them.
///
/// # Errors
/// [`Refusal::Form`] with everything that is wrong; [`Problem::WrongPassword`] for a current one
/// that is not theirs; a member without one has none that is. [`Refusal::TooManyTries`] after too
/// many of those.
pub async fn change_password(
    shop: &Shop,
    session: Session,
    current_password: &str,
    new_password: &str,
    language: Language,
) -> Outcome<()> {
    let member = session.member;
    let row = sqlx::query!("select name, email, password_hash from members where id = ?", member.0)
        .fetch_optional(&shop.mysql)
        .await?
        .ok_or(Refusal::NotSignedIn)?;
    let known = row.password_hash;
    let mut problems = Problems::default();
    note_password(shop, session, &mut problems, current_password, known.as_deref()).await?;
    let new =
        problems.take(Field::Password, NewPassword::parse(new_password, &[&row.name, &row.email]));
    let Some(new) = new.filter(|_| problems.is_empty()) else {
        return Err(problems.refuse().into());
    };
    let hash = shop.passwords.hash(&new, shop.random()).await?;
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let changed = sqlx::query!(
        "update members set password_hash = ? where id = ? and password_hash = ?",
        hash,
        member.0,
        known,
    )
    .execute(&mut *transaction)
    .await?;
    if changed.rows_affected() == 0 {
        // Somebody else who is signed in as this member was quicker.
        problems.note(Field::CurrentPassword, Problem::WrongPassword);
        return Err(problems.refuse().into());
    }
    let keep = Some(session.id);
    let ended = sessions::end_others(&mut transaction, member, keep, now, ENDED_BY).await?;
    let draft =
        Draft { kind: Kind::PasswordChanged, member: Some(member), email: &row.email, language };
    letters::write(&mut transaction, draft, now).await?;
    transaction.commit().await?;
    sessions::forget(shop, &ended);
    security::note(Event::NewPassword, member, "form");
    Ok(())
}
