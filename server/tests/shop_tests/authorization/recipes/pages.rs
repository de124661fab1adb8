//! Where the pages are.

use crate::authorization::cast::Cast;
use shop::orders::State;

/// The address of a page about something of the member's; `None` where nobody has said it yet.
pub async fn address(page: &str, cast: &Cast<'_>) -> Option<String> {
    let Some((folder, parameter)) = page.split_once("/{") else {
        return Some(page.to_owned());
    };
    let id = match folder {
        "/products" | "/admin/products" => cast.product().await,
        "/drops" => cast.drop().await,
        "/orders" | "/admin/orders" => cast.order(State::Paid).await,
        "/admin/drops" => cast.coming_drop().await,
        "/counsel/rooms" => cast.visitors_room().await,
        "/admin/members" => cast.member.0,
        _ => return None,
    };
    let rest = parameter.split_once('}')?.1;
    Some(format!("{folder}/{id}{rest}"))
}
