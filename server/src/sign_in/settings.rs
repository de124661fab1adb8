//! How the shop is known to the providers: `SEONCHAK_GOOGLE_…`, `SEONCHAK_KAKAO_…`, `SEONCHAK_NAVER_…`.

use crate::config::or_default;
use openidconnect::url::{Host, Url};
use shop::members::identities::Provider;
use std::fmt;

/// Everything that can be set.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Where browsers reach the shop: `https://shop.kr`. A provider sends them back there, whatever
    /// a request says of its host.
    pub origin: String,
    /// A provider that is not here is not offered.
    pub providers: Vec<(Provider, ProviderSettings)>,
}

/// How the shop is known to one provider.
#[derive(Clone)]
pub struct ProviderSettings {
    /// The shop's name there.
    pub client_id: String,
    /// What proves that it is the shop.
    pub client_secret: String,
    /// Its issuer, or where its addresses begin.
    pub url: String,
}

impl Settings {
    /// Reads the environment, but for where browsers reach the shop.
    ///
    /// # Errors
    /// A setting that is missing or wrong, by its name.
    pub fn read(origin: String) -> Result<Self, String> {
        let mut providers = vec![];
        for provider in Provider::ALL {
            if let Some(settings) = ProviderSettings::read(provider)? {
                providers.push((provider, settings));
            }
        }
        if !providers.is_empty() {
            let is_origin = safe_url(&origin).is_some_and(|url| {
                url.origin().ascii_serialization() == origin.to_ascii_lowercase()
            });
            if !is_origin {
                return Err(format!(
                    "SEONCHAK_ORIGIN: {origin:?} is no origin such as https://shop.kr"
                ));
            }
        }
        Ok(Self { origin, providers })
    }
}

impl ProviderSettings {
    fn read(provider: Provider) -> Result<Option<Self>, String> {
        let (word, default_url) = match provider {
            Provider::Google => ("GOOGLE", "https://accounts.google.com"),
            Provider::Kakao => ("KAKAO", "https://kauth.kakao.com"),
            // Two hosts, one setting: see naver.rs.
            Provider::Naver => ("NAVER", ""),
        };
        let text = |what: &str, default: &str| {
            or_default(&format!("SEONCHAK_{word}_{what}"), default.to_owned())
        };
        let client_id = text("CLIENT_ID", "")?;
        if client_id.is_empty() {
            return Ok(None);
        }
        let client_secret = text("CLIENT_SECRET", "")?;
        if client_secret.is_empty() {
            return Err(format!("SEONCHAK_{word}_CLIENT_SECRET: missing"));
        }
        let url = text("URL", default_url)?;
        if !url.is_empty() && safe_url(&url).is_none() {
            return Err(format!("SEONCHAK_{word}_URL: {url:?} is no https:// address"));
        }
        Ok(Some(Self { client_id, client_secret, url }))
    }
}

/// An address to which a secret may go: over https, or on this machine.
fn safe_url(text: &str) -> Option<Url> {
    let url: Url = text.parse().ok()?;
    let is_here = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    };
    (url.scheme() == "https" || (url.scheme() == "http" && is_here)).then_some(url)
}

/// Without the secret.
impl fmt::Debug for ProviderSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ProviderSettings({:?} at {:?}, …)", self.client_id, self.url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_goes_over_https_or_nowhere() {
        for good in
            ["https://shop.kr", "http://127.0.0.1:3000", "http://[::1]:1", "http://localhost"]
        {
            assert!(safe_url(good).is_some(), "{good}");
        }
        for bad in ["", "shop.kr", "http://shop.kr", "ftp://127.0.0.1", "http://10.0.0.1"] {
            assert!(safe_url(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_secret_is_never_shown() {
        let client_secret = "hidden".to_owned();
        let settings = ProviderSettings {
            client_id: "shop".into(),
            client_secret,
            url: "https://a.kr".into(),
        };
        assert!(!format!("{settings:?}").contains("hidden"));
    }
}
