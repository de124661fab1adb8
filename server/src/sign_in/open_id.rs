//! A provider of OpenID Connect.

use super::client::Client;
use super::id_token::{Claims, Speaker};
use super::keys::strong_ones;
use super::settings::ProviderSettings;
use moka::future::Cache;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreIdTokenVerifier, CoreJwsSigningAlgorithm, CoreProviderMetadata,
};
use openidconnect::url::Url;
use openidconnect::{
    AccessToken, AccessTokenHash, AuthType, AuthorizationCode, ClaimsVerificationError, ClientId,
    ClientSecret, CsrfToken, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, Scope, SignatureVerificationError, TokenResponse,
};
use shop::Moment;
use shop::members::identities::Attempt;
use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

/// Google asks to keep its keys for some hours; a key that is not among them is looked for sooner.
const KEPT: Duration = Duration::from_secs(60 * 60);
/// Keys are fetched again for an unknown one no sooner: nobody makes this server ask without end.
const KEYS_AGE_MIN: Duration = Duration::from_secs(60);
/// A token was made for us just now, and clocks differ.
const TOKEN_AGE_MAX: Duration = Duration::from_secs(10 * 60);
const CLOCKS_DIFFER: Duration = Duration::from_secs(5 * 60);

/// A provider, with what it has published of itself.
pub struct OpenId {
    issuer: IssuerUrl,
    client_id: ClientId,
    client_secret: ClientSecret,
    scopes: &'static [&'static str],
    published: Cache<(), Arc<Published>>,
}

/// Its addresses and its keys.
struct Published {
    metadata: CoreProviderMetadata,
    fetched_at: Moment,
}

/// What a provider vouches for, checked.
pub struct Vouched {
    /// What the token says of somebody.
    pub claims: Claims,
    /// What opens the provider's other doors.
    pub access_token: AccessToken,
    /// Where it tells more of them.
    pub userinfo: Option<Url>,
}

impl OpenId {
    /// Asks for these scopes. Connects to nothing yet.
    ///
    /// # Errors
    /// What is no address.
    pub fn new(
        settings: &ProviderSettings,
        scopes: &'static [&'static str],
    ) -> Result<Self, String> {
        let issuer = IssuerUrl::new(settings.url.clone()).map_err(|error| error.to_string())?;
        Ok(Self {
            issuer,
            client_id: ClientId::new(settings.client_id.clone()),
            client_secret: ClientSecret::new(settings.client_secret.clone()),
            scopes,
            published: Cache::builder().max_capacity(1).time_to_live(KEPT).build(),
        })
    }

    /// Where a browser goes to be vouched for.
    pub async fn address(
        &self,
        client: &Client,
        attempt: &Attempt,
        redirect: RedirectUrl,
        now: Moment,
    ) -> Result<Url, String> {
        let published = self.published(client, now).await?;
        let verifier = PkceCodeVerifier::new(attempt.verifier());
        let (state, nonce) = (CsrfToken::new(attempt.state()), Nonce::new(attempt.nonce()));
        let speaker = Speaker::from_provider_metadata(
            published.metadata.clone(),
            self.client_id.clone(),
            Some(self.client_secret.clone()),
        )
        .set_redirect_uri(redirect);
        let request = speaker
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce)
            .add_scopes(self.scopes.iter().map(|scope| Scope::new((*scope).to_owned())))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        Ok(request.url().0)
    }

    /// Whom the provider vouches for by this code.
    pub async fn vouched(
        &self,
        client: &Client,
        attempt: &Attempt,
        code: String,
        redirect: RedirectUrl,
        now: Moment,
    ) -> Result<Vouched, String> {
        let published = self.published(client, now).await?;
        let speaker = Speaker::from_provider_metadata(
            published.metadata.clone(),
            self.client_id.clone(),
            Some(self.client_secret.clone()),
        )
        // Kakao knows no other way; Google takes it as well.
        .set_auth_type(AuthType::RequestBody)
        .set_redirect_uri(redirect);
        let tokens = speaker
            .exchange_code(AuthorizationCode::new(code))
            .map_err(told)?
            .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier()))
            .request_async(client)
            .await
            .map_err(told)?;
        let token = tokens.id_token().ok_or("no ID token")?;
        let nonce = Nonce::new(attempt.nonce());
        let mut verifier = self.verifier(&published, now);
        let mut claims = token.claims(&verifier, &nonce);
        if claims.as_ref().is_err_and(is_about_the_key) && published.is_old(now) {
            // The provider has changed its keys since we asked for them.
            self.published.invalidate(&()).await;
            let published = self.published(client, now).await?;
            verifier = self.verifier(&published, now);
            claims = token.claims(&verifier, &nonce);
        }
        let claims = claims.map_err(told)?;
        if !claims.additional_claims().is_over(now.plus(CLOCKS_DIFFER)) {
            return Err("the token is not good yet".into());
        }
        if claims.authorized_party().is_some_and(|party| *party != self.client_id) {
            return Err("the token was made for another shop".into());
        }
        if let Some(hash) = claims.access_token_hash() {
            let algorithm = token.signing_alg().map_err(told)?;
            let key = token.signing_key(&verifier).map_err(told)?;
            let found = AccessTokenHash::from_token(tokens.access_token(), algorithm, key);
            if found.map_err(told)? != *hash {
                return Err("the access token is another than the one vouched for".into());
            }
        }
        let userinfo = published.metadata.userinfo_endpoint();
        Ok(Vouched {
            claims: claims.clone(),
            access_token: tokens.access_token().clone(),
            userinfo: userinfo.map(|address| address.url().clone()),
        })
    }

    /// Those who come while it is fetched wait for the one answer.
    async fn published(&self, client: &Client, now: Moment) -> Result<Arc<Published>, String> {
        let fetch = async {
            let metadata = CoreProviderMetadata::discover_async(self.issuer.clone(), client).await;
            let metadata = metadata.map_err(told)?;
            let keys = strong_ones(metadata.jwks());
            let metadata = metadata.set_jwks(keys);
            Ok::<_, String>(Arc::new(Published { metadata, fetched_at: now }))
        };
        self.published.try_get_with((), fetch).await.map_err(|cause| cause.to_string())
    }

    /// Issuer, audience, expiry, nonce, and the signature: by a published key, by RS256 and nothing
    /// else, whatever the token or the provider's own document says.
    fn verifier(&self, published: &Published, now: Moment) -> CoreIdTokenVerifier<'static> {
        let now_ms = now.ms();
        let since_epoch = Duration::from_millis(now_ms.unsigned_abs());
        CoreIdTokenVerifier::new_confidential_client(
            self.client_id.clone(),
            self.client_secret.clone(),
            self.issuer.clone(),
            published.metadata.jwks().clone(),
        )
        .set_allowed_algs([CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256])
        .set_time_fn(move || (UNIX_EPOCH + since_epoch).into())
        .set_issue_time_verifier_fn(move |at| {
            let at = Moment::from_ms(at.timestamp_millis());
            let is_ours = at.plus(TOKEN_AGE_MAX) > now && at < now.plus(CLOCKS_DIFFER);
            if is_ours { Ok(()) } else { Err("the token was not made just now".into()) }
        })
    }
}

impl Published {
    fn is_old(&self, now: Moment) -> bool {
        self.fetched_at.plus(KEYS_AGE_MIN) <= now
    }
}

fn is_about_the_key(error: &ClaimsVerificationError) -> bool {
    matches!(
        error,
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)
    )
}

/// An error with its causes: what a provider's answer was wrong about is in the last one. No answer
/// itself is in there, and no token.
fn told(error: impl Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
