//! A folder for everything that a stage writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

static MADE: AtomicU32 = AtomicU32::new(0);
/// What is thrown away even where a test failed: nobody reads it, and it is large.
const DATA: [&str; 3] = ["kafka", "mysql", "redis"];

/// A folder that is gone when the stage is; where a test failed, its logs stay.
pub struct Folder {
    path: PathBuf,
    disks: Vec<PathBuf>,
}

impl Folder {
    /// Makes one.
    ///
    /// # Errors
    /// The disk is full, or the folder for temporary files is not ours.
    pub fn create() -> Result<Self, String> {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("seonchak-chaos-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self { path, disks: Vec::new() })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes a folder in it that is a small disk of its own, in memory.
    ///
    /// # Errors
    /// Mounting is not allowed here, with what `mount` says.
    pub fn mount_small_disk(&mut self, name: &str, mib: u32) -> Result<PathBuf, String> {
        let path = self.path.join(name);
        fs::create_dir_all(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let output = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={mib}m"), "tmpfs"])
            .arg(&path)
            .output()
            .map_err(|error| format!("mount: {error}"))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
        }
        self.disks.push(path.clone());
        Ok(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        for disk in &self.disks {
            Command::new("umount").arg(disk).status().ok();
        }
        if std::thread::panicking() {
            for data in DATA {
                fs::remove_dir_all(self.path.join(data)).ok();
            }
            eprintln!("what the processes said is in {}", self.path.display());
        } else {
            fs::remove_dir_all(&self.path).ok();
        }
    }
}
