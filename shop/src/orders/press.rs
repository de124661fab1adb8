//! One press of the button that orders.

use crate::Refusal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

const HEX_DIGITS: usize = 32;

/// The key of one press, made when the form is shown. However often it arrives (pressed twice,
/// sent again after a lost answer, sent to two servers), it is one order.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PressKey([u8; 16]);

impl PressKey {
    /// A key from random bytes.
    pub const fn new(random: [u8; 16]) -> Self {
        Self(random)
    }

    /// As the table holds it.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl FromStr for PressKey {
    type Err = Refusal;

    /// 32 hexadecimal digits; the dashes of a UUID are passed over. Nobody types it: what is no
    /// key came from no form of ours.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let digits: Vec<u8> =
            text.bytes().filter(|byte| *byte != b'-').take(HEX_DIGITS + 1).collect();
        if digits.len() != HEX_DIGITS || !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(Refusal::NotUnderstood);
        }
        let mut bytes = [0; HEX_DIGITS / 2];
        for (byte, pair) in bytes.iter_mut().zip(digits.as_chunks::<2>().0) {
            *byte = 16 * hex(pair[0]) + hex(pair[1]);
        }
        Ok(Self(bytes))
    }
}

fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => digit.to_ascii_lowercase() - b'a' + 10,
    }
}

impl fmt::Display for PressKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for PressKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PressKey({self})")
    }
}

impl Serialize for PressKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PressKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| serde::de::Error::custom("32 hexadecimal digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_a_uuid_with_or_without_its_dashes() {
        let plain: PressKey = "00112233445566778899aabbccddeeff".parse().expect("a key");
        assert_eq!("00112233-4455-6677-8899-AABBCCDDEEFF".parse(), Ok(plain));
        assert_eq!(plain.to_string(), "00112233445566778899aabbccddeeff");
        assert_eq!(plain.bytes()[15], 0xff);
    }

    #[test]
    fn what_is_no_key_is_not_understood() {
        let long = "0".repeat(1_000_000);
        for text in ["", "-", "0011", "00112233445566778899aabbccddeefg", &"0".repeat(33), &long] {
            assert_eq!(text.parse::<PressKey>(), Err(Refusal::NotUnderstood));
        }
    }
}
