//! A file for somebody to keep.

use crate::refuse::refuse;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use shop::Outcome;

/// An editor that guesses would take Korean for something else, and Korean Excel for EUC-KR.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Sends a file of a kind under a name, or the refusal; nobody between here and there keeps it.
pub fn send(headers: &HeaderMap, kind: &'static str, file: Outcome<(String, Body)>) -> Response {
    match file {
        Ok((name, body)) => {
            let head = [
                (CONTENT_TYPE, kind.to_owned()),
                (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
                (CACHE_CONTROL, "no-store".to_owned()),
            ];
            (head, body).into_response()
        }
        Err(fault) => {
            fault.log();
            refuse(headers, fault.into_refusal())
        }
    }
}
