//! Which of a provider's published keys are believed.

use openidconnect::JsonWebKeySet;
use openidconnect::core::{CoreJsonWebKey, CoreJsonWebKeySet};

/// NIST SP 800-131A, and what Google and Kakao publish.
const RSA_BITS_MIN: usize = 2048;
const BITS_PER_LETTER: usize = 6;

/// Those that nobody can break.
pub fn strong_ones(published: &CoreJsonWebKeySet) -> CoreJsonWebKeySet {
    JsonWebKeySet::new(published.keys().iter().filter(|key| is_strong(key)).cloned().collect())
}

/// The library shows nobody a key's modulus, but writes it down as base64url.
fn is_strong(key: &CoreJsonWebKey) -> bool {
    let Ok(written) = serde_json::to_value(key) else { return false };
    let modulus = written["n"].as_str().unwrap_or_default().trim_start_matches('A');
    modulus.len() * BITS_PER_LETTER >= RSA_BITS_MIN
}
