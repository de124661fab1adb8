//! What is said in the chat, and when there is somebody to hear it.

use shop::Moment;
use shop::chat::bot::Hours;
use shop::chat::counsel::{SHORTCUT_CHARS_MAX, Shortcut};
use shop::chat::links::{Piece, pieces};
use shop::chat::{About, MESSAGE_CHARS_MAX, MessageKey, MessageText};
use std::time::Duration;

const STEPS_OF_A_WEEK: u32 = 7 * 8;
const STEP: Duration = Duration::from_secs(3 * 3_600 + 59);

/// A message can be seen, is bounded, and is the same when it is read again.
pub fn message_text(text: &str) {
    let Ok(message) = MessageText::parse(text) else { return };
    let said = message.as_str();
    assert!((1..=MESSAGE_CHARS_MAX as usize).contains(&said.chars().count()));
    assert!(!said.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
    assert_eq!(MessageText::parse(said), Ok(message.clone()));
}

/// The pieces are the text, and a link is an address of the web that cannot leave its attribute.
pub fn links(text: &str) {
    let mut joined = String::new();
    for piece in pieces(text) {
        let (Piece::Words(part) | Piece::Link(part)) = piece;
        assert!(!part.is_empty());
        joined.push_str(part);
        if let Piece::Link(link) = piece {
            let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
            let rest = rest.expect("a link begins with http:// or https://");
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            assert!(!host.is_empty() && !host.contains('@'), "{link}");
            assert!(link.bytes().all(|byte| byte.is_ascii_graphic()), "{link}");
            assert!(!link.contains(['<', '>', '"', '`', '\\', '{', '}', '^', '|']), "{link}");
        }
    }
    assert_eq!(joined, text);
}

/// A key comes back from its text.
pub fn message_key(text: &str) {
    let Ok(key) = text.parse::<MessageKey>() else { return };
    let written = key.to_string();
    assert_eq!(written, text.replace('-', "").to_ascii_lowercase());
    assert_eq!(written.parse(), Ok(key));
}

/// What a message is about comes back from its text.
pub fn about(text: &str) {
    let Ok(about) = text.parse::<About>() else { return };
    assert_eq!(about.to_string().parse(), Ok(about));
}

/// A shortcut is one word, and the same when it is typed with its slash.
pub fn shortcut(text: &str) {
    let Ok(shortcut) = Shortcut::parse(text) else { return };
    let word = shortcut.as_str();
    assert!((1..=SHORTCUT_CHARS_MAX as usize).contains(&word.chars().count()));
    assert!(!word.contains(|c: char| c.is_whitespace() || c.is_control() || c == '/'), "{word:?}");
    assert_eq!(Shortcut::parse(word), Ok(shortcut.clone()));
    assert_eq!(Shortcut::parse(&format!("/{word}")), Ok(shortcut));
}

/// A record of the log comes back from what is written of it.
#[cfg(feature = "ssr")]
pub fn record(input: &[u8]) {
    let Ok(record) = serde_json::from_slice::<shop::chat::Record>(input) else { return };
    let written = serde_json::to_vec(&record).expect("a record can be written");
    assert_eq!(serde_json::from_slice(&written).ok(), Some(record));
}

/// Hours come back from their text, and whenever it is closed it opens again.
pub fn counsel_hours(text: &str) {
    let Ok(hours) = text.parse::<Hours>() else { return };
    assert_eq!(hours.to_string().parse(), Ok(hours.clone()));
    for step in 0..STEPS_OF_A_WEEK {
        let now = Moment::from_ms(1_795_000_000_000).plus(STEP * step);
        match hours.next_opening(now) {
            None => assert!(hours.is_open(now)),
            Some(at) => assert!(at > now && !hours.is_open(now) && hours.is_open(at)),
        }
    }
}

/// Whatever is said, what it means does not depend on its end.
#[cfg(feature = "ssr")]
pub fn bot(text: &str) {
    const READ_CHARS: usize = 200;
    let beginning: String = text.chars().take(READ_CHARS).collect();
    assert_eq!(shop::chat::bot::understand(text), shop::chat::bot::understand(&beginning));
}
