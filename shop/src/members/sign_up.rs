//! Becoming a member.

use super::let_in::{Entry, let_in};
use super::{Address, Device, Email, MemberId, NewPassword, PersonName, SignUpForm, confirm};
use crate::addresses::insert_first;
use crate::parts::security::{Event, note};
use crate::refusal::Problems;
use crate::{Fault, Field, Language, Moment, Outcome, Problem, Refusal, Shop};
use sqlx::MySqlConnection;

/// Makes a member without a role, writes to them to confirm their address, and signs them in.
///
/// # Errors
/// [`Refusal::Form`] with everything that is wrong, an address that is taken included.
pub async fn sign_up(
    shop: &Shop,
    form: &SignUpForm,
    language: Language,
    device: Device,
) -> Outcome<Entry> {
    let mut problems = Problems::default();
    let name = problems.take(Field::Name, PersonName::parse(&form.name));
    let email = problems.take(Field::Email, Email::parse(&form.email));
    let password = problems
        .take(Field::Password, NewPassword::parse(&form.password, &[&form.name, &form.email]));
    let address = problems.take(Field::Address, Address::parse(&form.address));
    let (Some(name), Some(email), Some(password), Some(address)) = (name, email, password, address)
    else {
        return Err(problems.refuse().into());
    };
    let hash = shop.passwords.hash(&password, shop.random()).await?;
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let member = insert(&mut transaction, &name, &email, Some(&hash), &address, now).await?;
    confirm::write_letter(&mut transaction, member, email.as_str(), language, now).await?;
    transaction.commit().await?;
    note(Event::SignedUp, member, "password");
    let_in(shop, member, device, "sign-up").await
}

/// Makes a member. One for whom somebody else vouches has no password.
///
/// # Errors
/// [`Refusal::Form`] if another member has the e-mail address.
pub(super) async fn insert(
    transaction: &mut MySqlConnection,
    name: &PersonName,
    email: &Email,
    password_hash: Option<&str>,
    address: &Address,
    now: Moment,
) -> Outcome<MemberId> {
    let inserted = sqlx::query!(
        "insert into members (name, email, password_hash, address, signed_up_at)
         values (?, ?, ?, ?, ?)",
        name.as_str(),
        email.as_str(),
        password_hash,
        address.as_str(),
        now,
    )
    .execute(&mut *transaction)
    .await;
    let member = match inserted {
        Ok(row) => MemberId(row.last_insert_id()),
        // The e-mail is the table's only unique key that a person chooses.
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
            return Err(Fault::Refused(Refusal::Form(vec![(Field::Email, Problem::Taken)])));
        }
        Err(error) => return Err(error.into()),
    };
    insert_first(transaction, member, name, address, now).await?;
    Ok(member)
}
