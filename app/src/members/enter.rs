//! Coming in, whichever way somebody has shown who they are.

use crate::asking;
use shop::members::sessions::Token;

/// Gives the browser its session, makes what it has put together as a visitor the member's own, and
/// leads it on to `next`.
pub(super) async fn enter(token: &Token, next: &str) {
    asking::start_session(token);
    crate::cart::take_over(token).await;
    crate::chat::take_over(token).await;
    leptos_axum::redirect(super::safe_next(next));
}
