//! A folder of one's own, gone when the test is over.

use super::database::unique_name;
use std::fs;
use std::path::{Path, PathBuf};

pub struct TempDir {
    pub path: PathBuf,
}

impl TempDir {
    pub fn create() -> Self {
        let path = std::env::temp_dir().join(format!("seonchak-test-{}", unique_name()));
        fs::create_dir_all(&path).unwrap();
        Self { path }
    }

    /// The names of the files in it, in their order.
    pub fn files(&self) -> Vec<String> {
        file_names(&self.path)
    }
}

/// The names of the files in a folder, in their order.
pub fn file_names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

impl Drop for TempDir {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.path).ok();
    }
}
