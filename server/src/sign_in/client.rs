//! How this server asks a provider: by the workspace's own client, with a limit on everything.

use openidconnect::url::{Origin, Url};
use openidconnect::{AccessToken, AsyncHttpClient, HttpRequest, HttpResponse};
use serde::de::DeserializeOwned;
use std::io;
use std::pin::Pin;
use std::time::Duration;

/// Somebody waits for it.
const TIMEOUT: Duration = Duration::from_secs(3);
/// No document of a provider comes near it.
const ANSWER_BYTES_MAX: usize = 256 * 1024;

/// The way to a provider, and to nobody else: what it publishes of itself may name any host.
#[derive(Clone)]
pub struct Client {
    client: reqwest::Client,
    origins: Vec<Origin>,
}

impl Client {
    /// To where its address is set, and to hosts that are known to be its own. Connects to nothing
    /// yet.
    ///
    /// # Errors
    /// A machine without certificates to trust.
    pub fn new(set: &str, hosts: &[&str]) -> Result<Self, String> {
        // Https is spoken with what the process has chosen; the first choice stays.
        rustls::crypto::ring::default_provider().install_default().ok();
        let client = reqwest::Client::builder()
            // A provider that sends this server elsewhere sends its secrets there.
            .redirect(reqwest::redirect::Policy::none())
            .timeout(TIMEOUT)
            .build();
        let client = client.map_err(|error| format!("the client for providers: {error}"))?;
        let own = hosts.iter().map(|host| format!("https://{host}")).chain([set.to_owned()]);
        let origins = own.filter_map(|url| Some(url.parse::<Url>().ok()?.origin())).collect();
        Ok(Self { client, origins })
    }

    /// Reads what a provider says of whoever gave this token.
    pub async fn read<T: DeserializeOwned>(
        &self,
        address: &str,
        token: &AccessToken,
    ) -> Result<T, String> {
        let request = self.client.get(address).bearer_auth(token.secret());
        let request = request.build().map_err(|error| error.to_string())?;
        let answer = self.ask(request).await.map_err(|error| error.to_string())?;
        let status = answer.status();
        if !status.is_success() {
            return Err(format!("{address} answered {status}"));
        }
        let body = whole(answer).await.map_err(|error| error.to_string())?;
        serde_json::from_slice(&body).map_err(|error| format!("{address}: {error}"))
    }

    async fn ask(&self, request: reqwest::Request) -> io::Result<reqwest::Response> {
        if !self.origins.contains(&request.url().origin()) {
            return Err(io::Error::other(format!("{} is none of its hosts", request.url())));
        }
        self.client.execute(request).await.map_err(io::Error::other)
    }

    async fn send(&self, request: HttpRequest) -> io::Result<HttpResponse> {
        let request = reqwest::Request::try_from(request).map_err(io::Error::other)?;
        let answer = self.ask(request).await?;
        let mut response = http::Response::new(vec![]);
        *response.status_mut() = answer.status();
        *response.headers_mut() = answer.headers().clone();
        *response.body_mut() = whole(answer).await?;
        Ok(response)
    }
}

impl<'c> AsyncHttpClient<'c> for Client {
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<HttpResponse>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

async fn whole(mut answer: reqwest::Response) -> io::Result<Vec<u8>> {
    let mut body = vec![];
    while let Some(piece) = answer.chunk().await.map_err(io::Error::other)? {
        if body.len() + piece.len() > ANSWER_BYTES_MAX {
            return Err(io::Error::other("more than any answer of a provider"));
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}
