//! Texts in the query of an address.

/// A text as a value in a query: everything but ASCII letters, digits and `-._~` is escaped.
/// The same on both sides, as hydration wants it.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' => {
                escaped.push(char::from(byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn a_text_cannot_leave_its_place_in_the_query() {
        assert_eq!(escape("/drops/1?a=b&c"), "%2Fdrops%2F1%3Fa%3Db%26c");
        assert_eq!(escape("차 잔"), "%EC%B0%A8%20%EC%9E%94");
    }
}
