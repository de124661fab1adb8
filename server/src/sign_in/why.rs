//! Why nobody came in, and where that is said.

use app::members::SignInTrouble;
use app::ui::escape;
use axum::response::{IntoResponse, Redirect, Response};
use http::HeaderMap;
use shop::Fault;
use shop::members::identities::Purpose;
use shop::parts::security::{self, Event};

/// Why nobody came in.
#[derive(Debug)]
pub enum Why {
    /// The answer belongs to no way that this browser has begun: too old, gone before, another's.
    Foreign,
    /// Whoever was there said no.
    Cancelled,
    /// The provider could not be asked, or what it said is not to be believed. For the log only.
    Provider(String),
    /// The shop itself could not, or would not.
    Shop(Fault),
}

impl Why {
    /// Back to the page from which somebody went, with a sentence; 503 if a part is down.
    pub fn tell(self, headers: &HeaderMap, purpose: Purpose, next: &str) -> Response {
        let refused = |way| security::note(Event::ProviderRefused, None, way);
        let trouble = match self {
            Self::Foreign => {
                refused("foreign");
                SignInTrouble::Expired
            }
            Self::Cancelled => {
                refused("cancelled");
                SignInTrouble::Cancelled
            }
            Self::Provider(cause) => {
                refused("provider");
                tracing::warn!(cause, "a provider vouched for nobody");
                SignInTrouble::Provider
            }
            Self::Shop(Fault::Refused(shop::Refusal::Blocked)) => SignInTrouble::Blocked,
            Self::Shop(fault) => {
                fault.log();
                return crate::refuse::refuse(headers, fault.into_refusal());
            }
        };
        let trouble = trouble.as_str();
        let back = match purpose {
            Purpose::Link(_) => format!("/account/ways-in?sign_in={trouble}"),
            Purpose::SignIn => format!("/log-in?sign_in={trouble}&next={}", escape(next)),
        };
        Redirect::to(&back).into_response()
    }
}

impl From<Fault> for Why {
    fn from(fault: Fault) -> Self {
        Self::Shop(fault)
    }
}
