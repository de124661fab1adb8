//! Who is asking, in which language, and the shop they ask: what a server function knows of the
//! request around it.

mod language;
mod sign_in;

pub use language::{chosen_language, locale};
pub use sign_in::{OfferedProviders, answer, forget_answer, offered_providers};

use crate::api_error::ApiError;
use http::header::{ACCEPT, HOST, SET_COOKIE, USER_AGENT};
use http::request::Parts;
use http::uri::Authority;
use http::{HeaderMap, HeaderValue};
use leptos::prelude::{expect_context, use_context};
use leptos_axum::ResponseOptions;
use shop::cart::{CartOwner, VISITOR_CART_DAYS};
use shop::chat::Asker;
use shop::members::factor::HALF_GOOD_FOR;
use shop::members::sessions::{Session, Token};
use shop::members::{Device, VisitorKey};
use shop::{Refusal, Shop};
use std::net::IpAddr;
use std::sync::Arc;

const SECONDS_PER_DAY: u32 = 24 * 60 * 60;

/// The names that a visitor's talk may have, over http and over https.
pub const CHAT_COOKIES: [&str; 2] = ["chat", "__Host-chat"];
/// As long as anybody may want to read it again.
const VISITOR_CHAT_DAYS: u32 = 30;

/// The names that a visitor's cart may have, over http and over https.
pub const CART_COOKIES: [&str; 2] = ["cart", "__Host-cart"];

/// How this server writes its cookies: the `__Host-` prefix and `Secure` need https.
#[derive(Clone, Copy, Debug)]
pub struct Cookies {
    /// Whether browsers reach the shop over https.
    pub https: bool,
}

impl Cookies {
    /// The name of the session's cookie.
    pub fn session_name(self) -> &'static str {
        if self.https { "__Host-session" } else { "session" }
    }

    /// The name of the cookie by which a visitor's cart is known.
    pub fn cart_name(self) -> &'static str {
        let [over_http, over_https] = CART_COOKIES;
        if self.https { over_https } else { over_http }
    }

    /// The name of the cookie by which a visitor's talk is known.
    pub fn chat_name(self) -> &'static str {
        let [over_http, over_https] = CHAT_COOKIES;
        if self.https { over_https } else { over_http }
    }

    /// The name of the cookie with which half of a log-in is known.
    pub fn half_name(self) -> &'static str {
        if self.https { "__Host-log-in" } else { "log-in" }
    }

    /// Gives a browser a session's token, for as long as it is good.
    pub fn session(self, token: &Token) -> HeaderValue {
        let max_age_s = u32::try_from(token.good_for.as_secs()).unwrap_or(0);
        self.text(self.session_name(), &token.to_text(), max_age_s)
    }

    fn cart(self, value: &str, max_age_s: u32) -> HeaderValue {
        self.text(self.cart_name(), value, max_age_s)
    }

    /// A cookie that no script reads and no other site's form sends.
    pub fn text(self, name: &str, value: &str, max_age_s: u32) -> HeaderValue {
        let secure = if self.https { "; Secure" } else { "" };
        let text =
            format!("{name}={value}; Path=/; Max-Age={max_age_s}; HttpOnly; SameSite=Lax{secure}");
        HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
    }
}

/// The shop.
///
/// # Errors
/// Nobody waits for the answer any more. Leptos renders a part of a page twice, and throws the
/// first rendering away with its context; what that one has asked for must end all the same,
/// since the page is not finished before.
pub fn shop() -> Result<Arc<Shop>, ApiError> {
    let too_late = || ApiError { refusal: Refusal::Broken, message: String::new() };
    use_context().ok_or_else(too_late)
}

/// Beside a click that came too soon after others: the server's door has counted them.
#[derive(Clone, Copy, Debug)]
pub struct Hurried {
    /// Seconds until the next one may come.
    pub retry_after_s: u32,
}

/// Whether this click came too soon after others.
pub fn hurried() -> Option<Hurried> {
    use_context::<Parts>()?.extensions.get().copied()
}

/// Passes whoever has not tried too often from where they are.
pub fn admit_try() -> Result<(), Refusal> {
    match hurried() {
        Some(Hurried { retry_after_s }) => Err(Refusal::TooManyTries { retry_after_s }),
        None => Ok(()),
    }
}

/// Where a request comes from: an address, or the network of one. Wrong passwords are counted by it.
#[derive(Clone, Copy, Debug)]
pub struct Network(pub IpAddr);

/// Where the request comes from, as the server has found out.
///
/// # Errors
/// It did not look: then nobody is let through.
pub fn network() -> Result<IpAddr, Refusal> {
    let parts: Option<Parts> = use_context();
    let network = parts.and_then(|parts| parts.extensions.get::<Network>().copied());
    network.map(|Network(address)| address).ok_or(Refusal::Broken)
}

/// Whether one more talk may be begun from where the request comes; the server counts them.
#[derive(Clone)]
pub struct RoomCount(pub Arc<dyn Fn() -> Result<(), Hurried> + Send + Sync>);

/// Passes a message on its way, unless too many came before it: messages, or beginnings of talks.
pub fn admit_message(begins_talk: bool) -> Result<(), Refusal> {
    let rooms = || use_context::<Parts>()?.extensions.get::<RoomCount>().cloned();
    let hurried = match hurried() {
        None if begins_talk => rooms().and_then(|count| count.0().err()),
        hurried => hurried,
    };
    match hurried {
        Some(Hurried { retry_after_s }) => Err(Refusal::TooManyMessages { retry_after_s }),
        None => Ok(()),
    }
}

/// The asker's session, if they are signed in. Costs no I/O: the server's door has already
/// checked the cookie's seal.
pub fn session() -> Option<Session> {
    use_context::<Parts>()?.extensions.get().copied()
}

/// The asker's session, or the refusal that says to log in.
pub fn member() -> Result<Session, ApiError> {
    session().ok_or_else(|| Refusal::NotSignedIn.into())
}

/// Whose cart the asker means: a member's own, else the one of their browser's secret. No I/O.
pub fn cart_owner() -> Option<CartOwner> {
    match session() {
        Some(session) => Some(CartOwner::Member(session.member)),
        None => visitor_key().map(CartOwner::Visitor),
    }
}

/// The secret of the cart that this browser filled without being signed in.
pub fn visitor_key() -> Option<VisitorKey> {
    let cookies: Cookies = use_context()?;
    VisitorKey::parse(&cookie(cookies.cart_name())?)
}

/// Whose talk the asker means. No I/O.
pub fn chat_asker() -> Asker {
    Asker { member: session().map(|session| session.member), visitor: chat_key() }
}

/// The secret of the talk that this browser began without being signed in.
pub fn chat_key() -> Option<VisitorKey> {
    let cookies: Cookies = use_context()?;
    VisitorKey::parse(&cookie(cookies.chat_name())?)
}

/// What the asker's browser says it is, in words of ours.
pub fn device() -> Device {
    use_context::<Parts>().map(|parts| device_of(&parts.headers)).unwrap_or_default()
}

/// The same of a request.
pub fn device_of(headers: &HeaderMap) -> Device {
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok());
    agent.map(Device::of).unwrap_or_default()
}

/// Whether a browser sent a form without JavaScript, and wants a page next.
pub fn is_plain_form() -> bool {
    let accept = |parts: Parts| Some(parts.headers.get(ACCEPT)?.to_str().ok()?.to_owned());
    use_context::<Parts>().and_then(accept).is_some_and(|accept| accept.contains("text/html"))
}

/// Where this shop is on the web, as the asker's browser knows it: `https://shop.kr`. A proxy in
/// front must pass on `Host`.
pub fn origin() -> Option<String> {
    let parts: Parts = use_context()?;
    let host: Authority = parts.headers.get(HOST)?.to_str().ok()?.parse().ok()?;
    let cookies: Cookies = use_context()?;
    let scheme = if cookies.https { "https" } else { "http" };
    // A user's name before the host would be somebody's trick.
    (!host.as_str().contains('@')).then(|| format!("{scheme}://{host}"))
}

/// Gives the browser a session.
pub fn start_session(token: &Token) {
    let cookies: Cookies = expect_context();
    append_cookie(cookies.session(token));
}

/// Lets the browser keep half of a log-in, sealed, until its code comes.
pub fn keep_half(sealed: &str) {
    let cookies: Cookies = expect_context();
    let max_age_s = u32::try_from(HALF_GOOD_FOR.as_secs()).unwrap_or(0);
    append_cookie(cookies.text(cookies.half_name(), sealed, max_age_s));
}

/// Half of a log-in that this browser keeps: nobody has looked whether it is good.
pub fn half() -> Option<String> {
    let cookies: Cookies = use_context()?;
    cookie(cookies.half_name())
}

/// Takes half of a log-in away from the browser.
pub fn forget_half() {
    let cookies: Cookies = expect_context();
    append_cookie(cookies.text(cookies.half_name(), "", 0));
}

/// Takes the browser's session away.
pub fn end_session() {
    let cookies: Cookies = expect_context();
    append_cookie(cookies.text(cookies.session_name(), "", 0));
}

/// Lets the browser keep a visitor's cart.
pub fn keep_cart(key: &VisitorKey) {
    let cookies: Cookies = expect_context();
    let max_age_s = VISITOR_CART_DAYS * SECONDS_PER_DAY;
    append_cookie(cookies.cart(&key.to_text(), max_age_s));
}

/// Lets the browser keep a visitor's talk.
pub fn keep_chat(key: &VisitorKey) {
    let cookies: Cookies = expect_context();
    let max_age_s = VISITOR_CHAT_DAYS * SECONDS_PER_DAY;
    append_cookie(cookies.text(cookies.chat_name(), &key.to_text(), max_age_s));
}

/// Takes the visitor's talk away from the browser.
pub fn forget_chat() {
    let cookies: Cookies = expect_context();
    append_cookie(cookies.text(cookies.chat_name(), "", 0));
}

/// Takes the visitor's cart away from the browser.
pub fn forget_cart() {
    let cookies: Cookies = expect_context();
    append_cookie(cookies.cart("", 0));
}

fn cookie(name: &str) -> Option<String> {
    let parts: Parts = use_context()?;
    head::cookie::cookie_of(&parts.headers, name).map(str::to_owned)
}

fn append_cookie(cookie: HeaderValue) {
    expect_context::<ResponseOptions>().append_header(SET_COOKIE, cookie);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_https_a_cart_is_for_this_host_and_secure_only() {
        let cookie = Cookies { https: true }.cart("x", 60);
        let text = "__Host-cart=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure";
        assert_eq!(cookie, text);
        let cookie = Cookies { https: false }.cart("x", 60);
        assert_eq!(cookie, "cart=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    }
}
