//! Somebody with a browser's cookie jar, or a `curl` of their own.

use reqwest::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HeaderMap};
use serde_json::Value;
use shop::members::MemberId;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);
const FORM: &str = "application/x-www-form-urlencoded";

#[derive(Clone)]
pub struct Person {
    client: reqwest::Client,
    url: String,
    signed_in: Option<(MemberId, String)>,
    language: &'static str,
    /// A cookie that no server has given.
    forged: Option<String>,
}

/// A browser: it keeps cookies, and shows a redirect instead of following it.
pub fn browser() -> reqwest::Client {
    reqwest::Client::builder()
        .cookie_store(true)
        .redirect(reqwest::redirect::Policy::none())
        .timeout(PATIENCE)
        .build()
        .unwrap()
}

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Person {
    pub fn new(url: &str, signed_in: Option<(MemberId, String)>) -> Self {
        Self::sharing(&browser(), url, signed_in)
    }

    /// One of many who use the same connections, and so the same cookie jar: who they are is in
    /// `signed_in` alone.
    pub fn sharing(
        client: &reqwest::Client,
        url: &str,
        signed_in: Option<(MemberId, String)>,
    ) -> Self {
        Self {
            client: client.clone(),
            url: url.to_owned(),
            signed_in,
            language: "ko",
            forged: None,
        }
    }

    pub fn id(&self) -> MemberId {
        self.signed_in.as_ref().expect("a member").0
    }

    /// The text of the session's cookie.
    pub fn token(&self) -> &str {
        &self.signed_in.as_ref().expect("a member").1
    }

    /// The same person at another server.
    pub fn at(&self, url: String) -> Self {
        Self { url, ..self.clone() }
    }

    /// The same person with another cookie.
    pub fn with_token(&self, token: &str) -> Self {
        let id = self.signed_in.as_ref().map_or(MemberId(0), |(id, _)| *id);
        Self { signed_in: Some((id, token.to_owned())), ..self.clone() }
    }

    /// The same person with a cookie that no server has given them.
    pub fn forging(&self, cookie: &str) -> Self {
        Self { forged: Some(cookie.to_owned()), ..self.clone() }
    }

    pub fn reading(&self, language: &'static str) -> Self {
        Self { language, ..self.clone() }
    }

    /// Calls a server function with a form.
    pub async fn call(&self, function: &str, form: &[(&str, &str)]) -> Answer {
        self.send(self.post(function).form(form)).await
    }

    /// Sends a body just as it is.
    pub async fn call_raw(&self, function: &str, body: Vec<u8>) -> Answer {
        self.send(self.post(function).header(CONTENT_TYPE, FORM).body(body)).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.client.get(format!("{}{path}", self.url)).header(ACCEPT, "text/html")).await
    }

    /// A request of one's own, to be sent by [`Person::send`].
    pub fn post(&self, function: &str) -> reqwest::RequestBuilder {
        self.post_to(&format!("/api/{function}"))
    }

    /// The same to any path.
    pub fn post_to(&self, path: &str) -> reqwest::RequestBuilder {
        self.client.post(format!("{}{path}", self.url))
    }

    /// The same, a GET.
    pub fn get_from(&self, path: &str) -> reqwest::RequestBuilder {
        self.client.get(format!("{}{path}", self.url))
    }

    /// The same by any method.
    pub fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method.parse().unwrap(), format!("{}{path}", self.url))
    }

    pub async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        self.try_send(request).await.unwrap()
    }

    pub async fn try_send(&self, request: reqwest::RequestBuilder) -> reqwest::Result<Answer> {
        let mut request = request.header(ACCEPT_LANGUAGE, self.language);
        if let Some((_, token)) = &self.signed_in {
            // A server reads the one that it would have given: over https it has another name.
            request = request.header(COOKIE, format!("session={token}; __Host-session={token}"));
        }
        if let Some(cookie) = &self.forged {
            request = request.header(COOKIE, cookie);
        }
        let response = request.send().await?;
        Ok(Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            text: response.text().await?,
        })
    }

    pub async fn join(&self, drop: shop::drops::DropId) -> Answer {
        self.call("drops/join", &[("drop_id", &drop.0.to_string())]).await
    }

    /// The state of my place, if the shop could tell it just now.
    pub async fn place(&self, drop: shop::drops::DropId) -> Option<String> {
        let answer = self.mine(drop).await;
        (answer.status == 200).then(|| answer.state())
    }

    /// Waits until my place is in this state.
    pub async fn until_place_is(&self, drop: shop::drops::DropId, state: &str) {
        let what = format!("the place is {state}");
        super::until(&what, async || (self.place(drop).await? == state).then_some(())).await;
    }

    pub async fn mine(&self, drop: shop::drops::DropId) -> Answer {
        self.call("drops/mine", &[("drop_id", &drop.0.to_string())]).await
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// `state` of a place.
    pub fn state(&self) -> String {
        self.json()["state"].as_str().unwrap_or_else(|| panic!("no state: {self:?}")).to_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// What is wrong about a field, as the refusal says it.
    pub fn problem(&self, field: &str) -> Option<Value> {
        let form = self.json()["refusal"]["form"].clone();
        form.as_array()?.iter().find(|pair| pair[0] == field).map(|pair| pair[1].clone())
    }
}
