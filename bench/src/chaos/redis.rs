//! A Redis of one's own, with the project's settings.

use super::process::{Process, Recipe, free_port};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::time::timeout;

const ANSWER_TIMEOUT: Duration = Duration::from_secs(1);
const SETTINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../redis.conf");
/// The file that the newest writes go to.
const NEWEST: &str = ".incr.aof";

/// The order of the lines.
pub struct Redis {
    /// Its process.
    pub process: Process,
    port: u16,
    data: PathBuf,
}

impl Redis {
    /// Starts an empty one.
    ///
    /// # Errors
    /// Redis is not installed.
    pub fn start(folder: &Path) -> Result<Self, String> {
        let data = folder.join("redis");
        fs::create_dir_all(&data).map_err(|error| error.to_string())?;
        let port = free_port()?;
        let process = Process::start(Recipe {
            program: "redis-server".into(),
            arguments: vec![
                SETTINGS.into(),
                "--port".into(),
                port.to_string().into(),
                "--dir".into(),
                data.clone().into(),
            ],
            environment: Vec::new(),
            folder: folder.to_owned(),
            log: folder.join("redis.log"),
        })?;
        Ok(Self { process, port, data })
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Where its data are.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The append-only file that it writes to.
    ///
    /// # Errors
    /// There is none yet.
    pub fn newest_file(&self) -> Result<PathBuf, String> {
        let files = fs::read_dir(self.data.join("appendonlydir")).map_err(|e| e.to_string())?;
        let paths = files.filter_map(|file| Some(file.ok()?.path()));
        let newest = paths.filter(|path| path.to_string_lossy().ends_with(NEWEST)).max();
        newest.ok_or_else(|| "Redis has written nothing yet".into())
    }

    /// Whether it answers, having read its file.
    pub async fn answers(&self) -> bool {
        let Ok(client) = redis::Client::open(self.url()) else { return false };
        let asked = async {
            let mut connection = client.get_multiplexed_async_connection().await?;
            redis::cmd("PING").query_async::<String>(&mut connection).await
        };
        matches!(timeout(ANSWER_TIMEOUT, asked).await, Ok(Ok(said)) if said == "PONG")
    }
}
