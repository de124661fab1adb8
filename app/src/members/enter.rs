//! Coming in, whichever way somebody has shown who they are.

use crate::asking;
use crate::ui::escape;
use head::way::safe_next;
use shop::members::Entry;
use shop::members::sessions::Token;

/// Gives the browser its session; or half of a log-in, and leads it to where the code is asked for.
pub async fn enter(entry: &Entry, next: &str) {
    match entry {
        Entry::Session(token) => come_in(token, next).await,
        Entry::AskForCode(half) => {
            asking::keep_half(half);
            let next = escape(safe_next(next));
            leptos_axum::redirect(&format!("/log-in/code?next={next}"));
        }
    }
}

/// Gives the browser its session, makes what it has put together as a visitor the member's own, and
/// leads it on to `next`; staff who need a second factor first, to where they set one up.
async fn come_in(token: &Token, next: &str) {
    end_the_last_one().await;
    asking::start_session(token);
    crate::cart::take_over(token).await;
    crate::chat::take_over(token).await;
    let next = if needs_factor(token).await { "/account/factor" } else { safe_next(next) };
    leptos_axum::redirect(next);
}

/// A failure spoils no log-in.
async fn end_the_last_one() {
    let (Ok(shop), Some(session)) = (asking::shop(), asking::session()) else { return };
    if let Err(fault) = shop::members::end_last(&shop, session).await {
        fault.log();
    }
}

/// A failure spoils no log-in: every verb asks again.
async fn needs_factor(token: &Token) -> bool {
    let Ok(shop) = asking::shop() else { return false };
    let Some(session) = shop.sessions.believe(&token.to_text(), shop.now()) else { return false };
    shop.factors.is_required
        && matches!(
            shop::members::find(&shop, session.member).await,
            Ok(Some(member)) if member.needs_factor
        )
}
