//! Where pictures lie: a folder of this machine, or a bucket of an S3-compatible store.

use super::fault::{Fault, Outcome, Part};
use crate::Refusal;
use bytes::Bytes;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, RetryConfig};
use std::error::Error;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// An owner waits for an upload; more tries than this they had better start themselves.
const BUCKET_RETRIES_MAX: usize = 2;
const BUCKET_RETRY_TIMEOUT: Duration = Duration::from_secs(10);
/// Lengths of a bucket's name, by S3's rules.
const BUCKET_CHARS: std::ops::RangeInclusive<usize> = 3..=63;
/// How an S3-compatible store says that it is full.
const INSUFFICIENT_STORAGE: &str = "507 Insufficient Storage";

/// Where pictures shall lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MediaPlace {
    /// In a folder.
    Folder(PathBuf),
    /// In a bucket; its region, endpoint and keys come from the `AWS_` variables.
    Bucket(String),
}

/// The pictures' files. Each is whole or not there.
#[derive(Clone)]
pub struct Media {
    store: Arc<dyn ObjectStore>,
}

impl Media {
    /// Makes the folder if need be; a bucket is not asked yet.
    ///
    /// # Errors
    /// A folder that cannot be made, or what is no bucket's name, by the setting's name.
    pub fn new(place: &MediaPlace) -> Result<Self, String> {
        let store: Arc<dyn ObjectStore> = match place {
            MediaPlace::Folder(dir) => {
                let at_fault =
                    |error: &dyn std::fmt::Display| format!("SEONCHAK_MEDIA_DIR: {error}");
                std::fs::create_dir_all(dir).map_err(|error| at_fault(&error))?;
                let folder =
                    LocalFileSystem::new_with_prefix(dir).map_err(|error| at_fault(&error))?;
                // A row that refers to a picture is on the disk: so is the picture.
                Arc::new(folder.with_fsync(true))
            }
            MediaPlace::Bucket(name) => Arc::new(bucket(name)?),
        };
        Ok(Self { store })
    }

    /// Keeps a file, in place of one with the same name.
    ///
    /// # Errors
    /// [`Refusal::StorageFull`]; otherwise the store is down.
    pub async fn put(&self, name: &str, bytes: Bytes) -> Outcome<()> {
        let path = path(name)?;
        self.store.put(&path, bytes.into()).await.map(|_| ()).map_err(fault)
    }

    /// A file, or `None` if there is none of this name.
    ///
    /// # Errors
    /// The store is down.
    pub async fn get(&self, name: &str) -> Outcome<Option<Bytes>> {
        let found = match self.store.get(&path(name)?).await {
            Ok(found) => found.bytes().await,
            Err(error) => Err(error),
        };
        match found {
            Ok(bytes) => Ok(Some(bytes)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(fault(error)),
        }
    }

    /// Removes a file; there may be none.
    ///
    /// # Errors
    /// The store is down.
    pub async fn remove(&self, name: &str) -> Outcome<()> {
        match self.store.delete(&path(name)?).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(fault(error)),
        }
    }
}

fn bucket(name: &str) -> Result<impl ObjectStore, String> {
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
    if !BUCKET_CHARS.contains(&name.len()) || !name.chars().all(is_name) {
        return Err(format!("SEONCHAK_MEDIA_S3: {name:?} is no bucket's name"));
    }
    let retry = RetryConfig {
        max_retries: BUCKET_RETRIES_MAX,
        retry_timeout: BUCKET_RETRY_TIMEOUT,
        ..RetryConfig::default()
    };
    AmazonS3Builder::from_env()
        .with_bucket_name(name)
        .with_retry(retry)
        .build()
        .map_err(|error| format!("SEONCHAK_MEDIA_S3, or an AWS_ variable: {error}"))
}

fn path(name: &str) -> Outcome<Path> {
    Path::parse(name).map_err(|error| Fault::Broken(error.to_string()))
}

fn fault(error: object_store::Error) -> Fault {
    if is_full(&error) {
        tracing::error!(cause = %error, "no room is left for pictures");
        return Refusal::StorageFull.into();
    }
    Fault::Down { part: Part::Media, cause: error.to_string() }
}

/// Whether the disk, the quota or the largest file that this process may write is the reason.
fn is_full(error: &object_store::Error) -> bool {
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(error) = cause {
        let kind = error.downcast_ref::<io::Error>().map(io::Error::kind);
        if let Some(
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge,
        ) = kind
        {
            return true;
        }
        cause = error.source();
    }
    error.to_string().contains(INSUFFICIENT_STORAGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store_error(kind: io::ErrorKind) -> object_store::Error {
        object_store::Error::Generic { store: "test", source: io::Error::from(kind).into() }
    }

    #[test]
    fn a_full_disk_is_told_from_a_broken_one() {
        for kind in [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded] {
            let refusal = fault(store_error(kind)).into_refusal();
            assert_eq!(refusal, Refusal::StorageFull);
        }
        let broken = fault(store_error(io::ErrorKind::PermissionDenied));
        assert!(broken.is_down(Part::Media));
    }

    #[test]
    fn what_is_no_bucket_is_refused_by_the_settings_name() {
        for name in ["", "ab", "s3://pictures", "Pictures", "pic tures"] {
            let refused = Media::new(&MediaPlace::Bucket(name.into())).err();
            assert!(refused.is_some_and(|why| why.contains("SEONCHAK_MEDIA_S3")), "{name}");
        }
        assert!(Media::new(&MediaPlace::Bucket("seonchak-pictures".into())).is_ok());
    }
}
