//! By what a message is known before it has a number.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const BYTES: usize = 16;

/// 128 random bits of the sender's. The same key is the same message, however often it is sent.
/// Written as 32 hexadecimal digits; a UUID with its hyphens is read as well.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct MessageKey(pub [u8; BYTES]);

impl fmt::Display for MessageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for MessageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for MessageKey {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const NO_KEY: &str = "a message's key is 32 hexadecimal digits";
        let mut digits = text.bytes().filter(|byte| *byte != b'-');
        let mut digit = || {
            let digit = char::from(digits.next()?).to_digit(16)?;
            u8::try_from(digit).ok()
        };
        let mut bytes = [0; BYTES];
        for byte in &mut bytes {
            let (high, low) = digit().zip(digit()).ok_or(NO_KEY)?;
            *byte = high << 4 | low;
        }
        if digits.next().is_some() { Err(NO_KEY) } else { Ok(Self(bytes)) }
    }
}

impl From<MessageKey> for String {
    fn from(key: MessageKey) -> Self {
        key.to_string()
    }
}

impl TryFrom<String> for MessageKey {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::MessageKey;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_key_comes_back_from_its_text(bytes: [u8; 16]) {
            prop_assert_eq!(MessageKey(bytes).to_string().parse(), Ok(MessageKey(bytes)));
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,80}") {
            if let Ok(key) = text.parse::<MessageKey>() {
                prop_assert_eq!(key.to_string(), text.replace('-', "").to_lowercase());
            }
        }
    }
}
