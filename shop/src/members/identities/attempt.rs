//! One way to a provider and back, in one browser.

use super::Provider;
use crate::members::{MemberId, Sealed};
use crate::{Moment, Outcome, Shop};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Long enough to find a password and a telephone; a browser that comes later starts anew.
const LIFE: Duration = Duration::from_secs(10 * 60);
/// A used one is too old by then, whatever a server's clock says.
const USED_KEPT: Duration = Duration::from_secs(60 * 60);
/// Rows that a sign-in takes away at most, of those that nobody needs any more.
const SWEPT_MAX: u32 = 100;

/// What the browser keeps of its way, sealed.
///
/// Three names come from its one secret, each by a function that nobody turns back: the state and
/// the nonce go through the provider's hands, the verifier only from this server to the provider's.
#[derive(Clone, Serialize, Deserialize)]
pub struct Attempt {
    /// Whom it leads to.
    pub provider: Provider,
    /// What for.
    pub purpose: Purpose,
    /// Where to go afterwards; whoever goes there looks at it again.
    pub next: String,
    secret: String,
    begun_at: Moment,
}

/// What somebody goes to a provider for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To come in.
    SignIn,
    /// To link it to the account of this member, who is in.
    Link(MemberId),
}

impl Attempt {
    /// A new way, with a secret that nobody can guess.
    pub fn begin(shop: &Shop, provider: Provider, purpose: Purpose, next: &str) -> Self {
        let secret = blake3::Hash::from_bytes(shop.random()).to_hex().to_string();
        Self { provider, purpose, next: next.to_owned(), secret, begun_at: shop.now() }
    }

    /// What the provider sends back with the browser: the answer belongs to this way.
    pub fn state(&self) -> String {
        self.derived("Seonchak 2026-11-28 sign-in state")
    }

    /// What the provider puts into its token: the token belongs to this way.
    pub fn nonce(&self) -> String {
        self.derived("Seonchak 2026-11-28 sign-in nonce")
    }

    /// What proves that whoever fetches the token has begun this way.
    pub fn verifier(&self) -> String {
        self.derived("Seonchak 2026-11-28 sign-in verifier")
    }

    /// Whether this state is the one of this way. Compares in constant time.
    pub fn has_state(&self, state: &str) -> bool {
        let hash = |text: &str| blake3::hash(text.as_bytes());
        hash(state) == hash(&self.state())
    }

    fn derived(&self, context: &'static str) -> String {
        let bytes = blake3::derive_key(context, self.secret.as_bytes());
        blake3::Hash::from_bytes(bytes).to_hex().to_string()
    }
}

impl Sealed for Attempt {
    const CONTEXT: &'static str = "Seonchak 2026-11-28 sign-in attempt";
    const LIFE: Duration = LIFE;

    fn made_at(&self) -> Moment {
        self.begun_at
    }
}

/// Marks the way as gone; `false` if somebody has gone it before.
///
/// The mark is in MySQL and not in Redis: a session needs MySQL anyway, so signing in hangs on one
/// part and not on two, and a Redis that was lost would let an old way be gone again.
///
/// # Errors
/// MySQL is down: nobody comes in unmarked.
pub async fn use_once(shop: &Shop, attempt: &Attempt) -> Outcome<bool> {
    let now = shop.now();
    let hash = blake3::hash(attempt.state().as_bytes());
    let marked = sqlx::query!(
        "insert into sign_ins_used (state_hash, used_at) values (?, ?)",
        &hash.as_bytes()[..],
        now,
    )
    .execute(&shop.mysql)
    .await;
    match marked {
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => return Ok(false),
        other => other?,
    };
    let old = now.minus(USED_KEPT);
    let swept = sqlx::query!("delete from sign_ins_used where used_at < ? limit ?", old, SWEPT_MAX)
        .execute(&shop.mysql)
        .await;
    if let Err(error) = swept {
        // The next one sweeps for this one.
        crate::Fault::from(error).log();
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_secret_gives_three_names_and_none_of_them_is_the_secret() {
        let attempt = Attempt {
            provider: Provider::Google,
            purpose: Purpose::SignIn,
            next: "/".into(),
            secret: "5".repeat(64),
            begun_at: Moment::from_ms(0),
        };
        let names = [attempt.state(), attempt.nonce(), attempt.verifier()];
        assert!(names.iter().all(|name| name.len() == 64 && !name.contains("55555")));
        assert!(names[0] != names[1] && names[1] != names[2] && names[0] != names[2]);
        assert!(attempt.has_state(&names[0]));
        assert!(!attempt.has_state(&names[1]) && !attempt.has_state(""));
    }
}
