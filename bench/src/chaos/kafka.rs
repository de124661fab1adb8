//! A Kafka of one's own: one process that is broker and controller.

use super::process::{Process, Recipe, free_port};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tokio::net::TcpStream;

/// As `bin/lib/kafka.sh` starts it: what a chat needs on few cores, and no more memory.
const JAVA: [&str; 4] = [
    "-Xmx256m",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
];
const INSTALLED: &str = "kafka-4.3.1/libs/*";
/// Any sixteen bytes in base64.
const CLUSTER: &str = "c2VvbmNoYWstY2hhb3MtMQ";

/// The chat's log.
pub struct Kafka {
    /// Its process.
    pub process: Process,
    port: u16,
}

impl Kafka {
    /// Starts an empty one.
    ///
    /// # Errors
    /// Kafka or Java is not installed.
    pub fn start(folder: &Path) -> Result<Self, String> {
        let (port, controller) = (free_port()?, free_port()?);
        let settings = folder.join("kafka.properties");
        fs::write(&settings, settings_of(folder, port, controller)).map_err(|e| e.to_string())?;
        let classes: OsString = classes()?.into();
        format_data(&classes, &settings)?;
        let mut arguments: Vec<OsString> = vec!["-cp".into(), classes];
        arguments.extend(JAVA.map(OsString::from));
        arguments.extend(["kafka.Kafka".into(), settings.into()]);
        let process = Process::start(Recipe {
            program: "java".into(),
            arguments,
            environment: Vec::new(),
            folder: folder.to_owned(),
            log: folder.join("kafka.log"),
        })?;
        Ok(Self { process, port })
    }

    /// Where it is: host and port.
    pub fn brokers(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Whether it listens: its port opens when it is ready.
    pub async fn answers(&self) -> bool {
        TcpStream::connect(self.brokers()).await.is_ok()
    }
}

/// Where `bin/setup` has put it.
fn classes() -> Result<PathBuf, String> {
    let cache = std::env::var_os("SEONCHAK_CACHE").map(PathBuf::from).or_else(|| {
        std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache/seonchak"))
    });
    cache.map(|cache| cache.join(INSTALLED)).ok_or_else(|| "no SEONCHAK_CACHE, no HOME".into())
}

fn format_data(classes: &OsString, settings: &Path) -> Result<(), String> {
    let output = Command::new("java")
        .arg("-cp")
        .arg(classes)
        .args(JAVA)
        .args(["kafka.tools.StorageTool", "format", "--cluster-id", CLUSTER, "--config"])
        .arg(settings)
        .output()
        .map_err(|error| format!("java: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("kafka: {}", String::from_utf8_lossy(&output.stderr)))
}

fn settings_of(folder: &Path, port: u16, controller: u16) -> String {
    let data = folder.join("kafka").display().to_string();
    format!(
        "process.roles = broker,controller\n\
         node.id = 1\n\
         controller.quorum.voters = 1@127.0.0.1:{controller}\n\
         controller.listener.names = CONTROLLER\n\
         listeners = PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}\n\
         advertised.listeners = PLAINTEXT://127.0.0.1:{port}\n\
         listener.security.protocol.map = PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\n\
         log.dirs = {data}\n\
         offsets.topic.replication.factor = 1\n\
         offsets.topic.num.partitions = 1\n\
         group.initial.rebalance.delay.ms = 0\n\
         log.cleaner.dedupe.buffer.size = 8388608\n"
    )
}
