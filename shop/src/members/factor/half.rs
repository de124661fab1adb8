//! Half of a log-in: the password was right, the code is still to come.

use crate::Moment;
use crate::members::{MemberId, Sealed};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Long enough to look for a telephone, and for the sheet with the recovery codes.
pub const HALF_GOOD_FOR: Duration = Duration::from_secs(5 * 60);

const MARK_CONTEXT: &str = "seonchak 2026-11 mark of a password";

/// What the browser keeps until the code comes, sealed. It is no session's token, and none passes
/// for it: each has a key of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Half {
    /// Whose password was right.
    pub(in crate::members) member: MemberId,
    mark: String,
    begun_at: Moment,
}

impl Half {
    /// Half of a log-in by the password that has this hash.
    pub(in crate::members) fn new(member: MemberId, password_hash: &str, now: Moment) -> Self {
        Self { member, mark: mark(password_hash), begun_at: now }
    }

    /// Whether the password that was right is still this one.
    pub(in crate::members) fn knows(&self, password_hash: &str) -> bool {
        self.mark == mark(password_hash)
    }
}

impl Sealed for Half {
    const CONTEXT: &'static str = "seonchak 2026-11 half of a log-in";
    const LIFE: Duration = HALF_GOOD_FOR;

    fn made_at(&self) -> Moment {
        self.begun_at
    }
}

/// What tells one password's hash from another's. Whoever reads the cookie learns nothing of the
/// password: they would have to guess the hash's salt along with it.
fn mark(password_hash: &str) -> String {
    let mark = blake3::derive_key(MARK_CONTEXT, password_hash.as_bytes());
    blake3::Hash::from_bytes(mark).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::Seals;
    use crate::members::sessions::SessionKey;

    const NOW: Moment = Moment::from_ms(1_795_000_000_000);

    fn seals(digit: &str) -> Seals {
        Seals::new(vec![SessionKey::parse(&digit.repeat(64)).expect("a key")]).expect("a key")
    }

    fn half() -> Half {
        Half::new(MemberId(7), "a hash", NOW)
    }

    #[test]
    fn a_half_is_its_members_for_five_minutes_and_as_long_as_the_password_stays() {
        let seals = seals("1");
        let text = seals.seal(&half());
        let opened: Half = seals.open(&text, NOW).expect("a half");
        assert_eq!(opened.member, MemberId(7));
        assert!(opened.knows("a hash") && !opened.knows("another hash"));
        let last = NOW.plus(HALF_GOOD_FOR).minus(Duration::from_millis(1));
        assert_eq!(seals.open(&text, last), Some(half()));
        assert_eq!(seals.open::<Half>(&text, NOW.plus(HALF_GOOD_FOR)), None);
    }

    #[test]
    fn a_half_of_another_shop_is_nobodys() {
        assert_eq!(seals("2").open::<Half>(&seals("1").seal(&half()), NOW), None);
    }

    #[test]
    fn the_cookie_does_not_show_the_hash() {
        assert!(!format!("{:?}", half()).contains("a hash"));
    }

    #[test]
    fn whoever_writes_another_members_number_into_their_half_has_none() {
        let theirs = Half { member: MemberId(8), ..half() };
        let (own, theirs) = (seals("1").seal(&half()), seals("2").seal(&theirs));
        let seal = own.rsplit_once('.').expect("a seal").1;
        let payload = theirs.rsplit_once('.').expect("a seal").0;
        assert_eq!(seals("1").open::<Half>(&format!("{payload}.{seal}"), NOW), None);
    }
}
