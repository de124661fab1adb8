//! The one error of every server function.

use serde::{Deserialize, Serialize};
use server_fn::codec::JsonEncoding;
use server_fn::error::{FromServerFnError, ServerFnErrorErr};
use shop::Refusal;
#[cfg(feature = "ssr")]
use {crate::asking, shop::parts::security};

/// Seconds to wait when the network itself failed and nobody could say how long.
const NETWORK_RETRY_S: u32 = 3;

/// What a server function answers when it did not do what was asked: the facts for a page, and a
/// sentence in the asker's language for everybody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{message}")]
pub struct ApiError {
    /// Why, as a page wants to know it.
    pub refusal: Refusal,
    /// Why, as a person wants to read it. Empty where only the browser could know.
    pub message: String,
}

#[cfg(feature = "ssr")]
impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        let member = asking::session().map(|session| session.member);
        // A page's own questions are asked outside of the request's span.
        security::note_refusal(&refusal, member, asking::network().ok());
        let message = crate::sentences::refusal(asking::locale(), &refusal);
        Self { refusal, message }
    }
}

#[cfg(not(feature = "ssr"))]
impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self { refusal, message: String::new() }
    }
}

#[cfg(feature = "ssr")]
impl From<shop::Fault> for ApiError {
    /// What a fault is to the asker. Its cause goes to the log, once, here.
    fn from(fault: shop::Fault) -> Self {
        fault.log();
        fault.into_refusal().into()
    }
}

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_) => Refusal::NotUnderstood,
            ServerFnErrorErr::Deserialization(_) if cfg!(feature = "ssr") => Refusal::NotUnderstood,
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Deserialization(_) => {
                Refusal::Unavailable { retry_after_s: NETWORK_RETRY_S }
            }
            _ => Refusal::Broken,
        }
        .into()
    }
}
