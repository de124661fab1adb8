//! A MariaDB of one's own, as durable as the shop's.

use super::process::{Process, Recipe, free_port};
use sqlx::mysql::MySqlConnection;
use sqlx::{Connection, Executor};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tokio::time::timeout;

const ANSWER_TIMEOUT: Duration = Duration::from_secs(1);
/// Small files: a stage is made in a second, and fits on a small disk.
const SETTINGS: [&str; 11] = [
    "--bind-address=127.0.0.1",
    "--skip-name-resolve",
    "--character-set-server=utf8mb4",
    "--collation-server=utf8mb4_unicode_ci",
    "--max-connections=500",
    "--skip-log-bin",
    "--performance-schema=OFF",
    "--innodb-buffer-pool-size=64M",
    "--innodb-log-file-size=16M",
    // The promise of a coupon stands on this.
    "--innodb-flush-log-at-trx-commit=1",
    "--socket=server.sock",
];
/// Whoever asks has a user of their own, so that a log tells them apart.
const USERS: [&str; 3] = ["checker", "server_0", "server_1"];

/// The database.
pub struct MySql {
    /// Its process.
    pub process: Process,
    port: u16,
    password: String,
    data: PathBuf,
}

impl MySql {
    /// Makes its data, and starts it.
    ///
    /// # Errors
    /// MariaDB is not installed, or says why it does not start in its log.
    pub fn start(folder: &Path, password: &str) -> Result<Self, String> {
        let data = folder.join("mysql");
        let as_root = (output_of("id", "-u")? == "0").then_some("--user=root");
        install(&data, as_root)?;
        let first = folder.join("start.sql");
        fs::write(&first, first_statements(password)).map_err(|error| error.to_string())?;
        let port = free_port()?;
        let mut arguments =
            vec!["--no-defaults".into(), format!("--port={port}"), "--pid-file=server.pid".into()];
        arguments.push(format!("--datadir={}", data.display()));
        arguments.push(format!("--init-file={}", first.display()));
        arguments.extend(SETTINGS.into_iter().chain(as_root).map(str::to_owned));
        let process = Process::start(Recipe {
            program: "mariadbd".into(),
            arguments: arguments.into_iter().map(Into::into).collect(),
            environment: Vec::new(),
            folder: folder.to_owned(),
            log: folder.join("mysql.log"),
        })?;
        Ok(Self { process, port, password: password.to_owned(), data })
    }

    /// Where it listens.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Its address for the checker, for server 0, or for server 1; at another host, if it is
    /// reached by way of one.
    pub fn url(&self, user: &str, host: &str) -> String {
        format!("mysql://{user}:{}@{host}/seonchak", self.password)
    }

    /// Where its data are.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Whether it answers.
    pub async fn answers(&self) -> bool {
        let url = self.url(USERS[0], &self.host());
        let asked = async { MySqlConnection::connect(&url).await?.execute("select 1").await };
        matches!(timeout(ANSWER_TIMEOUT, asked).await, Ok(Ok(_)))
    }
}

/// As `bin/services` makes it.
fn install(data: &Path, as_root: Option<&str>) -> Result<(), String> {
    let output = Command::new("mariadb-install-db")
        .args(["--no-defaults", "--skip-test-db", "--innodb-log-file-size=16M"])
        .arg(format!("--datadir={}", data.display()))
        .arg(format!("--auth-root-socket-user={}", output_of("id", "-un")?))
        .args(as_root)
        .output()
        .map_err(|error| format!("mariadb-install-db: {error} (bin/setup installs it)"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("mariadb-install-db: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Run at each start, before the first connection.
fn first_statements(password: &str) -> String {
    let mut sql = "create database if not exists seonchak character set utf8mb4;\n".to_owned();
    for user in USERS {
        sql += &format!(
            "create user if not exists '{user}'@'127.0.0.1' identified by '{password}';\n\
             grant all on *.* to '{user}'@'127.0.0.1';\n"
        );
    }
    sql
}

fn output_of(program: &str, argument: &str) -> Result<String, String> {
    let output = Command::new(program).arg(argument).output().map_err(|e| e.to_string())?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
