//! What opens a door once: codes, links, proofs, and what another company vouches for.

use super::cookies::{NOW, key};
use shop::drops::DropId;
use shop::drops::challenge::{Bits, Challenges};
use shop::members::factor::ShownCode;
use shop::members::identities::{Known, Provider};
use shop::members::{LinkToken, MemberId};

const MEMBER: MemberId = MemberId(7);
const DROP: DropId = DropId(3);
/// OpenID Connect Core 1.0, section 2.
const SUBJECT_BYTES: std::ops::RangeInclusive<usize> = 1..=255;

/// A code is six digits, or comes back from how it is written on a sheet; and no log shows it.
pub fn second_factor(text: &str) {
    let Ok(code) = ShownCode::parse(text) else { return };
    assert_eq!(format!("{code:?}"), "ShownCode(…)");
    match &code {
        ShownCode::Digits(digits) => {
            assert!(digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit()));
        }
        ShownCode::Recovery(recovery) => {
            let written = recovery.to_text();
            assert_eq!(written.len(), "XXXX-XXXX-XXXX-XXXX".len());
            assert_eq!(ShownCode::parse(&written), Ok(code.clone()));
            assert_eq!(ShownCode::parse(&written.to_ascii_lowercase()), Ok(code.clone()));
        }
    }
}

/// A secret has one text only, but for the blanks that a mail program puts around it.
pub fn letter_link(text: &str) {
    let Some(token) = LinkToken::parse(text) else { return };
    assert_eq!(token.to_text(), text.trim());
    assert_eq!(format!("{token:?}"), "LinkToken(…)");
}

/// Nobody makes a proof up: whoever could would know the key.
pub fn proof(text: &str) {
    let bits = Bits::new(1).expect("one bit");
    let challenges = Challenges::new(bits, &[key()]);
    let unmet = challenges.unmet(MEMBER, DROP, Some(text), NOW);
    assert_eq!(unmet, challenges.unmet(MEMBER, DROP, None, NOW));
}

/// A subject is a word of ASCII. The rest is a member's, or is left out.
pub fn identity(text: &str) {
    let mut lines = text.split('\n');
    let mut line = || lines.next().unwrap_or_default();
    let (subject, name, email) = (line(), line(), line());
    let is_word = SUBJECT_BYTES.contains(&subject.len())
        && subject.bytes().all(|byte| byte.is_ascii_graphic());
    for provider in Provider::ALL {
        let known = Known::new(provider, subject, Some(name), Some(email), true);
        assert_eq!(known.is_ok(), is_word, "{subject:?}");
    }
}
