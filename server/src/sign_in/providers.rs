//! Those who vouch for somebody, as this server asks them.

use super::client::Client;
use super::kakao;
use super::naver::{self, Naver};
use super::open_id::{OpenId, Vouched};
use super::settings::Settings;
use super::why::Why;
use openidconnect::RedirectUrl;
use openidconnect::url::Url;
use shop::members::identities::{Attempt, Known, Provider};
use shop::{Moment, Refusal};
use std::time::Duration;

/// All that is asked of a provider for one sign-in: somebody waits for it.
const TIMEOUT: Duration = Duration::from_secs(8);
/// `openid` comes by itself.
const GOOGLE_SCOPES: &[&str] = &["email", "profile"];
/// Where it is asked: its metadata, codes and keys.
const GOOGLE_HOSTS: &[&str] =
    &["accounts.google.com", "oauth2.googleapis.com", "www.googleapis.com"];

/// The providers of this shop.
pub struct Providers {
    origin: String,
    ways: Vec<(Provider, Client, Way)>,
}

enum Way {
    Google(OpenId),
    Kakao(OpenId),
    Naver(Box<Naver>),
}

impl Providers {
    /// Connects to nothing yet: a provider that is down makes its own sign-ins fail, not the start.
    ///
    /// # Errors
    /// A setting that is wrong, by its name.
    pub fn new(settings: &Settings) -> Result<Self, String> {
        let mut ways = vec![];
        for (provider, its) in &settings.providers {
            let way = match provider {
                Provider::Google => OpenId::new(its, GOOGLE_SCOPES).map(Way::Google),
                Provider::Kakao => OpenId::new(its, kakao::SCOPES).map(Way::Kakao),
                Provider::Naver => Naver::new(its).map(Box::new).map(Way::Naver),
            };
            let name = provider.as_str().to_ascii_uppercase();
            let way = way.map_err(|wrong| format!("SEONCHAK_{name}_URL: {wrong}"))?;
            let hosts = match provider {
                Provider::Google => GOOGLE_HOSTS,
                Provider::Kakao => kakao::HOSTS,
                Provider::Naver => naver::HOSTS,
            };
            ways.push((*provider, Client::new(&its.url, hosts)?, way));
        }
        Ok(Self { origin: settings.origin.clone(), ways })
    }

    /// Where browsers reach the shop, if it is set.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Those that people may choose.
    pub fn offered(&self) -> Vec<Provider> {
        self.ways.iter().map(|(provider, ..)| *provider).collect()
    }

    /// Whether one of this name is offered.
    pub fn named(&self, name: &str) -> Option<Provider> {
        name.parse().ok().filter(|provider| self.offered().contains(provider))
    }

    /// Where a browser goes to be vouched for.
    pub async fn address(&self, attempt: &Attempt, now: Moment) -> Result<Url, Why> {
        let redirect = self.redirect(attempt.provider)?;
        let found = async {
            let (client, way) = self.way(attempt.provider)?;
            match way {
                Way::Google(way) | Way::Kakao(way) => way
                    .address(client, attempt, redirect, now)
                    .await
                    .map_err(|cause| because(attempt, &cause)),
                Way::Naver(way) => Ok(way.address(attempt, redirect)),
            }
        };
        in_time(attempt, found).await
    }

    /// Whom the provider vouches for by this code.
    pub async fn known(&self, attempt: &Attempt, code: String, now: Moment) -> Result<Known, Why> {
        let redirect = self.redirect(attempt.provider)?;
        let (client, way) = self.way(attempt.provider)?;
        let found = async {
            match way {
                Way::Google(way) => {
                    google(&way.vouched(client, attempt, code, redirect, now).await?)
                }
                Way::Kakao(way) => {
                    let vouched = way.vouched(client, attempt, code, redirect, now).await?;
                    kakao::known(client, &vouched).await
                }
                Way::Naver(way) => way.known(client, attempt, code, redirect).await,
            }
        };
        let found = async { found.await.map_err(|cause: String| because(attempt, &cause)) };
        in_time(attempt, found).await
    }

    /// Where every answer comes back to, to the letter.
    fn redirect(&self, provider: Provider) -> Result<RedirectUrl, Why> {
        let address = format!("{}/sign-in/{}/callback", self.origin, provider.as_str());
        RedirectUrl::new(address).map_err(|error| Why::Provider(error.to_string()))
    }

    fn way(&self, provider: Provider) -> Result<(&Client, &Way), Why> {
        let way = self.ways.iter().find(|(which, ..)| *which == provider);
        way.map(|(_, client, way)| (client, way)).ok_or(Why::Shop(Refusal::NoSuchPage.into()))
    }
}

fn google(vouched: &Vouched) -> Result<Known, String> {
    let claims = &vouched.claims;
    let name = claims.name().and_then(|name| name.get(None)).map(|name| name.as_str());
    Known::new(
        Provider::Google,
        claims.subject().as_str(),
        name,
        claims.email().map(|email| email.as_str()),
        claims.email_verified().unwrap_or(false),
    )
}

async fn in_time<T>(
    attempt: &Attempt,
    work: impl Future<Output = Result<T, Why>>,
) -> Result<T, Why> {
    let done = tokio::time::timeout(TIMEOUT, work).await;
    done.unwrap_or_else(|_| Err(because(attempt, "it took too long")))
}

fn because(attempt: &Attempt, cause: &str) -> Why {
    Why::Provider(format!("{}: {cause}", attempt.provider.as_str()))
}
