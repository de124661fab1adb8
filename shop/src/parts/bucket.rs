//! A bucket of an S3-compatible store, and how it is reached.

use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
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
    /// What is no bucket's name, by the setting's name.
    pub fn parse(name: &str, variables: &[(String, String)]) -> Result<Self, String> {
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
        if !NAME_CHARS.contains(&name.len()) || !name.chars().all(is_name) {
            return Err(format!("SEONCHAK_MEDIA_S3: {name:?} is no bucket's name"));
        }
        let settings = variables
            .iter()
            .filter(|(variable, _)| variable.starts_with(PREFIX))
            .filter_map(|(variable, value)| {
                Some((variable.to_ascii_lowercase().parse().ok()?, value.clone()))
            })
            .collect();
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
    fn a_wrong_variable_is_refused_when_the_bucket_is_opened() {
        let refused = bucket(&[("AWS_ALLOW_HTTP", "perhaps")]).open().err();
        assert!(refused.is_some_and(|why| why.contains("AWS_")));
    }
}
