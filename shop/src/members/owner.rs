//! What an admin sees of members, and does to them. Every verb asks for the role, and each of
//! those that change something leaves an entry in the record.

#[cfg(feature = "ssr")]
mod admins;
#[cfg(feature = "ssr")]
mod block;
#[cfg(feature = "ssr")]
mod factor;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod roles;
#[cfg(feature = "ssr")]
mod show;

#[cfg(feature = "ssr")]
pub(super) use admins::{lock_admins, lock_member};
#[cfg(feature = "ssr")]
pub use {
    block::{block, unblock},
    factor::remove_factor,
    list::list,
    roles::{grant, revoke},
    show::show,
};

use super::{MemberId, Role};
use crate::Moment;
use serde::{Deserialize, Serialize};

/// How many members a page of the list shows.
pub const MEMBERS_PER_PAGE: u32 = 30;
/// Letters of the reason for a block.
pub const REASON_CHARS_MAX: u32 = 200;

/// A member in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedMember {
    /// Their number.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Since when they are a member.
    pub signed_up_at: Moment,
    /// What was granted to them.
    pub roles: Vec<Role>,
    /// Whether the shop has closed their account.
    pub is_blocked: bool,
}

/// A page of members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberList {
    /// Newest first.
    pub members: Vec<ListedMember>,
    /// This page, from 1.
    pub page: u32,
    /// Whether there is one more.
    pub has_next: bool,
}

/// A member's role, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantedRole {
    /// Which.
    pub role: Role,
    /// Since when.
    pub granted_at: Moment,
    /// By which person or tool.
    pub granted_by: String,
}

/// A closed account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Since when.
    pub blocked_at: Moment,
    /// The name of the admin who closed it.
    pub blocked_by: String,
    /// Why.
    pub reason: String,
}

/// What the shop knows of a member, without what is only theirs: no address, no password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberFacts {
    /// Their number.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Since when they are a member.
    pub signed_up_at: Moment,
    /// When they last signed in.
    pub signed_in_at: Option<Moment>,
    /// What was granted to them.
    pub roles: Vec<GrantedRole>,
    /// Since when they have a second factor, if they have one.
    pub factor_since: Option<Moment>,
    /// Why their account is closed, if it is.
    pub block: Option<Block>,
    /// Orders, whatever became of them.
    pub orders: u64,
    /// What they paid for orders and did not get back, in won.
    pub paid_won: u64,
    /// Coupons that were issued to them.
    pub coupons: u64,
}
