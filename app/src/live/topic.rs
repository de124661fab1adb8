//! What a page may want to hear of.

use shop::chat::RoomId;
use shop::drops::DropId;
use shop::live::{FromBrowser, ToBrowser};

/// What a page listens to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A drop's line.
    Drop(DropId),
    /// A room.
    Room(RoomId),
    /// Every room that changes: a counsellor is at work.
    Counsel,
}

impl Topic {
    /// What the server is told when the first page begins to listen.
    pub fn begin(self) -> FromBrowser {
        match self {
            Self::Drop(drop_id) => FromBrowser::Follow { drop_id },
            Self::Room(room_id) => FromBrowser::Enter { room_id },
            Self::Counsel => FromBrowser::Counsel,
        }
    }

    /// What it is told when the last page has ended.
    pub fn end(self) -> FromBrowser {
        match self {
            Self::Drop(drop_id) => FromBrowser::Unfollow { drop_id },
            Self::Room(room_id) => FromBrowser::Leave { room_id },
            Self::Counsel => FromBrowser::Uncounsel,
        }
    }

    /// Whether a frame is about it.
    pub fn hears(self, frame: &ToBrowser) -> bool {
        match frame {
            ToBrowser::Hello { .. } => true,
            ToBrowser::Line { line, .. } => self == Self::Drop(line.drop_id),
            ToBrowser::Issued { drop_id, .. } => self == Self::Drop(*drop_id),
            ToBrowser::Room { room } => self == Self::Counsel || self == Self::Room(room.id),
            ToBrowser::Said { room_id, .. } | ToBrowser::Typing { room_id, .. } => {
                self == Self::Room(*room_id)
            }
        }
    }
}
