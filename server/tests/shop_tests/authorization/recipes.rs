//! A good request for every way in, about things of the member's.

mod functions;
mod pages;

use super::cast::Cast;
use super::ways::Way;
use crate::owner_products::fixtures as product;
use reqwest::RequestBuilder;
use reqwest::header::{ACCEPT, CONNECTION, COOKIE, ORIGIN, UPGRADE};

/// A request to this way in; `None` where nobody has written one yet.
pub async fn recipe(way: &Way, cast: &Cast<'_>) -> Option<RequestBuilder> {
    let person = cast.person();
    match (way.method.as_str(), way.path.as_str()) {
        ("GET", "/live") => Some(
            person
                .get_from("/live")
                .header(ORIGIN, cast.url())
                .header(CONNECTION, "upgrade")
                .header(UPGRADE, "websocket")
                .header("sec-websocket-version", "13")
                .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ),
        // There are no files here: whoever asks hears the same.
        ("GET", "/media/…") => Some(person.get_from("/media/none.webp")),
        ("GET", "/pkg/…") => Some(person.get_from("/pkg/none.css")),
        ("GET", path @ ("/healthz" | "/readyz" | "/metrics" | "/admin/orders.csv")) => {
            Some(person.get_from(path))
        }
        ("GET", "/chat/{room}/export") => {
            let room = cast.room("closed").await;
            Some(person.get_from(&format!("/chat/{room}/export")))
        }
        ("POST", "/language") => Some(person.post_to("/language").form(&[("language", "ko")])),
        ("POST", "/admin/products") => {
            let form = product::Form::new().with(product::png(1));
            Some(person.post_to("/admin/products").multipart(form.parts()))
        }
        ("POST", path @ "/api/members/log_in_code") => {
            let (half, code) = cast.half_and_code().await;
            let request = person.post_to(path).header(COOKIE, format!("log-in={half}"));
            Some(request.form(&[("code", code)]))
        }
        ("GET", page) => {
            let address = pages::address(page, cast).await?;
            Some(person.get_from(&address).header(ACCEPT, "text/html"))
        }
        ("POST", function) => {
            let form = functions::form(function.strip_prefix("/api/")?, cast).await?;
            Some(person.post_to(function).form(&form))
        }
        _ => None,
    }
}
