//! Servers as processes of their own, and a Redis of one's own: for tests that kill.

use super::database::unique_name;
use super::port::free_port;
use super::shop::SESSION_KEY;
use super::until::until;
use shop::parts::{MediaPlace, Settings};
use std::fs;
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// `server serve` in a process of its own.
pub struct ServerProcess {
    child: Child,
    pub url: String,
}

impl ServerProcess {
    pub async fn start(settings: &Settings) -> Self {
        Self::start_as(Command::new(program()), settings).await
    }

    /// One whose files may not grow beyond so many blocks: writing on fails, as it does on a
    /// full disk.
    pub async fn start_with_small_files(settings: &Settings, blocks: u32) -> Self {
        let mut shell = Command::new("sh");
        // Without the trap the signal for a file that grew too large would end the server.
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        shell.args(["-c", &script]).arg(program());
        Self::start_as(shell, settings).await
    }

    /// One that writes its log into a file, and much of it. A provider may vouch for people there.
    pub async fn start_with_log(settings: &Settings, log: fs::File) -> Self {
        let mut command = Command::new(program());
        command.env("RUST_LOG", "debug").stderr(log);
        command.env("SEONCHAK_KAKAO_CLIENT_ID", "test").env("SEONCHAK_KAKAO_CLIENT_SECRET", "test");
        Self::start_as(command, settings).await
    }

    async fn start_as(mut command: Command, settings: &Settings) -> Self {
        let address = format!("127.0.0.1:{}", free_port());
        let MediaPlace::Folder(media_dir) = &settings.media else { panic!("no folder") };
        if command.get_envs().all(|(name, _)| name != "RUST_LOG") {
            command.env("RUST_LOG", "error");
        }
        let child = command
            .arg("serve")
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
            .env("DATABASE_URL", &settings.database_url)
            .env("REDIS_URL", &settings.redis_url)
            .env("KAFKA_BROKERS", &settings.kafka_brokers)
            .env("SEONCHAK_REDIS_PREFIX", &settings.redis_prefix)
            .env("SEONCHAK_CHAT_TOPIC", settings.chat.as_ref().map_or("", |log| &log.topic))
            .env("SEONCHAK_CHAT_BOT", if settings.counsel.has_bot { "yes" } else { "no" })
            .env("SEONCHAK_MEDIA_DIR", media_dir)
            .env("SEONCHAK_MAIL_DIR", media_dir.with_extension("mail"))
            .env("SEONCHAK_SESSION_KEY", SESSION_KEY)
            .env("LEPTOS_SITE_ADDR", &address)
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self { child, url: format!("http://{address}") };
        until("the server listens", async || TcpStream::connect(&address).ok()).await;
        server
    }

    /// The process's number.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL: no goodbye.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// SIGTERM, and the exit code.
    pub fn terminate(&mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status().unwrap();
        self.child.wait().unwrap().code()
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// The release build if `bin/test` made one: a crowd is to be slowed down by its line, not by
/// missing optimisations.
fn program() -> PathBuf {
    let release = std::env::var_os("SEONCHAK_SERVER_BIN").map(PathBuf::from);
    release.filter(|path| path.is_file()).unwrap_or_else(|| env!("CARGO_BIN_EXE_server").into())
}

/// A Redis with the project's own settings, that a test may kill and wipe.
pub struct RedisProcess {
    child: Child,
    port: u16,
    dir: PathBuf,
}

impl RedisProcess {
    pub async fn start() -> Self {
        let dir = std::env::temp_dir().join(format!("seonchak-redis-{}", unique_name()));
        let port = free_port();
        let child = spawn_redis(&dir, port);
        let redis = Self { child, port, dir };
        redis.answers().await;
        redis
    }

    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Kills it, throws its data away, and starts it again on the same port.
    pub async fn restart_empty(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        fs::remove_dir_all(&self.dir).unwrap();
        self.child = spawn_redis(&self.dir, self.port);
        self.answers().await;
    }

    async fn answers(&self) {
        let client = redis::Client::open(self.url()).unwrap();
        until("Redis answers", async || {
            let mut connection = client.get_multiplexed_async_connection().await.ok()?;
            redis::cmd("PING").query_async::<()>(&mut connection).await.ok()
        })
        .await;
    }
}

impl Drop for RedisProcess {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
        fs::remove_dir_all(&self.dir).ok();
    }
}

fn spawn_redis(dir: &PathBuf, port: u16) -> Child {
    fs::create_dir_all(dir).unwrap();
    Command::new("redis-server")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../redis.conf"))
        .args(["--port", &port.to_string(), "--dir"])
        .arg(dir)
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}
