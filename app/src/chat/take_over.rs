//! A visitor's talk, when they log in.

use crate::asking;
use shop::members::sessions::Token;

/// Makes the talk that this browser began without being signed in the talk of the member whose
/// session starts here. A failure spoils no log-in: the cookie stays, and the next one tries again.
pub async fn take_over(token: &Token) {
    let Some(visitor) = asking::chat_key() else {
        return;
    };
    let Ok(shop) = asking::shop() else { return };
    let Some(session) = shop.sessions.believe(&token.to_text(), shop.now()) else {
        return;
    };
    match shop::chat::take_over(&shop, &visitor, session.member).await {
        Ok(()) => asking::forget_chat(),
        Err(fault) => fault.log(),
    }
}
