//! What a provider says of somebody, and what becomes of it.

use super::rows::owner_of;
use super::{Attempt, Newcomer, NextStep, Provider, Purpose};
use crate::members::sessions::Session;
use crate::members::{Device, Email, Entry, MemberId, PersonName, Sealed, let_in};
use crate::{Moment, Outcome, Refusal, Shop};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Long enough to fill in a form.
const LIFE: Duration = Duration::from_secs(30 * 60);
/// OpenID Connect Core 1.0, section 2: a subject is ASCII and no longer.
const SUBJECT_BYTES_MAX: usize = 255;

/// Whom a provider vouches for.
#[derive(Clone, Serialize, Deserialize)]
pub struct Known {
    /// Who vouches.
    pub provider: Provider,
    /// The provider's own name for them.
    pub(super) subject: String,
    pub(super) name: Option<String>,
    pub(super) email: Option<String>,
    pub(super) email_is_verified: bool,
}

impl Known {
    /// Whom the provider calls so. A name or an address that no member could have is left out.
    ///
    /// # Errors
    /// What is no subject.
    pub fn new(
        provider: Provider,
        subject: &str,
        name: Option<&str>,
        email: Option<&str>,
        email_is_verified: bool,
    ) -> Result<Self, String> {
        let is_good = (1..=SUBJECT_BYTES_MAX).contains(&subject.len())
            && subject.bytes().all(|byte| byte.is_ascii_graphic());
        if !is_good {
            return Err(format!("{provider:?} gave a subject that is none"));
        }
        let name = name.and_then(|name| PersonName::parse(name).ok());
        let email = email.and_then(|email| Email::parse(email).ok());
        Ok(Self {
            provider,
            subject: subject.to_owned(),
            name: name.map(|name| name.as_str().to_owned()),
            email_is_verified: email_is_verified && email.is_some(),
            email: email.map(|email| email.as_str().to_owned()),
        })
    }

    /// The address that the provider says is theirs.
    pub(super) fn verified_email(&self) -> Option<&str> {
        self.email.as_deref().filter(|_| self.email_is_verified)
    }
}

/// What the browser keeps while somebody says what is missing, sealed.
#[derive(Clone, Serialize, Deserialize)]
pub struct Answer {
    /// Whom the provider vouches for.
    pub known: Known,
    /// What they went there for.
    pub purpose: Purpose,
    /// Where to go afterwards; whoever goes there looks at it again.
    pub next: String,
    given_at: Moment,
}

impl Answer {
    /// What came of an attempt.
    pub fn to(attempt: Attempt, known: Known, now: Moment) -> Self {
        Self { known, purpose: attempt.purpose, next: attempt.next, given_at: now }
    }
}

impl Sealed for Answer {
    const CONTEXT: &'static str = "Seonchak 2026-11-28 sign-in answer";
    const LIFE: Duration = LIFE;

    fn made_at(&self) -> Moment {
        self.given_at
    }
}

/// Lets in the member whom the provider vouches for, but for the code of a second factor; `None` if there is nobody yet, or if it was
/// not to sign in.
///
/// # Errors
/// [`Refusal::Blocked`].
pub async fn arrive(shop: &Shop, answer: &Answer, device: Device) -> Outcome<Option<Entry>> {
    if answer.purpose != Purpose::SignIn {
        return Ok(None);
    }
    match owner_of(shop, &answer.known).await? {
        Some(member) => {
            let_in(shop, member, device, answer.known.provider.as_str()).await.map(Some)
        }
        None => Ok(None),
    }
}

/// What is to be done about somebody whom the shop does not know by this provider.
///
/// # Errors
/// [`Refusal::SignInExpired`] if it was to be linked to a member who is not the asker any more, or
/// whose session is not fresh.
pub async fn newcomer(shop: &Shop, answer: &Answer, asker: Option<Session>) -> Outcome<Newcomer> {
    let known = &answer.known;
    // Whoever signed in long ago is asked to do so again, like somebody who has not.
    let asker = asker.filter(|asker| asker.is_fresh(shop.now())).map(|asker| asker.member);
    let owner = match &known.email {
        Some(email) => sqlx::query_scalar!("select id from members where email = ?", email)
            .fetch_optional(&shop.mysql)
            .await?
            .map(MemberId),
        None => None,
    };
    let next_step = match (answer.purpose, owner) {
        (Purpose::Link(member), _) if asker == Some(member) => NextStep::Link,
        (Purpose::Link(_), _) => return Err(Refusal::SignInExpired.into()),
        (Purpose::SignIn, Some(_)) if !known.email_is_verified => NextStep::Complete,
        (Purpose::SignIn, Some(_)) if asker == owner => NextStep::Link,
        (Purpose::SignIn, Some(_)) => NextStep::LogIn,
        (Purpose::SignIn, None) => NextStep::Complete,
    };
    let is_of_use = known.email_is_verified || owner.is_none() || next_step == NextStep::Link;
    Ok(Newcomer {
        provider: known.provider,
        name: known.name.clone(),
        email: known.email.clone().filter(|_| is_of_use),
        email_is_verified: known.email_is_verified,
        next_step,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_member_could_be_called_is_kept() {
        let known = |name, email| Known::new(Provider::Kakao, "12", name, email, true).unwrap();
        let good = known(Some(" 김지우 "), Some("Jiwoo@Example.kr"));
        assert_eq!(
            (good.name.as_deref(), good.verified_email()),
            (Some("김지우"), Some("jiwoo@example.kr"))
        );
        let bad = known(Some("\u{0}"), Some("김@b.kr"));
        assert_eq!((bad.name, bad.email, bad.email_is_verified), (None, None, false));
    }

    #[test]
    fn a_subject_is_a_word_of_ascii() {
        for subject in ["", " ", "김", "a b", &"a".repeat(256)] {
            assert!(Known::new(Provider::Naver, subject, None, None, false).is_err(), "{subject}");
        }
    }
}
