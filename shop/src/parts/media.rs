//! Where pictures lie: a folder of this machine, or a bucket of an S3-compatible store.

use super::bucket::Bucket;
use super::fault::{Fault, Outcome, Part};
use crate::Refusal;
use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use std::error::Error;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// How an S3-compatible store says that it is full.
const INSUFFICIENT_STORAGE: &str = "507 Insufficient Storage";

/// Where pictures shall lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MediaPlace {
    /// In a folder.
    Folder(PathBuf),
    /// In a bucket.
    Bucket(Bucket),
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
    /// A folder that cannot be made, or what cannot be said of a bucket, by the setting's name.
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
            MediaPlace::Bucket(bucket) => Arc::new(bucket.open()?),
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
}
