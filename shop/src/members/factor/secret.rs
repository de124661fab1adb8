//! The secret that a telephone and the shop share, and its codes.

use crate::{Fault, Moment, Outcome};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use qrcode::QrCode;
use qrcode::render::svg;
use totp_rs::{Builder, Totp};

/// RFC 4226 recommends 160 bits.
pub(super) const SECRET_BYTES: usize = 20;
/// What every telephone knows: SHA-1, six digits, half a minute.
pub(super) const DIGITS: u8 = 6;
const STEP_S: u64 = 30;
/// A code of the step before and of the one after is accepted: clocks differ, and people type.
const SKEW_STEPS: u16 = 1;
/// How the telephone calls the shop.
const ISSUER: &str = "Seonchak";
const MS_PER_S: u64 = 1_000;
const GROUP_CHARS: usize = 4;
/// Large enough for a camera at arm's length.
const PICTURE_PX_MIN: u32 = 240;

/// A secret.
pub(super) struct Secret(Totp);

impl Secret {
    /// The secret of these bytes; `account` is what the telephone shows beside its codes.
    pub(super) fn new(bytes: &[u8], account: &str) -> Outcome<Self> {
        let totp = Builder::new()
            .with_digits(DIGITS)
            .with_step_duration(STEP_S)
            .with_skew(SKEW_STEPS)
            .with_secret(bytes.to_vec())
            .with_issuer(Some(ISSUER))
            .with_account_name(account)
            .build();
        totp.map(Self).map_err(broken)
    }

    /// The step of a code of six digits, if it is one of this secret's about now.
    pub(super) fn step_of(&self, code: &str, now: Moment) -> Option<u64> {
        self.0.check(code, now.ms().unsigned_abs() / MS_PER_S)
    }

    /// In base 32, in groups, for people to type.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (i, letter) in self.0.secret().to_base32().chars().enumerate() {
            if i > 0 && i.is_multiple_of(GROUP_CHARS) {
                text.push(' ');
            }
            text.push(letter);
        }
        text
    }

    /// As an address that a telephone opens.
    pub(super) fn address(&self) -> Outcome<String> {
        self.0.to_url().map_err(broken)
    }

    /// The address as a picture, in an address itself: the page needs no other request for it.
    pub(super) fn picture(&self) -> Outcome<String> {
        let code = QrCode::new(self.address()?).map_err(broken)?;
        let drawn =
            code.render::<svg::Color<'_>>().min_dimensions(PICTURE_PX_MIN, PICTURE_PX_MIN).build();
        Ok(format!("data:image/svg+xml;base64,{}", STANDARD.encode(drawn)))
    }
}

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::Broken(format!("a second factor's secret: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238's appendix B.
    fn secret() -> Secret {
        Secret::new(b"12345678901234567890", "a@b.kr").expect("a secret")
    }

    fn at(seconds: i64) -> Moment {
        Moment::from_ms(seconds * 1_000)
    }

    #[test]
    fn its_codes_are_those_of_the_standard() {
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            let step = u64::try_from(seconds / 30).expect("a step");
            assert_eq!(secret().step_of(code, at(seconds)), Some(step), "{code}");
        }
    }

    #[test]
    fn one_step_to_either_side_is_about_now_and_two_are_not() {
        // The code of 59 s is that of step 1.
        for (seconds, found) in [(0, true), (29, true), (30, true), (89, true), (90, false)] {
            assert_eq!(secret().step_of("287082", at(seconds)).is_some(), found, "{seconds}");
        }
        for code in ["", "28708", "2870820", "28708x", "２８７０８２"] {
            assert_eq!(secret().step_of(code, at(59)), None, "{code}");
        }
    }

    #[test]
    fn a_telephone_reads_it_in_three_ways() {
        assert_eq!(secret().text(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let address = secret().address().expect("an address");
        assert!(address.starts_with("otpauth://totp/Seonchak:a%40b.kr?"), "{address}");
        assert!(address.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{address}");
        let picture = secret().picture().expect("a picture");
        assert!(picture.starts_with("data:image/svg+xml;base64,PD94bWwg"), "{picture}");
    }
}
