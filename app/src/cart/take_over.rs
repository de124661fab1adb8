//! A visitor's cart, when they log in.

use crate::asking;
use shop::members::sessions::Token;

/// Puts what this browser collected without being signed in into the cart of the member whose
/// session starts here. A failure spoils no log-in: the cookie stays, and the next one tries again.
pub async fn take_over(token: &Token) {
    let Some(visitor) = asking::visitor_key() else {
        return;
    };
    let Ok(shop) = asking::shop() else { return };
    let Some(session) = shop.sessions.believe(&token.to_text(), shop.now()) else {
        return;
    };
    match shop::cart::take_over(&shop, &visitor, session.member).await {
        Ok(()) => asking::forget_cart(),
        Err(fault) => fault.log(),
    }
}
