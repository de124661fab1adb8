//! Naver: OAuth 2.0 and a profile. It has no ID token, and documents no PKCE: the state, which goes
//! with the code to the token's endpoint as well, is what binds the way to this browser.

use super::client::Client;
use super::settings::ProviderSettings;
use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse,
    BasicTokenType,
};
use oauth2::url::Url;
use oauth2::{
    AccessToken, AuthType, AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken,
    EndpointNotSet, EndpointSet, RedirectUrl, RefreshToken, Scope, StandardRevocableToken,
    TokenResponse, TokenUrl,
};
use serde::{Deserialize, Serialize};
use shop::members::identities::{Attempt, Known, Provider};
use std::time::Duration;

const LOG_IN: &str = "https://nid.naver.com";
const API: &str = "https://openapi.naver.com";
/// The same, as one connects.
pub const HOSTS: &[&str] = &["nid.naver.com", "openapi.naver.com"];
/// What the profile's endpoint says when it has one.
const GOOD: &str = "00";

type Speaker = oauth2::Client<
    BasicErrorResponse,
    Token,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// Naver, as the shop knows it.
pub struct Naver {
    speaker: Speaker,
    profile: String,
}

/// Of its token only what is used: how long it is good for it gives as a string, and we keep none.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Token {
    access_token: AccessToken,
}

#[derive(Deserialize)]
struct Answer {
    resultcode: String,
    response: Option<Profile>,
}

#[derive(Deserialize)]
struct Profile {
    id: String,
    name: Option<String>,
    email: Option<String>,
}

impl Naver {
    /// At its own hosts, or at the one that is set. Connects to nothing yet.
    ///
    /// # Errors
    /// What is no address.
    pub fn new(settings: &ProviderSettings) -> Result<Self, String> {
        let (log_in, api) = match settings.url.trim_end_matches('/') {
            "" => (LOG_IN, API),
            url => (url, url),
        };
        let wrong = |error: oauth2::url::ParseError| error.to_string();
        let address = AuthUrl::new(format!("{log_in}/oauth2.0/authorize")).map_err(wrong)?;
        let token = TokenUrl::new(format!("{log_in}/oauth2.0/token")).map_err(wrong)?;
        let speaker = oauth2::Client::new(ClientId::new(settings.client_id.clone()))
            .set_client_secret(ClientSecret::new(settings.client_secret.clone()))
            .set_auth_type(AuthType::RequestBody)
            .set_auth_uri(address)
            .set_token_uri(token);
        Ok(Self { speaker, profile: format!("{api}/v1/nid/me") })
    }

    /// Where a browser goes to be vouched for.
    pub fn address(&self, attempt: &Attempt, redirect: RedirectUrl) -> Url {
        let speaker = self.speaker.clone().set_redirect_uri(redirect);
        speaker.authorize_url(|| CsrfToken::new(attempt.state())).url().0
    }

    /// Whom Naver vouches for by this code. It does not say whether an address is theirs (it may be
    /// any that they have entered there), so none counts as verified.
    pub async fn known(
        &self,
        client: &Client,
        attempt: &Attempt,
        code: String,
        redirect: RedirectUrl,
    ) -> Result<Known, String> {
        let speaker = self.speaker.clone().set_redirect_uri(redirect);
        let token = speaker
            .exchange_code(AuthorizationCode::new(code))
            .add_extra_param("state", attempt.state())
            .request_async(client)
            .await
            .map_err(|error| error.to_string())?;
        let answer: Answer = client.read(&self.profile, token.access_token()).await?;
        match answer.response {
            Some(Profile { id, name, email }) if answer.resultcode == GOOD => {
                Known::new(Provider::Naver, &id, name.as_deref(), email.as_deref(), false)
            }
            _ => Err(format!("no profile: {}", answer.resultcode)),
        }
    }
}

impl TokenResponse for Token {
    type TokenType = BasicTokenType;

    fn access_token(&self) -> &AccessToken {
        &self.access_token
    }

    fn token_type(&self) -> &BasicTokenType {
        &BasicTokenType::Bearer
    }

    fn expires_in(&self) -> Option<Duration> {
        None
    }

    fn refresh_token(&self) -> Option<&RefreshToken> {
        None
    }

    fn scopes(&self) -> Option<&Vec<Scope>> {
        None
    }
}
