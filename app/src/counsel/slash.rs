//! Calling a canned reply by its key.

use shop::chat::counsel::Canned;

/// Suggestions under the field: more would hide the talk.
pub const SUGGESTED_MAX: usize = 6;

/// The key that is being written: the whole text is a slash and one word, perhaps not finished.
fn called(text: &str) -> Option<&str> {
    let key = text.trim_start().strip_prefix('/')?;
    (!key.contains(char::is_whitespace)).then_some(key)
}

/// The replies whose keys begin with what is written, an exact one first.
pub fn suggested<'a>(text: &str, canned: &'a [Canned]) -> Vec<&'a Canned> {
    let Some(key) = called(text) else { return vec![] };
    let key = key.to_lowercase();
    let begins = |reply: &&Canned| reply.shortcut.to_lowercase().starts_with(&key);
    let mut found: Vec<&Canned> = canned.iter().filter(begins).collect();
    found.sort_by_key(|reply| reply.shortcut.chars().count());
    found.truncate(SUGGESTED_MAX);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        let canned = ["배송", "배송비", "환불", "Hello"]
            .map(|shortcut| Canned { shortcut: shortcut.to_owned(), text: format!("{shortcut}!") });
        suggested(text, &canned).into_iter().map(|reply| reply.shortcut.clone()).collect()
    }

    #[test]
    fn a_slash_and_the_beginning_of_a_key_find_replies() {
        assert_eq!(keys("/배송"), ["배송", "배송비"]);
        assert_eq!(keys("/hel"), ["Hello"]);
        assert_eq!(keys("/").len(), 4);
    }

    #[test]
    fn other_texts_call_nothing() {
        for text in ["", "배송", "/배송 언제", "1/2", "/없음"] {
            assert!(keys(text).is_empty(), "{text:?}");
        }
    }
}
