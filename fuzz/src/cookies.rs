//! What a browser keeps, what an owner sets, and passwords: secrets that nobody guesses or reads.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use shop::Moment;
use shop::chat::bot::Hours;
use shop::drops::challenge::{Bits, Challenges};
use shop::members::factor::Half;
use shop::members::identities::{Answer, Attempt};
use shop::members::sessions::{SessionKey, Sessions};
use shop::members::{NewPassword, Sealed, Seals, VisitorKey};
use shop::parts::Bucket;
use std::marker::PhantomData;
use std::time::Duration;

const KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
/// Of capitals, so that it is no bucket's name.
const SECRET: &str = "HIDDEN";
const PASSWORD_CHARS: std::ops::RangeInclusive<usize> = 8..=128;
pub(super) const NOW: Moment = Moment::from_ms(1_795_000_000_000);

pub(super) fn key() -> SessionKey {
    SessionKey::parse(KEY).expect("64 digits")
}

/// Nobody makes a session up: whoever could would know the key.
pub fn session_cookie(text: &str) {
    let sessions = Sessions::new(vec![key()]).expect("a key");
    assert_eq!(sessions.believe(text, NOW), None);
    assert!(sessions.believe_and_renew(text, NOW).is_none());
}

/// Nobody makes up what the shop has sealed. And what stands behind a good seal, an older release's
/// or a newer one's, is of its kind and of its time or is nothing.
pub fn sealed_cookie(text: &str) {
    let seals = Seals::new(vec![key()]).expect("a key");
    assert!(opens_to_nothing::<Answer>(&seals, text));
    assert!(opens_to_nothing::<Attempt>(&seals, text));
    assert!(opens_to_nothing::<Half>(&seals, text));
    let Ok(value) = serde_json::from_str::<Value>(text) else { return };
    opens_in_its_time::<Answer>(&seals, &value);
    opens_in_its_time::<Attempt>(&seals, &value);
    opens_in_its_time::<Half>(&seals, &value);
}

fn opens_to_nothing<T: Sealed>(seals: &Seals, text: &str) -> bool {
    seals.open::<T>(text, NOW).is_none()
}

fn opens_in_its_time<T: Sealed>(seals: &Seals, value: &Value) {
    let sealed = seals.seal(&As::<T> { value: value.clone(), kind: PhantomData });
    if let Some(opened) = seals.open::<T>(&sealed, NOW) {
        assert!(NOW < opened.made_at().plus(T::LIFE));
        assert!(opens_to_nothing::<T>(seals, &sealed.replace('.', "A.")));
    }
}

/// Anything, sealed as if it were of a kind.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound = "")]
struct As<T> {
    value: Value,
    #[serde(skip)]
    kind: PhantomData<T>,
}

impl<T: Sealed> Sealed for As<T> {
    const CONTEXT: &'static str = T::CONTEXT;
    const LIFE: Duration = T::LIFE;

    fn made_at(&self) -> Moment {
        NOW
    }
}

/// A secret has one text only.
pub fn visitor_cookie(text: &str) {
    let Some(key) = VisitorKey::parse(text) else { return };
    assert_eq!(key.to_text(), text);
    assert!(!format!("{key:?}").contains(text));
}

/// A setting is taken or refused, and a secret among them is never shown.
pub fn settings(text: &str) {
    if let Some(key) = SessionKey::parse(text) {
        assert!(!format!("{key:?}").contains(text.trim()));
        let bits = Bits::new(1).expect("one bit");
        drop(Challenges::new(bits, &[key]));
    }
    if let Ok(bucket) = Bucket::parse(text, &[("AWS_SECRET_ACCESS_KEY".into(), SECRET.into())]) {
        assert!(!format!("{bucket:?}").contains(SECRET));
        assert!(text.is_ascii() && text.len() <= 63);
    }
    if let Ok(hours) = text.parse::<Hours>() {
        assert!(!hours.spans().is_empty());
    }
}

/// A password is kept as it was typed, and hashing it costs no more than the longest one.
pub fn password(text: &str) {
    if NewPassword::parse(text, &[]).is_ok() {
        assert!(PASSWORD_CHARS.contains(&text.chars().count()));
    }
}
