//! An ID token, by hand: the library that reads it would not write a wrong one.

use super::{Asked, CLIENT_ID, Told};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openidconnect::core::{CoreJsonWebKey, CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use serde_json::{Value, json};
use shop::parts::Clock;

/// Made for these tests; they open nothing.
const KEY: &str = include_str!("key.pem");
const OTHER_KEY: &str = include_str!("other_key.pem");
/// Of 1024 bits.
const SHORT_KEY: &str = include_str!("short_key.pem");
const MS_PER_S: i64 = 1_000;
const HOUR_S: i64 = 60 * 60;

/// What is wrong with a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Twist {
    #[default]
    Nothing,
    OtherNonce,
    NoNonce,
    OtherAudience,
    OneMoreAudience,
    OtherParty,
    OtherIssuer,
    Expired,
    MadeYesterday,
    GoodTomorrow,
    AlgorithmNone,
    /// By the secret that the shop and the provider share: it is not the provider's alone.
    AlgorithmHs256,
    /// By a key that was never published, under the name of one that was.
    OtherKey,
    /// By a key whose name nobody has heard of.
    UnknownKey,
    ChangedAfterwards,
    NoToken,
    /// By another key, which is published from now on.
    NewKeys,
    /// By a published key that is too short.
    ShortKey,
    /// The keys are said to be on another host.
    KeysElsewhere,
    /// Codes are said to be taken on another host.
    CodesElsewhere,
}

impl Twist {
    /// All that are lies.
    pub const LIES: [Self; 15] = [
        Self::OtherNonce,
        Self::NoNonce,
        Self::OtherAudience,
        Self::OneMoreAudience,
        Self::OtherParty,
        Self::OtherIssuer,
        Self::Expired,
        Self::MadeYesterday,
        Self::GoodTomorrow,
        Self::AlgorithmNone,
        Self::AlgorithmHs256,
        Self::OtherKey,
        Self::UnknownKey,
        Self::ChangedAfterwards,
        Self::NoToken,
    ];
}

fn key(twist: Twist) -> CoreRsaPrivateSigningKey {
    let (pem, name) = match twist {
        Twist::OtherKey => (OTHER_KEY, "one"),
        Twist::UnknownKey | Twist::NewKeys => (OTHER_KEY, "two"),
        Twist::ShortKey => (SHORT_KEY, "one"),
        _ => (KEY, "one"),
    };
    CoreRsaPrivateSigningKey::from_pem(pem, Some(JsonWebKeyId::new(name.into()))).unwrap()
}

/// The keys that are published.
pub fn published(twist: Twist) -> Vec<CoreJsonWebKey> {
    let is_published = matches!(twist, Twist::NewKeys | Twist::ShortKey);
    let published = if is_published { twist } else { Twist::Nothing };
    vec![key(published).as_verification_key()]
}

/// The token for what a browser came with.
pub fn id_token(told: &Told, asked: &Asked, with_email: bool) -> String {
    let twist = *told.twist.lock();
    let claims = claims(told, asked, with_email, twist);
    let (algorithm, name) = match twist {
        Twist::AlgorithmNone => ("none", "one"),
        Twist::AlgorithmHs256 => ("HS256", "one"),
        Twist::UnknownKey | Twist::NewKeys => ("RS256", "two"),
        _ => ("RS256", "one"),
    };
    let header = json!({ "alg": algorithm, "kid": name, "typ": "JWT" });
    let signed = format!("{}.{}", encoded(&header), encoded(&claims));
    let signature = match twist {
        Twist::AlgorithmNone => vec![],
        Twist::AlgorithmHs256 => hs256(&signed),
        _ => {
            let rs256 = CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256;
            key(twist).sign(&rs256, signed.as_bytes()).unwrap()
        }
    };
    let signed = match twist {
        Twist::ChangedAfterwards => {
            let mut claims = claims;
            claims["sub"] = json!("1002");
            format!("{}.{}", encoded(&header), encoded(&claims))
        }
        _ => signed,
    };
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn claims(told: &Told, asked: &Asked, with_email: bool, twist: Twist) -> Value {
    let vouched = told.vouched.lock().clone();
    let now_s = told.clock.now().ms() / MS_PER_S;
    let mut claims = json!({
        "iss": told.url,
        "aud": CLIENT_ID,
        "azp": CLIENT_ID,
        "sub": vouched.subject,
        "nonce": asked.nonce,
        "iat": now_s,
        "nbf": now_s,
        "exp": now_s + HOUR_S,
        "name": vouched.name,
    });
    if with_email {
        claims["email"] = json!(vouched.email);
        claims["email_verified"] = json!(vouched.is_verified);
    }
    match twist {
        Twist::OtherNonce => claims["nonce"] = json!("another"),
        Twist::NoNonce => claims["nonce"] = Value::Null,
        Twist::OtherAudience => claims["aud"] = json!("another-shop"),
        Twist::OneMoreAudience => claims["aud"] = json!([CLIENT_ID, "another-shop"]),
        Twist::OtherParty => claims["azp"] = json!("another-shop"),
        Twist::OtherIssuer => claims["iss"] = json!("http://127.0.0.1:9"),
        Twist::Expired => claims["exp"] = json!(now_s - 1),
        Twist::GoodTomorrow => claims["nbf"] = json!(now_s + 24 * HOUR_S),
        Twist::MadeYesterday => claims["iat"] = json!(now_s - 24 * HOUR_S),
        _ => {}
    }
    claims
}

/// What a shop would take that lets a token say how it is to be checked.
fn hs256(signed: &str) -> Vec<u8> {
    use openidconnect::core::CoreHmacKey;
    let key = CoreHmacKey::new(super::CLIENT_SECRET);
    key.sign(&CoreJwsSigningAlgorithm::HmacSha256, signed.as_bytes()).unwrap()
}

fn encoded(part: &Value) -> String {
    URL_SAFE_NO_PAD.encode(part.to_string())
}
