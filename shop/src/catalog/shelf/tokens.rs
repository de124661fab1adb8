//! What the index knows of a text: its keys, and its pairs of keys.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Every key, every pair of neighbours with the gaps left out, and every first key of a word
/// with a space before it.
pub(super) fn pairs(keys: &str) -> Vec<String> {
    let mut pairs = Vec::with_capacity(keys.len());
    let mut last: Option<char> = None;
    let mut begins = true;
    for key in keys.chars() {
        if key.is_whitespace() {
            begins = true;
            continue;
        }
        pairs.push(String::from(key));
        if let Some(last) = last {
            pairs.push(String::from_iter([last, key]));
        }
        if begins {
            pairs.push(String::from_iter([' ', key]));
        }
        (last, begins) = (Some(key), false);
    }
    pairs
}

/// Cuts a text of keys into [`pairs`].
#[derive(Clone, Default)]
pub(super) struct Pairs;

/// The pairs of one text.
pub(super) struct PairStream {
    pairs: std::vec::IntoIter<String>,
    token: Token,
}

impl Tokenizer for Pairs {
    type TokenStream<'a> = PairStream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> PairStream {
        PairStream { pairs: pairs(text).into_iter(), token: Token::default() }
    }
}

impl TokenStream for PairStream {
    fn advance(&mut self) -> bool {
        let Some(pair) = self.pairs.next() else { return false };
        self.token.text = pair;
        // A new token stands before the first place.
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn pairs_go_over_gaps_and_know_beginnings() {
        let mut pairs = pairs("ab c");
        pairs.sort();
        assert_eq!(pairs, [" a", " c", "a", "ab", "b", "bc", "c"]);
    }
}
