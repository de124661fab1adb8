//! The events, and what each is called in the log.

use crate::Refusal;

/// The target of every such line, by which a collector knows them. The server writes them whatever
/// `RUST_LOG` leaves out.
pub const TARGET: &str = "security";

/// Something that whoever guards the shop wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody became a member.
    SignedUp,
    /// A session began.
    LoggedIn,
    /// All was right but for the code of a second factor, which is still to come.
    CodeAsked,
    /// A session ended, by who had it.
    LoggedOut,
    /// A session ended by somebody else than who had it.
    SessionEnded,
    /// A password that is not the account's.
    WrongPassword,
    /// A code that is none of the second factor's.
    WrongCode,
    /// All was right, and the account is closed.
    Blocked,
    /// Nobody came in by a provider.
    ProviderRefused,
    /// A member has another password.
    NewPassword,
    /// A member has another e-mail address.
    NewEmail,
    /// A provider vouches for a member from now on.
    WayInAdded,
    /// A provider vouches for a member no longer.
    WayInRemoved,
    /// A member has a second factor.
    FactorSet,
    /// A member has no second factor any more.
    FactorRemoved,
    /// A recovery code stood in for the telephone.
    RecoveryCodeUsed,
    /// A member left for good.
    AccountLeft,
    /// Somebody asked for what another role may do.
    NotAllowed,
    /// Somebody asked for an order, an address, a coupon, a talk or a session that is not theirs, or
    /// not there: the shop does not tell, nor does it look.
    NotTheirs,
    /// Another site's page asked for a change.
    ForeignOrigin,
    /// A session's cookie that no key of the shop has sealed.
    ForgedCookie,
    /// A link of a letter that is used, over, or none of ours.
    DeadLink,
    /// What no form and no page of ours sends.
    NotUnderstood,
    /// More than the shop reads.
    TooLarge,
    /// Too many wrong passwords, or accounts, from one network.
    TooManyTries,
    /// Too many wrong codes.
    TooManyCodes,
    /// Too many clicks, or letters asked for.
    TooManyClicks,
    /// Too many messages, or talks.
    TooManyMessages,
}

impl Event {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 28] = [
        Self::SignedUp,
        Self::LoggedIn,
        Self::CodeAsked,
        Self::LoggedOut,
        Self::SessionEnded,
        Self::WrongPassword,
        Self::WrongCode,
        Self::Blocked,
        Self::ProviderRefused,
        Self::NewPassword,
        Self::NewEmail,
        Self::WayInAdded,
        Self::WayInRemoved,
        Self::FactorSet,
        Self::FactorRemoved,
        Self::RecoveryCodeUsed,
        Self::AccountLeft,
        Self::NotAllowed,
        Self::NotTheirs,
        Self::ForeignOrigin,
        Self::ForgedCookie,
        Self::DeadLink,
        Self::NotUnderstood,
        Self::TooLarge,
        Self::TooManyTries,
        Self::TooManyCodes,
        Self::TooManyClicks,
        Self::TooManyMessages,
    ];

    /// The word in the log and in the metrics.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignedUp => "signed_up",
            Self::LoggedIn => "logged_in",
            Self::CodeAsked => "code_asked",
            Self::LoggedOut => "logged_out",
            Self::SessionEnded => "session_ended",
            Self::WrongPassword => "wrong_password",
            Self::WrongCode => "wrong_code",
            Self::Blocked => "blocked",
            Self::ProviderRefused => "provider_refused",
            Self::NewPassword => "new_password",
            Self::NewEmail => "new_email",
            Self::WayInAdded => "way_in_added",
            Self::WayInRemoved => "way_in_removed",
            Self::FactorSet => "factor_set",
            Self::FactorRemoved => "factor_removed",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::AccountLeft => "account_left",
            Self::NotAllowed => "not_allowed",
            Self::NotTheirs => "not_theirs",
            Self::ForeignOrigin => "foreign_origin",
            Self::ForgedCookie => "forged_cookie",
            Self::DeadLink => "dead_link",
            Self::NotUnderstood => "not_understood",
            Self::TooLarge => "too_large",
            Self::TooManyTries => "too_many_tries",
            Self::TooManyCodes => "too_many_codes",
            Self::TooManyClicks => "too_many_clicks",
            Self::TooManyMessages => "too_many_messages",
        }
    }

    /// What came of it: `done`, `asked` for more, or `refused`.
    pub const fn outcome(self) -> &'static str {
        match self {
            Self::CodeAsked => "asked",
            Self::SignedUp
            | Self::LoggedIn
            | Self::LoggedOut
            | Self::SessionEnded
            | Self::NewPassword
            | Self::NewEmail
            | Self::WayInAdded
            | Self::WayInRemoved
            | Self::FactorSet
            | Self::FactorRemoved
            | Self::RecoveryCodeUsed
            | Self::AccountLeft => "done",
            _ => "refused",
        }
    }

    /// Whether a stranger can bring it about as often as they can send: such lines would fill a disk.
    /// A wrong password costs a hash, and whoever asks for another's order is known by their number.
    pub(super) const fn may_come_without_end(self) -> bool {
        matches!(
            self,
            Self::ForeignOrigin
                | Self::ForgedCookie
                | Self::DeadLink
                | Self::NotUnderstood
                | Self::TooLarge
                | Self::TooManyTries
                | Self::TooManyCodes
                | Self::TooManyClicks
                | Self::TooManyMessages
        )
    }

    /// The event that a refusal is. What the verbs note by themselves, since they know more, is none
    /// here; nor is a visitor who has to log in first.
    pub(super) const fn of(refusal: &Refusal) -> Option<Self> {
        Some(match refusal {
            Refusal::NotAllowed | Refusal::FactorNeeded => Self::NotAllowed,
            Refusal::NoSuchOrder
            | Refusal::NoSuchAddress
            | Refusal::NoSuchCoupon
            | Refusal::NoSuchRoom
            | Refusal::NoSuchSession => Self::NotTheirs,
            Refusal::ForeignOrigin => Self::ForeignOrigin,
            Refusal::LinkOver => Self::DeadLink,
            Refusal::NotUnderstood => Self::NotUnderstood,
            Refusal::TooManyTries { .. } => Self::TooManyTries,
            Refusal::TooManyClicks { .. } => Self::TooManyClicks,
            Refusal::TooManyMessages { .. } => Self::TooManyMessages,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Event;
    use std::collections::HashSet;

    #[test]
    fn every_event_stands_at_its_number_and_has_a_word_of_its_own() {
        for (number, event) in Event::ALL.into_iter().enumerate() {
            assert_eq!(event as usize, number, "{event:?}");
        }
        let words: HashSet<_> = Event::ALL.map(Event::as_str).into();
        assert_eq!(words.len(), Event::ALL.len());
    }
}
