//! What a browser keeps, what an owner sets, and passwords: secrets that nobody guesses or reads.

use shop::Moment;
use shop::chat::bot::Hours;
use shop::drops::challenge::{Bits, Challenges};
use shop::members::sessions::{SessionKey, Sessions};
use shop::members::{NewPassword, VisitorKey};
use shop::parts::Bucket;

const KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
/// Of capitals, so that it is no bucket's name.
const SECRET: &str = "HIDDEN";
const PASSWORD_CHARS: std::ops::RangeInclusive<usize> = 8..=128;
const NOW: Moment = Moment::from_ms(1_795_000_000_000);

/// Nobody makes a session up: whoever could would know the key.
pub fn session_cookie(text: &str) {
    let key = SessionKey::parse(KEY).expect("64 digits");
    let sessions = Sessions::new(vec![key]).expect("a key");
    assert_eq!(sessions.believe(text, NOW), None);
    assert!(sessions.believe_and_renew(text, NOW).is_none());
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
