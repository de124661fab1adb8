//! What a browser keeps of a talk: what was written and not sent, for as long as the tab is open;
//! and that there is a talk at all, so that those who never wrote ask nothing.

use super::talk::Draft;
use crate::browser::Shelf;
use serde::{Deserialize, Serialize};
use shop::members::{Member, MemberId};

const HAS_TALKED: &str = "chat";
const UNSENT: &str = "chat-unsent";

/// Who writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reader {
    /// Not signed in.
    Visitor,
    /// Signed in.
    Member(MemberId),
}

impl From<Option<Member>> for Reader {
    fn from(member: Option<Member>) -> Self {
        member.map_or(Self::Visitor, |member| Self::Member(member.id))
    }
}

/// What somebody has not sent yet.
#[derive(Serialize, Deserialize)]
struct Unsent {
    whose: Reader,
    drafts: Vec<Draft>,
}

impl Unsent {
    /// What of it is the reader's. Whoever signs in brings along what they wrote before; what a
    /// member has not sent is nobody else's, and is gone when they are.
    fn of(self, reader: Reader) -> Vec<Draft> {
        let is_theirs = [Reader::Visitor, reader].contains(&self.whose);
        if is_theirs { self.drafts } else { vec![] }
    }
}

/// Keeps what would be lost if the page were closed, and nothing else.
pub fn keep(reader: Reader, unsent: &[Draft]) {
    if unsent.is_empty() {
        if Shelf::Tab.get(UNSENT).is_some() {
            Shelf::Tab.clear(UNSENT);
        }
        return;
    }
    let unsent = Unsent { whose: reader, drafts: unsent.to_vec() };
    if let Ok(text) = serde_json::to_string(&unsent) {
        Shelf::Tab.put(UNSENT, &text);
    }
}

/// What the reader has not sent yet; what is somebody else's is kept no longer.
pub fn take(reader: Reader) -> Vec<Draft> {
    let text = Shelf::Tab.get(UNSENT);
    // What another version of the shop kept may not be readable any more.
    let unsent = text.and_then(|text| serde_json::from_str::<Unsent>(&text).ok());
    let drafts = unsent.map_or_else(Vec::new, |unsent| unsent.of(reader));
    keep(reader, &drafts);
    drafts
}

/// Whether somebody at this browser has a talk.
pub fn has_talked() -> bool {
    Shelf::Browser.get(HAS_TALKED).is_some()
}

/// Notes whether there is one.
pub fn note_talk(is_there: bool) {
    if is_there {
        Shelf::Browser.put(HAS_TALKED, "1");
    } else {
        Shelf::Browser.clear(HAS_TALKED);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop::chat::MessageKey;

    #[test]
    fn what_a_member_has_not_sent_is_theirs_while_they_are_there() {
        const JIWOO: Reader = Reader::Member(MemberId(1));
        const SOMEBODY: Reader = Reader::Member(MemberId(2));
        let left = |whose: Reader, reader: Reader| {
            let key = MessageKey([7; 16]);
            let drafts = vec![Draft { key, text: "안녕하세요".into(), about: None }];
            !Unsent { whose, drafts }.of(reader).is_empty()
        };
        assert!(left(JIWOO, JIWOO), "the page was loaded again");
        assert!(left(Reader::Visitor, JIWOO), "they signed in");
        assert!(left(Reader::Visitor, Reader::Visitor));
        assert!(!left(JIWOO, Reader::Visitor), "they signed out");
        assert!(!left(JIWOO, SOMEBODY));
    }
}
