//! A good request for every way in, about things of the member's.

pub mod functions;
mod pages;

use super::cast::Cast;
use super::ways::Way;
use crate::owner_products::fixtures as product;
use reqwest::RequestBuilder;
use reqwest::header::{ACCEPT, CONNECTION, COOKIE, ORIGIN, UPGRADE};
use shop::members::identities::Purpose;

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
        ("GET", path @ ("/sign-in/{provider}" | "/sign-in/{provider}/callback")) => {
            Some(person.get_from(&path.replace("{provider}", "naver")))
        }
        ("GET", path @ "/sign-up/complete") => {
            let answer = cast.answer(Purpose::SignIn);
            Some(person.get_from(path).header(ACCEPT, "text/html").header(COOKIE, answer))
        }
        ("POST", path @ "/api/members/complete_sign_up") => {
            let form = [("name", "박하늘"), ("address", "서울")];
            let answer = cast.answer(Purpose::SignIn);
            Some(person.post_to(path).header(COOKIE, answer).form(&form))
        }
        ("POST", path @ "/api/members/link_identity") => {
            let answer = cast.answer(Purpose::Link(cast.asker().unwrap_or(cast.member)));
            let nothing: [(&str, &str); 0] = [];
            Some(person.post_to(path).header(COOKIE, answer).form(&nothing))
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
