//! The shop's server as a process of its own.

use super::process::{Process, Recipe, free_port};
use crate::http::Address;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use tokio::net::TcpStream;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// One of the servers.
pub struct Server {
    /// Its process.
    pub process: Process,
    /// Where it serves.
    pub address: Address,
}

impl Server {
    /// Starts one, with its settings.
    ///
    /// # Errors
    /// The server was not built.
    pub fn start(
        folder: &Path,
        name: &str,
        mut environment: Vec<(String, OsString)>,
    ) -> Result<Self, String> {
        let host = format!("127.0.0.1:{}", free_port()?);
        let address = format!("http://{host}").parse()?;
        environment.push(("LEPTOS_SITE_ADDR".into(), host.into()));
        let process = Process::start(Recipe {
            program: program()?,
            arguments: vec!["serve".into()],
            environment,
            folder: ROOT.into(),
            log: folder.join(format!("{name}.log")),
        })?;
        Ok(Self { process, address })
    }

    /// Whether it serves: it listens only when it is ready.
    pub async fn answers(&self) -> bool {
        TcpStream::connect(self.address.host()).await.is_ok()
    }
}

/// Makes the tables.
///
/// # Errors
/// What the server says.
pub fn migrate(environment: &[(String, OsString)]) -> Result<(), String> {
    let output = Command::new(program()?)
        .arg("migrate")
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .current_dir(ROOT)
        .output()
        .map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("server migrate: {}", String::from_utf8_lossy(&output.stderr)))
}

/// The release build if `bin/test` or `bin/rehearse` made one, else the one that lies beside this
/// program: crowds are to be slowed down by the line, not by missing optimisations.
fn program() -> Result<PathBuf, String> {
    let named = std::env::var_os("SEONCHAK_SERVER_BIN").map(PathBuf::from);
    let ours = std::env::current_exe().map_err(|error| error.to_string())?;
    let beside = ours.ancestors().skip(1).take(2).map(|folder| folder.join("server"));
    named.into_iter().chain(beside).find(|path| path.is_file()).ok_or_else(|| {
        "no server: cargo build -p server, or name one by SEONCHAK_SERVER_BIN".into()
    })
}
