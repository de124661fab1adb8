//! Signing in by what another company says of somebody.
//!
//! An identity is a provider and its own name for a person. It is never an e-mail address: one that
//! another member has is linked only if the provider calls it verified, and only once that member
//! has logged in and said so.

#[cfg(feature = "ssr")]
mod answer;
#[cfg(feature = "ssr")]
mod attempt;
#[cfg(feature = "ssr")]
mod complete;
#[cfg(feature = "ssr")]
mod link;
#[cfg(feature = "ssr")]
mod rows;

#[cfg(feature = "ssr")]
pub(super) use rows::erase;
#[cfg(feature = "ssr")]
pub use {
    answer::{Answer, Known, arrive, newcomer},
    attempt::{Attempt, Purpose, use_once},
    complete::{CompleteForm, complete},
    link::{link, unlink, ways_in},
};

use crate::Moment;
use serde::{Deserialize, Serialize};

/// Who may vouch for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    /// By OpenID Connect.
    Google,
    /// By OpenID Connect.
    Kakao,
    /// By OAuth 2.0 and a profile.
    Naver,
}

impl Provider {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Kakao, Self::Naver, Self::Google];

    /// The word in the tables and in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Google => "google",
            Self::Kakao => "kakao",
            Self::Naver => "naver",
        }
    }
}

impl std::str::FromStr for Provider {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let named = Self::ALL.into_iter().find(|provider| provider.as_str() == text);
        named.ok_or("a provider is google, kakao or naver")
    }
}

/// How a member may sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaysIn {
    /// Whether they have a password.
    pub has_password: bool,
    /// Who vouches for them.
    pub identities: Vec<Identity>,
    /// Whether the asker may change them: whoever signed in long ago does so again first.
    pub may_change: bool,
}

/// A provider that vouches for a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Which.
    pub provider: Provider,
    /// Since when.
    pub linked_at: Moment,
}

impl WaysIn {
    /// Whether one provider may go, and a way in is left.
    pub fn may_lose_one(&self) -> bool {
        self.has_password || self.identities.len() > 1
    }
}

/// Somebody whom a provider knows and the shop does not yet, and what is to be done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Newcomer {
    /// Who vouches for them.
    pub provider: Provider,
    /// What the provider calls them.
    pub name: Option<String>,
    /// Their address there. None if it is of no use here: another member has it, and the provider
    /// does not say that it is theirs.
    pub email: Option<String>,
    /// Whether the provider says that the address is theirs.
    pub email_is_verified: bool,
    /// What comes next.
    pub next_step: NextStep,
}

/// What is to be done about a newcomer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// They become a member, once they have said what is missing.
    Complete,
    /// A member has their address: it is linked once that member has logged in.
    LogIn,
    /// The asker may link it to their own account.
    Link,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_way_in_may_not_go() {
        let identity =
            |provider| Identity { provider, linked_at: Moment::from_ms(1_795_000_000_000) };
        let one = vec![identity(Provider::Kakao)];
        let two = vec![identity(Provider::Kakao), identity(Provider::Naver)];
        let ways = |has_password, identities| WaysIn { has_password, identities, may_change: true };
        assert!(!ways(false, one.clone()).may_lose_one());
        assert!(ways(true, one).may_lose_one());
        assert!(ways(false, two).may_lose_one());
    }

    #[test]
    fn a_provider_comes_back_from_its_word() {
        for provider in Provider::ALL {
            assert_eq!(provider.as_str().parse(), Ok(provider));
        }
        assert!("facebook".parse::<Provider>().is_err());
    }
}
