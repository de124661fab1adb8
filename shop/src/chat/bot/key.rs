//! By what an answer is known.

use crate::chat::MessageKey;

/// Keeps these keys apart from every other use of BLAKE3. Changing it would let a message that was
/// answered by an older server be answered a second time.
const CONTEXT: &str = "seonchak 2026-11-28 chat: the bot's answer to a message";

/// The key of the answer to a message: BLAKE3's key derivation of the message's own key, its first
/// 128 bits. A message that is answered again, by whichever server, gets the same message.
pub(super) fn answer_key(message: MessageKey) -> MessageKey {
    let derived = blake3::derive_key(CONTEXT, &message.0);
    let mut key = message;
    key.0.copy_from_slice(&derived[..message.0.len()]);
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Servers of every release must agree.
    #[test]
    fn the_key_of_an_answer_never_changes() {
        let key = answer_key(MessageKey([7; 16])).to_string();
        assert_eq!(key, "14b726e86dc0eb91f036bb9e046b8c1b");
    }

    proptest! {
        #[test]
        fn two_messages_have_two_answers(a: [u8; 16], b: [u8; 16]) {
            let [answer_a, answer_b] = [a, b].map(|key| answer_key(MessageKey(key)));
            prop_assert_eq!(a == b, answer_a == answer_b);
            prop_assert!(answer_a != MessageKey(a));
        }
    }
}
