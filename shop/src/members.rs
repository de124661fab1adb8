//! Members: who may sign up, and who is asking.

pub mod factor;
mod fields;
pub mod identities;
mod open_session;
pub mod owner;

#[cfg(feature = "ssr")]
mod change_email;
#[cfg(feature = "ssr")]
mod change_password;
#[cfg(feature = "ssr")]
mod confirm;
#[cfg(feature = "ssr")]
mod device;
#[cfg(feature = "ssr")]
mod forgotten;
#[cfg(feature = "ssr")]
mod leave;
#[cfg(feature = "ssr")]
mod let_in;
#[cfg(feature = "ssr")]
pub mod links;
#[cfg(feature = "ssr")]
mod lock;
#[cfg(feature = "ssr")]
mod log_in;
#[cfg(feature = "ssr")]
mod new_password;
#[cfg(feature = "ssr")]
mod password;
#[cfg(feature = "ssr")]
mod profile;
#[cfg(feature = "ssr")]
mod prove;
#[cfg(feature = "ssr")]
mod roles;
#[cfg(feature = "ssr")]
mod seals;
#[cfg(feature = "ssr")]
pub mod sessions;
#[cfg(feature = "ssr")]
mod sign_up;
#[cfg(feature = "ssr")]
pub mod tries;
#[cfg(feature = "ssr")]
mod visitor;

pub use fields::{Address, Email, PersonName};
pub(crate) use fields::{line as line_of_text, turns_around};
#[cfg(feature = "ssr")]
pub(crate) use lock::{lock, lock_asker};
pub use open_session::OpenSession;
#[cfg(feature = "ssr")]
pub use {
    change_email::change_email,
    change_password::change_password,
    confirm::{confirm_email, send_confirmation},
    device::Device,
    forgotten::{forget_password, reset_password},
    leave::leave,
    let_in::{Entry, let_in, log_in_code},
    links::LinkToken,
    log_in::{end_last, log_in, log_out},
    new_password::NewPassword,
    password::Passwords,
    profile::{change_profile, profile},
    roles::{find, grant, require_admin, require_staff},
    seals::{Sealed, Seals},
    sign_up::sign_up,
    visitor::VisitorKey,
};

use crate::Moment;
use serde::{Deserialize, Serialize};

/// A member's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MemberId(pub u64);

/// What a member may do beyond shopping. Everybody signs up without a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Answers chat.
    Counsellor,
    /// Runs the shop.
    Admin,
}

impl Role {
    /// The word in the tables and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Counsellor => "counsellor",
            Self::Admin => "admin",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "counsellor" => Ok(Self::Counsellor),
            "admin" => Ok(Self::Admin),
            _ => Err("a role is counsellor or admin"),
        }
    }
}

/// A member, as a page shows them to themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Their number.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their roles, none for most.
    pub roles: Vec<Role>,
    /// Whether they have a role, but this shop wants a second factor of whoever has one, and they
    /// have none yet. Until then `roles` is empty.
    pub needs_factor: bool,
}

impl Member {
    /// Whether they run the shop.
    pub fn is_admin(&self) -> bool {
        self.roles.contains(&Role::Admin)
    }

    /// Whether they work for the shop.
    pub fn is_staff(&self) -> bool {
        !self.roles.is_empty()
    }
}

/// What the sign-up form sends.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SignUpForm {
    /// 1 to 50 characters.
    pub name: String,
    /// An e-mail address that no other member has.
    pub email: String,
    /// 8 to 128 characters.
    pub password: String,
    /// A postal address of 1 to 200 characters.
    pub address: String,
}

/// A member's own page: who they are to the shop, and how much of everything they have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Their name.
    pub name: String,
    /// Their e-mail address, in lower case.
    pub email: String,
    /// Whether they have shown that it is theirs.
    pub is_email_confirmed: bool,
    /// Since when they are a member.
    pub signed_up_at: Moment,
    /// Addresses in their book.
    pub addresses: u64,
    /// Coupons that they can still spend.
    pub coupons: u64,
    /// Orders, whatever became of them.
    pub orders: u64,
    /// Products they wish for.
    pub wishes: u64,
}
