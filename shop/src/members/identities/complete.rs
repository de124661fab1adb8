//! Becoming a member by what a provider says.

use super::{Answer, Purpose, rows};
use crate::members::sign_up::insert;
use crate::members::{Address, Device, Email, Entry, PersonName, confirm, let_in};
use crate::parts::security::{Event, note};
use crate::refusal::Problems;
use crate::{Field, Language, Outcome, Refusal, Shop};

/// What a newcomer adds to what the provider says.
#[derive(Clone, Debug, Default)]
pub struct CompleteForm {
    /// 1 to 50 characters.
    pub name: String,
    /// An address that no other member has; not asked if the provider says which one is theirs.
    pub email: String,
    /// A postal address of 1 to 200 characters.
    pub address: String,
}

/// Makes a member without a password, and signs them in. An address that the provider does not vouch
/// for is theirs to confirm.
///
/// # Errors
/// [`Refusal::Form`] with everything that is wrong, an address that is taken included;
/// [`Refusal::IdentityTaken`] if they have become a member meanwhile.
pub async fn complete(
    shop: &Shop,
    answer: &Answer,
    form: &CompleteForm,
    language: Language,
    device: Device,
) -> Outcome<Entry> {
    if answer.purpose != Purpose::SignIn {
        return Err(Refusal::SignInExpired.into());
    }
    let mut problems = Problems::default();
    let email = answer.known.verified_email().unwrap_or(&form.email);
    let name = problems.take(Field::Name, PersonName::parse(&form.name));
    let email = problems.take(Field::Email, Email::parse(email));
    let address = problems.take(Field::Address, Address::parse(&form.address));
    let (Some(name), Some(email), Some(address)) = (name, email, address) else {
        return Err(problems.refuse().into());
    };
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let member = insert(&mut transaction, &name, &email, None, &address, now).await?;
    rows::insert(&mut transaction, member, &answer.known, now).await?;
    if answer.known.verified_email().is_some() {
        confirm::note(&mut transaction, member, email.as_str(), now).await?;
    } else {
        confirm::write_letter(&mut transaction, member, email.as_str(), language, now).await?;
    }
    transaction.commit().await?;
    let way = answer.known.provider.as_str();
    note(Event::SignedUp, member, way);
    let_in(shop, member, device, way).await
}
