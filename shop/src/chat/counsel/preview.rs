//! A message as a line in a list.

use super::super::{Body, Side};
use crate::{Fault, Outcome};

/// As much as two lines of the list can hold.
const PREVIEW_CHARS_MAX: usize = 120;

/// What is said, from its column.
pub(super) fn body_of(json: &str) -> Outcome<Body> {
    let body = serde_json::from_str(json).map(short);
    body.map_err(|error| Fault::Broken(format!("a message's body cannot be read: {error}")))
}

/// Who speaks, from its column.
pub(super) fn side_of(word: &str) -> Outcome<Side> {
    let sides = [Side::Shopper, Side::Counsellor, Side::Bot, Side::Shop];
    let side = sides.into_iter().find(|side| side.as_str() == word);
    side.ok_or_else(|| Fault::Broken(format!("{word:?} is nobody who speaks")))
}

fn short(body: Body) -> Body {
    match body {
        Body::Text { text, card } => {
            let text = match text.char_indices().nth(PREVIEW_CHARS_MAX) {
                Some((end, _)) => format!("{}…", &text[..end]),
                None => text,
            };
            Body::Text { text, card }
        }
        said => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match short(Body::Text { text: text.to_owned(), card: None }) {
            Body::Text { text, .. } => text,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_long_message_is_cut_between_two_characters() {
        assert_eq!(shown("안녕하세요"), "안녕하세요");
        let just = "쿠".repeat(PREVIEW_CHARS_MAX);
        assert_eq!(shown(&just), just);
        assert_eq!(shown(&format!("{just}폰")), format!("{just}…"));
    }

    #[test]
    fn everybody_who_speaks_is_known_by_their_word() {
        for side in [Side::Shopper, Side::Counsellor, Side::Bot, Side::Shop] {
            assert_eq!(side_of(side.as_str()).unwrap(), side);
        }
        assert!(side_of("moon").is_err());
    }
}
