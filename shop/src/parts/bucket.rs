//! A bucket of an S3-compatible store, and how it is reached.

mod connector;

use connector::Straight;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::client::ClientConfigKey;
use object_store::{ObjectStore, RetryConfig};
use std::fmt;
use std::ops::RangeInclusive;
use std::time::Duration;

/// An owner waits for an upload; more tries than this they had better start themselves.
const RETRIES_MAX: usize = 2;
const RETRY_TIMEOUT: Duration = Duration::from_secs(10);
/// Lengths of a bucket's name, by S3's rules.
const NAME_CHARS: RangeInclusive<usize> = 3..=63;
/// What begins the name of a variable that says how a store is reached.
const PREFIX: &str = "AWS_";

/// A bucket: its name, and its store's region, endpoint and keys.
#[derive(Clone, PartialEq, Eq)]
pub struct Bucket {
    name: String,
    settings: Vec<(AmazonS3ConfigKey, String)>,
}

impl Bucket {
    /// Takes the `AWS_` variables among these. Those that say nothing of a store are left out:
    /// other programs know more of them.
    ///
    /// # Errors
    /// What is no bucket's name, or would change how the store is asked, by the setting's name.
    pub fn parse(name: &str, variables: &[(String, String)]) -> Result<Self, String> {
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
        if !NAME_CHARS.contains(&name.len()) || !name.chars().all(is_name) {
            return Err(format!("SEONCHAK_MEDIA_S3: {name:?} is no bucket's name"));
        }
        let mut settings = vec![];
        for (variable, value) in variables.iter().filter(|(name, _)| name.starts_with(PREFIX)) {
            match variable.to_ascii_lowercase().parse() {
                Ok(AmazonS3ConfigKey::Client(key)) if key != ClientConfigKey::AllowHttp => {
                    return Err(format!("{variable}: how the store is asked is the shop's own"));
                }
                Ok(key) => settings.push((key, value.clone())),
                Err(_) => {}
            }
        }
        Ok(Self { name: name.to_owned(), settings })
    }

    /// Connects to nothing yet.
    pub(super) fn open(&self) -> Result<impl ObjectStore + use<>, String> {
        // The store's client speaks https with what its process has chosen; the first choice stays.
        rustls::crypto::ring::default_provider().install_default().ok();
        let retry = RetryConfig {
            max_retries: RETRIES_MAX,
            retry_timeout: RETRY_TIMEOUT,
            ..RetryConfig::default()
        };
        self.settings
            .iter()
            .fold(AmazonS3Builder::new(), |store, (key, value)| store.with_config(*key, value))
            // After the variables, one of which may name a bucket, too.
            .with_bucket_name(&self.name)
            .with_http_connector(Straight)
            .with_retry(retry)
            .build()
            .map_err(|error| format!("SEONCHAK_MEDIA_S3, or an AWS_ variable: {error}"))
    }
}

/// By its name alone: the keys are nobody's business.
impl fmt::Debug for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bucket({:?}, …)", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use object_store::ObjectStoreExt;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    fn bucket(variables: &[(&str, &str)]) -> Bucket {
        let owned = |(name, value): &(&str, &str)| (name.to_string(), value.to_string());
        let variables: Vec<_> = variables.iter().map(owned).collect();
        Bucket::parse("seonchak-pictures", &variables).unwrap()
    }

    #[test]
    fn what_is_no_bucket_is_refused_by_the_settings_name() {
        for name in ["", "ab", "s3://pictures", "Pictures", "pic tures"] {
            let refused = Bucket::parse(name, &[]).err();
            assert!(refused.is_some_and(|why| why.contains("SEONCHAK_MEDIA_S3")), "{name}");
        }
        assert!(bucket(&[]).open().is_ok());
    }

    #[test]
    fn of_the_environment_only_what_is_said_of_a_store_is_kept() {
        let bucket = bucket(&[
            ("AWS_SECRET_ACCESS_KEY", "hidden"),
            ("AWS_ALLOW_HTTP", "true"),
            ("AWS_PAGER", "less"),
            ("REGION", "nowhere"),
        ]);
        let kept: Vec<_> = bucket.settings.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(kept, ["hidden", "true"]);
        assert!(!format!("{bucket:?}").contains("hidden"));
    }

    #[test]
    fn how_the_store_is_asked_no_variable_says() {
        let variables = [("AWS_ALLOW_INVALID_CERTIFICATES".to_owned(), "true".to_owned())];
        let refused = Bucket::parse("seonchak-pictures", &variables).err();
        assert!(refused.is_some_and(|why| why.contains("AWS_ALLOW_INVALID_CERTIFICATES")));
    }

    #[tokio::test]
    async fn a_store_that_sends_the_shop_elsewhere_is_not_followed() {
        let [store, elsewhere] =
            [TcpListener::bind("127.0.0.1:0").await, TcpListener::bind("127.0.0.1:0").await]
                .map(Result::unwrap);
        let endpoint = format!("http://{}", store.local_addr().unwrap());
        let away = format!("http://{}/", elsewhere.local_addr().unwrap());
        let bucket = bucket(&[
            ("AWS_ENDPOINT", endpoint.as_str()),
            ("AWS_ALLOW_HTTP", "true"),
            ("AWS_ACCESS_KEY_ID", "key"),
            ("AWS_SECRET_ACCESS_KEY", "hidden"),
        ]);
        let opened = bucket.open().unwrap();
        let path = "a.webp".into();
        let answer = async {
            let (mut stream, _) = store.accept().await.unwrap();
            assert!(stream.read(&mut [0; 4_096]).await.unwrap() > 0);
            let head = "HTTP/1.1 307 Temporary Redirect\r\ncontent-length: 0\r\nlocation: ";
            stream.write_all(format!("{head}{away}\r\n\r\n").as_bytes()).await.unwrap();
        };
        tokio::select! {
            (got, ()) = async { tokio::join!(opened.get(&path), answer) } => assert!(got.is_err()),
            _ = elsewhere.accept() => panic!("it was followed"),
        }
    }

    #[test]
    fn a_wrong_variable_is_refused_when_the_bucket_is_opened() {
        let refused = bucket(&[("AWS_ALLOW_HTTP", "perhaps")]).open().err();
        assert!(refused.is_some_and(|why| why.contains("AWS_")));
    }
}
