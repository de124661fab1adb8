//! Signing in by Google, Kakao and Naver: the way to a provider, and the way back.
//!
//! What is asked and checked here is the protocol. Who comes in, and what may be linked to whom, are
//! rules of the shop: `shop::members::identities`.

mod arrive;
mod begin;
mod client;
mod come_back;
mod id_token;
mod kakao;
mod keys;
mod naver;
mod open_id;
mod providers;
mod settings;
mod why;

pub use begin::begin;
pub use come_back::come_back;
pub use providers::Providers;
pub use settings::{ProviderSettings, Settings};

use http::HeaderValue;

/// What stands in these answers is one browser's, and for now only.
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
