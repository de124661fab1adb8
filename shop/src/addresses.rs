//! The address book: where a member's orders may go.

mod fields;
mod form;

#[cfg(feature = "ssr")]
mod change;
#[cfg(feature = "ssr")]
mod keep;
#[cfg(feature = "ssr")]
mod list;

pub use fields::{Phone, Recipient};
pub use form::{AddressForm, NewAddress};
#[cfg(feature = "ssr")]
pub(crate) use {change::insert_first, keep::keep};
#[cfg(feature = "ssr")]
pub use {
    change::{add, edit, make_default, remove},
    list::{find, list},
};

use serde::{Deserialize, Serialize};

/// Addresses that a member may keep at once: more than anybody sends parcels to, and few enough
/// to show on one page.
pub const ADDRESSES_MAX: u32 = 20;

/// An address's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AddressId(pub u64);

/// An address in a member's book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedAddress {
    /// Its number.
    pub id: AddressId,
    /// Who receives.
    pub recipient: String,
    /// How to reach them; whoever only signed up gave none yet.
    pub phone: Option<String>,
    /// Where, in one line.
    pub address: String,
    /// Whether an order goes there unless the member says otherwise. One of every book is.
    pub is_default: bool,
}
