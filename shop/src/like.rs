//! Patterns of `LIKE`.

/// The pattern for a text that begins with the words, their wild cards taken literally: an index
/// finds the beginning of a text, and only that. No more of the words counts than this many
/// characters.
pub(crate) fn beginning_with(words: &str, chars_max: usize) -> String {
    let mut pattern = String::with_capacity(words.len() + 1);
    for character in words.chars().take(chars_max) {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::beginning_with;

    #[test]
    fn wild_cards_are_letters() {
        assert_eq!(beginning_with("50%_\\", 100), "50\\%\\_\\\\%");
        assert_eq!(beginning_with("김", 100), "김%");
        assert_eq!(beginning_with("", 100), "%");
    }

    #[test]
    fn what_is_too_long_is_cut() {
        assert_eq!(beginning_with(&"가".repeat(500), 3), "가가가%");
    }
}
