//! The second factor: whoever works for the shop shows, besides the password, that they have their
//! telephone. It makes a code of six digits every half minute (TOTP, RFC 6238); ten recovery codes
//! stand in for it when it is lost.
//!
//! The secret is sealed in its row by a key of the session keys ([`Factors`]), the recovery codes
//! are hashes. A code is accepted once, and five wrong ones shut the door for a while.

#[cfg(feature = "ssr")]
mod check;
#[cfg(feature = "ssr")]
mod half;
#[cfg(feature = "ssr")]
mod recovery;
#[cfg(feature = "ssr")]
mod remove;
#[cfg(feature = "ssr")]
mod seal;
#[cfg(feature = "ssr")]
mod secret;
#[cfg(feature = "ssr")]
mod set_up;
#[cfg(feature = "ssr")]
mod shown;
#[cfg(feature = "ssr")]
mod tries;

#[cfg(feature = "ssr")]
pub(super) use {
    check::{check, has_factor},
    remove::delete,
};
#[cfg(feature = "ssr")]
pub use {
    half::{HALF_GOOD_FOR, Half},
    recovery::{CODES as RECOVERY_CODES, RecoveryCode},
    remove::{remove, remove_of},
    seal::{Factors, reseal_all},
    set_up::{begin, confirm, show},
    shown::ShownCode,
};

use crate::Moment;
use serde::{Deserialize, Serialize};

/// How a member's second factor stands, as they see it themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// There is none.
    None,
    /// They are setting one up.
    Begun(Offer),
    /// There is one.
    Set {
        /// Since when.
        set_at: Moment,
        /// Recovery codes that are not used yet.
        codes_left: u64,
    },
}

/// A secret that nobody has shown yet to be in their telephone. It is seen by the session that
/// asked for it, until a first code confirms it or its time is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The secret in base 32, in groups, to be typed.
    pub secret: String,
    /// The same as an `otpauth://` address, to be opened on the telephone itself.
    pub address: String,
    /// The same as a picture, to be scanned: an SVG in a `data:` address.
    pub picture: String,
    /// The recovery codes. They are shown here and never again.
    pub recovery_codes: Vec<String>,
}
