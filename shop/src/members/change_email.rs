//! Another e-mail address.

use super::prove::{note_password, prove_factor};
use super::sessions::Session;
use super::{Email, MemberId};
use crate::letters::{self, Draft, Kind};
use crate::refusal::Problems;
use crate::{Fault, Field, Language, Outcome, Problem, Refusal, Shop};
use sqlx::MySqlConnection;

/// Writes to the address that a member wants to have; it becomes theirs when somebody there follows
/// the link. The old one is told at once, while it is still good for a new password. Whether another
/// member has the address is not said here: it is said to who reads its mail.
///
/// # Errors
/// [`Refusal::LogInAgain`] for somebody with a second factor who signed in long ago; [`Refusal::Form`]
/// with everything that is wrong; [`Refusal::TooManyTries`] after too many wrong passwords.
pub async fn change_email(
    shop: &Shop,
    session: Session,
    current_password: &str,
    email: &str,
    language: Language,
) -> Outcome<()> {
    prove_factor(shop, session).await?;
    let member = session.member;
    let known = sqlx::query!("select email, password_hash from members where id = ?", member.0)
        .fetch_optional(&shop.mysql)
        .await?
        .ok_or(Refusal::NotSignedIn)?;
    let mut problems = Problems::default();
    let new = problems.take(Field::Email, Email::parse(email));
    let hash = known.password_hash.as_deref();
    note_password(shop, session, &mut problems, current_password, hash).await?;
    let Some(new) = new.filter(|_| problems.is_empty()) else {
        return Err(problems.refuse().into());
    };
    let now = shop.now();
    let draft = |kind, email| Draft { kind, member: Some(member), email, language };
    let mut transaction = shop.mysql.begin().await?;
    letters::write(&mut transaction, draft(Kind::NewEmail, new.as_str()), now).await?;
    letters::write(&mut transaction, draft(Kind::EmailChanging, &known.email), now).await?;
    transaction.commit().await?;
    Ok(())
}

/// Makes an address a member's.
///
/// # Errors
/// [`Refusal::Form`] if another member has it.
pub(super) async fn take(
    transaction: &mut MySqlConnection,
    member: MemberId,
    email: &str,
) -> Outcome<()> {
    let taken = sqlx::query!("update members set email = ? where id = ?", email, member.0)
        .execute(transaction)
        .await;
    match taken {
        Ok(_) => Ok(()),
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
            Err(Fault::Refused(Refusal::Form(vec![(Field::Email, Problem::Taken)])))
        }
        Err(error) => Err(error.into()),
    }
}
