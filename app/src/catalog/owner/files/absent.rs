//! The shape of a browser's files where there is no browser: on the server nothing of this is
//! ever called, because effects and events only happen in a browser.

use crate::catalog::owner::order::Picture;
use leptos::ev::PointerEvent;
use shop::Refusal;
use shop::catalog::owner::Saved;

/// See the browser's half.
pub(in crate::catalog::owner) fn adopt(_input_id: &str) -> Vec<(u32, String)> {
    vec![]
}

/// See the browser's half.
pub(in crate::catalog::owner) fn forget(_number: u32) {}

/// See the browser's half.
pub(in crate::catalog::owner) async fn send(
    _form_id: &str,
    _pictures: &[Picture],
) -> Result<Saved, Refusal> {
    Err(Refusal::Broken)
}

/// See the browser's half.
pub(in crate::catalog::owner) fn grabbed(_event: &PointerEvent) -> Option<u32> {
    None
}

/// See the browser's half.
pub(in crate::catalog::owner) fn pointed_at(_event: &PointerEvent) -> Option<u32> {
    None
}

/// See the browser's half.
pub(in crate::catalog::owner) fn focus(_id: &str) {}
