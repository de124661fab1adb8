//! What is written into the log.

use super::TestShop;
use super::process::ServerProcess;
use parking_lot::Mutex;
use serde_json::Value;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use tracing::Dispatch;
use tracing::instrument::WithSubscriber;

/// A server in a process of its own, all of whose log is kept.
pub struct LoggedServer {
    pub url: String,
    path: PathBuf,
    _process: ServerProcess,
}

/// A security event, as a line of the log has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    pub event: String,
    pub outcome: String,
    pub way: Option<String>,
    /// Of the line itself, or of the request's span.
    pub member: Option<u64>,
    pub network: Option<String>,
}

impl LoggedServer {
    pub async fn start(shop: &TestShop) -> Self {
        let path = shop.media_dir.path.join("log");
        let process =
            ServerProcess::start_with_log(&shop.settings, File::create(&path).unwrap()).await;
        Self { url: process.url.clone(), path, _process: process }
    }

    /// What is there by now: a line is written before the answer that it is about.
    pub fn text(&self) -> String {
        fs::read_to_string(&self.path).unwrap()
    }

    /// The lines that are whole.
    pub fn lines(&self) -> Vec<Value> {
        let text = self.text();
        text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    }

    /// The security events, the oldest first.
    pub fn events(&self) -> Vec<Noted> {
        let lines = self.lines().into_iter().filter(|line| line["target"] == "security");
        lines.map(|line| Noted::of(&line)).collect()
    }

    /// Those of a kind.
    pub fn events_of(&self, event: &str) -> Vec<Noted> {
        self.events().into_iter().filter(|noted| noted.event == event).collect()
    }
}

impl Noted {
    fn of(line: &Value) -> Self {
        let (fields, span) = (&line["fields"], &line["span"]);
        let text = |value: &Value| value.as_str().map(str::to_owned);
        Self {
            event: text(&fields["event"]).unwrap(),
            outcome: text(&fields["outcome"]).unwrap(),
            way: text(&fields["way"]),
            member: fields["member"].as_u64().or(span["member"].as_u64()),
            network: text(&fields["network"]).or(text(&span["network"])),
        }
    }
}

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// While there is one subscriber only, tracing asks whichever thread comes to a line first whether
/// anybody listens, and keeps its no for all of them. With a second one that is always there, it
/// asks the subscribers.
pub fn let_every_thread_be_heard() {
    static SECOND: LazyLock<Dispatch> =
        LazyLock::new(|| Dispatch::new(tracing_subscriber::fmt().with_writer(io::sink).finish()));
    LazyLock::force(&SECOND);
}

/// What some work gives, and what it writes into the log of this process.
pub async fn caught<T>(work: impl Future<Output = T>) -> (T, String) {
    let_every_thread_be_heard();
    let kept = Kept::default();
    let writer = kept.clone();
    let logs = tracing_subscriber::fmt().json().with_writer(move || writer.clone()).finish();
    let done = work.with_subscriber(logs).await;
    let text = String::from_utf8(kept.0.lock().clone()).unwrap();
    (done, text)
}
