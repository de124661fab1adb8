//! A click as a page sends it.

use super::DropId;
use super::challenge::PROOF_TEXT_BYTES_MAX;

const DROP_ID: &str = "drop_id=";
const PROOF: &str = "&proof=";
/// The longest form: the longest number, and the longest proof behind it.
pub const CLICK_BYTES_MAX: usize = DROP_ID.len() + 20 + PROOF.len() + PROOF_TEXT_BYTES_MAX;

/// A click, read from its form without a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Click<'a> {
    /// Which drop.
    pub drop: DropId,
    /// What proves the work, where the shop asks for it.
    pub proof: Option<&'a str>,
}

impl<'a> Click<'a> {
    /// Reads a form that says it as our pages do. What says it in another way is `None`, and is to
    /// be read by whoever knows all of them.
    pub fn read(form: &'a [u8]) -> Option<Self> {
        let form = std::str::from_utf8(form).ok()?.strip_prefix(DROP_ID)?;
        let (number, proof) = match form.split_once(PROOF) {
            Some((number, proof)) => (number, Some(proof)),
            None => (form, None),
        };
        // A plus would be a space, and what is escaped something else again.
        let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
        let is_literal = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.';
        let is_plain = proof.is_none_or(|proof| !proof.is_empty() && proof.bytes().all(is_literal));
        if !is_number || !is_plain {
            return None;
        }
        Some(Self { drop: DropId(number.parse().ok()?), proof })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_is_read_as_our_pages_send_it() {
        let click = |drop, proof| Some(Click { drop: DropId(drop), proof });
        assert_eq!(Click::read(b"drop_id=7"), click(7, None));
        assert_eq!(Click::read(b"drop_id=7&proof=12.ab.3"), click(7, Some("12.ab.3")));
        let longest = format!("drop_id={}&proof={}", u64::MAX, "a".repeat(PROOF_TEXT_BYTES_MAX));
        assert_eq!(longest.len(), CLICK_BYTES_MAX);
        assert!(Click::read(longest.as_bytes()).is_some());
    }

    #[test]
    fn what_a_form_would_say_in_another_way_is_not_read_here() {
        let forms: [&[u8]; 10] = [
            b"",
            b"drop_id=",
            b"drop_id=+7",
            b"drop_id=-7",
            b"drop_id=%37",
            b"drop_id=7&proof=",
            b"drop_id=7&proof=a%2E",
            b"proof=a&drop_id=7",
            b"drop_id=18446744073709551616",
            b"drop_id=\xff",
        ];
        for form in forms {
            assert_eq!(Click::read(form), None, "{form:?}");
        }
    }
}
