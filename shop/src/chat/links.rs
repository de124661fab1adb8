//! Links in what people write.

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// An address of the web, over http or https.
    Link(&'a str),
}

const SCHEMES: [&str; 2] = ["https://", "http://"];
/// What may stand in an address, beside letters and digits. Everything else ends it, Korean
/// particles as well: `https://seonchak.kr에서`.
const MARKS: &str = "-._~:/?#[]@!$&'()*+,;=%";
/// What ends a sentence rather than an address.
const SENTENCE_MARKS: [char; 9] = ['.', ',', ';', ':', '!', '?', '\'', '*', '~'];

/// A text as words and links, which together are the text again.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut words_from, mut at) = (0, 0);
    while let Some(found) = SCHEMES.iter().filter_map(|s| text[at..].find(s)).min() {
        let from = at + found;
        let length = link_length(&text[from..]);
        let begins_word = !text[..from].ends_with(|c: char| c.is_ascii_alphanumeric());
        at = from + length.max(1);
        if length > 0 && begins_word {
            if words_from < from {
                pieces.push(Piece::Words(&text[words_from..from]));
            }
            pieces.push(Piece::Link(&text[from..at]));
            words_from = at;
        }
    }
    if words_from < text.len() {
        pieces.push(Piece::Words(&text[words_from..]));
    }
    pieces
}

/// How long the link is with which a text begins; 0 if nobody should follow it.
fn link_length(text: &str) -> usize {
    let Some(scheme) = SCHEMES.into_iter().find(|scheme| text.starts_with(scheme)) else {
        return 0;
    };
    let is_of_address = |c: char| c.is_ascii_alphanumeric() || MARKS.contains(c);
    let end = text.find(|c| !is_of_address(c)).unwrap_or(text.len());
    let link = without_sentence_marks(&text[..end]);
    let Some(rest) = link.get(scheme.len()..) else { return 0 };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // A name before the host would be somebody's trick: https://seonchak.kr@evil.kr
    let is_host = host.starts_with(|c: char| c.is_ascii_alphanumeric()) && !host.contains('@');
    if is_host { link.len() } else { 0 }
}

fn without_sentence_marks(link: &str) -> &str {
    let mut link = link;
    loop {
        let shorter = link.trim_end_matches(SENTENCE_MARKS);
        let closes = [('(', ')'), ('[', ']')].into_iter().any(|(open, close)| {
            shorter.ends_with(close)
                && shorter.matches(close).count() > shorter.matches(open).count()
        });
        if !closes && shorter.len() == link.len() {
            return link;
        }
        link = if closes { &shorter[..shorter.len() - 1] } else { shorter };
    }
}

#[cfg(test)]
mod tests {
    use super::Piece::{Link, Words};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_becomes_a_link_and_the_rest_stays_words() {
        let text = "여기예요: https://seonchak.kr/products/1?a=b#c 보세요";
        let link = Link("https://seonchak.kr/products/1?a=b#c");
        assert_eq!(pieces(text), [Words("여기예요: "), link, Words(" 보세요")]);
        let both = pieces("http://a.kr,https://b.kr");
        assert_eq!(both, [Link("http://a.kr,https://b.kr")]);
    }

    #[test]
    fn what_ends_a_sentence_does_not_belong_to_the_address() {
        let shown = [
            "https://a.kr에서",
            "https://a.kr.",
            "(https://a.kr)",
            "https://a.kr!?\n",
            "\"https://a.kr\"",
        ];
        for text in shown {
            assert!(pieces(text).contains(&Link("https://a.kr")), "{text}");
        }
        assert_eq!(pieces("https://a.kr/w_(x)"), [Link("https://a.kr/w_(x)")]);
    }

    #[test]
    fn nothing_but_the_web_is_linked() {
        for text in [
            "javascript:alert(1)",
            "data:text/html,x",
            "JAVASCRIPT://a.kr",
            "xhttps://a.kr",
            "https://",
            "https://?x",
            "https:///a.kr",
            "https://seonchak.kr@evil.kr/",
            "ftp://a.kr",
            "www.a.kr",
        ] {
            assert_eq!(pieces(text), [Words(text)]);
        }
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in "(.{0,9}|https?://|[.()@/]){0,12}") {
            let joined: String = pieces(&text)
                .into_iter()
                .map(|piece| match piece { Words(text) | Link(text) => text })
                .collect();
            prop_assert_eq!(joined, text);
        }

        #[test]
        fn a_link_always_begins_with_http(text in "(.{0,9}|https?:/{0,3}|javascript:|a){0,12}") {
            for piece in pieces(&text) {
                if let Link(link) = piece {
                    prop_assert!(link.starts_with("http://") || link.starts_with("https://"));
                    prop_assert!(link.is_ascii() && !link.contains(['<', '>', '"', ' ', '\n']));
                }
            }
        }
    }
}
