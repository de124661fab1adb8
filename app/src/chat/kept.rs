//! What a browser keeps of a talk: what was written and not sent, for as long as the tab is open;
//! and that there is a talk at all, so that those who never wrote ask nothing.

use super::talk::Draft;
use crate::browser::Shelf;
use shop::members::{Member, MemberId};

const HAS_TALKED: &str = "chat";
const UNSENT: &str = "chat-unsent";

/// Who writes. What a member has not sent is nobody else's, and is there when they come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl Reader {
    fn shelf_name(self) -> String {
        match self {
            Self::Visitor => UNSENT.to_owned(),
            Self::Member(member) => format!("{UNSENT}-{}", member.0),
        }
    }
}

/// Keeps what would be lost if the page were closed, and nothing else.
pub fn keep(reader: Reader, unsent: &[Draft]) {
    let name = reader.shelf_name();
    match serde_json::to_string(unsent) {
        Ok(text) if !unsent.is_empty() => Shelf::Tab.put(&name, &text),
        _ => {
            if Shelf::Tab.get(&name).is_some() {
                Shelf::Tab.clear(&name);
            }
        }
    }
}

/// What the reader has not sent yet. Whoever signs in brings along what they wrote before.
pub fn take(reader: Reader) -> Vec<Draft> {
    let mut drafts = kept(reader);
    if reader != Reader::Visitor {
        drafts.extend(kept(Reader::Visitor));
        keep(reader, &drafts);
        keep(Reader::Visitor, &[]);
    }
    drafts
}

fn kept(reader: Reader) -> Vec<Draft> {
    let text = Shelf::Tab.get(&reader.shelf_name());
    // What another version of the shop kept may not be readable any more.
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
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
