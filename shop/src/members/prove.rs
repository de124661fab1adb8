//! Whether somebody is who they are signed in as: asked before what cannot be taken back.

use super::factor::has_factor;
use super::sessions::Session;
use super::tries;
use crate::parts::security::{Event, note};
use crate::refusal::Problems;
use crate::{Field, Outcome, Problem, Refusal, Shop};

/// Passes through whoever has signed in lately.
///
/// # Errors
/// [`Refusal::LogInAgain`].
pub(super) fn prove_fresh(shop: &Shop, session: Session) -> Result<(), Refusal> {
    if session.is_fresh(shop.now()) { Ok(()) } else { Err(Refusal::LogInAgain) }
}

/// Passes through whoever has no second factor, and whoever has signed in lately: with its code.
///
/// # Errors
/// [`Refusal::LogInAgain`].
pub(super) async fn prove_factor(shop: &Shop, session: Session) -> Outcome<()> {
    if !session.is_fresh(shop.now()) && has_factor(shop, session.member).await? {
        return Err(Refusal::LogInAgain.into());
    }
    Ok(())
}

/// Passes through whoever knows the password of the session's member. Whoever has none, since
/// another site signs them in, has signed in lately instead; whoever has a second factor has done so
/// besides.
///
/// # Errors
/// [`Refusal::LogInAgain`] for somebody without a password, or with a second factor, whose session is
/// not fresh; [`Refusal::Form`] for a password that is not theirs, [`Refusal::TooManyTries`] after too
/// many of those.
pub(super) async fn prove(shop: &Shop, session: Session, password: &str) -> Outcome<()> {
    prove_factor(shop, session).await?;
    // Empty is none.
    let known = sqlx::query_scalar!(
        r#"select coalesce(password_hash, '') as "hash!" from members where id = ?"#,
        session.member.0
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NotSignedIn)?;
    if known.is_empty() {
        return Ok(prove_fresh(shop, session)?);
    }
    let mut problems = Problems::default();
    note_password(shop, session, &mut problems, password, Some(&known)).await?;
    if problems.is_empty() { Ok(()) } else { Err(problems.refuse().into()) }
}

/// Notes what is wrong with a form's current password, beside whatever else is wrong there. Wrong
/// ones are counted by session. Somebody without a password has none that is right, and is counted
/// all the same: the look at it costs as much. An empty field is no guess.
///
/// # Errors
/// [`Refusal::TooManyTries`] after too many wrong ones, whatever this one is.
pub(super) async fn note_password(
    shop: &Shop,
    session: Session,
    problems: &mut Problems,
    password: &str,
    known_hash: Option<&str>,
) -> Outcome<()> {
    if password.is_empty() {
        problems.note(Field::CurrentPassword, Problem::Missing);
        return Ok(());
    }
    let look = shop.passwords.check(password, known_hash);
    if !tries::counted_in(shop, session, look).await? {
        note(Event::WrongPassword, None, "form");
        problems.note(Field::CurrentPassword, Problem::WrongPassword);
    }
    Ok(())
}
