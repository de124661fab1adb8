//! What the shop writes to people by e-mail.
//!
//! A verb writes a letter as a row, in its own transaction: it goes out if and only if the verb was
//! done, and no request waits for a mail server. A worker sends what is due. It notes a letter as
//! sent after the mail server has taken it, so a crash in between sends it twice: at least once,
//! since a second letter is a small nuisance, and a lost one locks somebody out.
//!
//! The facts are here, the sentences in the catalogue of texts, and the way to a mail server at
//! whoever calls [`deliver_due`].

mod deliver;
mod sweep;
mod write;

pub use deliver::deliver_due;
pub use sweep::{SWEPT_AT_ONCE, sweep};
pub(crate) use write::{Draft, write};

use crate::Language;
use crate::members::LinkToken;
use crate::members::links::Purpose;

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// With a link to a new password.
    Reset,
    /// With a link that confirms the member's address.
    Confirm,
    /// To an address that a member wants to have, with a link that makes it theirs.
    NewEmail,
    /// To the address that a member is about to leave.
    EmailChanging,
    /// To whoever has a new password.
    PasswordChanged,
}

/// A letter that is to be sent.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its number: the same letter has the same, however often it is tried.
    pub id: u64,
    /// The address it goes to.
    pub to: String,
    /// The member's name.
    pub name: String,
    /// The language that the member read when it was written.
    pub language: Language,
    /// What it says.
    pub says: Says,
}

/// What a letter says.
#[derive(Clone, Debug)]
pub enum Says {
    /// How to get a new password.
    Reset(LinkToken),
    /// How to confirm one's address.
    Confirm(LinkToken),
    /// How to make this address one's own.
    NewEmail(LinkToken),
    /// That somebody wants to change the address of this account.
    EmailChanging,
    /// That the password is a new one.
    PasswordChanged,
}

/// Why a letter was not sent.
#[derive(Clone, Debug)]
pub enum Undelivered {
    /// Another try is worth it.
    Later(String),
    /// The mail server will not take it at all.
    Never(String),
}

/// A way to the mail server.
pub trait Post: Send + Sync {
    /// Hands a letter over.
    fn deliver(&self, letter: &Letter) -> impl Future<Output = Result<(), Undelivered>> + Send;
}

impl Kind {
    const ALL: [Self; 5] =
        [Self::Reset, Self::Confirm, Self::NewEmail, Self::EmailChanging, Self::PasswordChanged];

    /// The word in the table.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Reset => "reset",
            Self::Confirm => "confirm",
            Self::NewEmail => "new_email",
            Self::EmailChanging => "email_changing",
            Self::PasswordChanged => "password_changed",
        }
    }

    /// The kind of a row; `None` is one of a newer server's.
    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// What its link is for, if it has one. Such a letter is sent to whatever address somebody
    /// types, so there is a limit to them.
    const fn purpose(self) -> Option<Purpose> {
        match self {
            Self::Reset => Some(Purpose::Reset),
            Self::Confirm => Some(Purpose::Confirm),
            Self::NewEmail => Some(Purpose::NewEmail),
            Self::EmailChanging | Self::PasswordChanged => None,
        }
    }
}
