//! Debian's Firefox, led by geckodriver in WebDriver's plain JSON.

use super::port::free_port;
use super::until::until;
use serde_json::{Value, json};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// A browser with one window; gone with this.
pub struct Firefox {
    driver: Child,
    client: reqwest::Client,
    session: String,
}

impl Firefox {
    pub async fn start() -> Self {
        let port = free_port();
        let address = format!("127.0.0.1:{port}");
        let driver = Command::new("geckodriver")
            .args(["--port", &port.to_string(), "--log", "fatal"])
            .stdout(Stdio::null())
            .spawn()
            .expect("geckodriver is there: bin/setup installs it");
        until("geckodriver listens", async || TcpStream::connect(&address).ok()).await;
        let client = reqwest::Client::new();
        let mut firefox = Self { driver, client, session: format!("http://{address}/session") };
        let wanted = json!({ "browserName": "firefox",
                             "moz:firefoxOptions": { "args": ["-headless"] } });
        let opened = firefox.post("", json!({ "capabilities": { "alwaysMatch": wanted } })).await;
        let id = opened["sessionId"].as_str().unwrap_or_else(|| panic!("no browser: {opened}"));
        firefox.session = format!("{}/{id}", firefox.session);
        firefox
    }

    pub async fn go_to(&self, url: &str) {
        self.post("/url", json!({ "url": url })).await;
    }

    /// What a function's body gives back in the page.
    pub async fn run(&self, script: &str) -> Value {
        self.post("/execute/sync", json!({ "script": script, "args": [] })).await
    }

    /// What a function's body hands on to `done` in the page.
    pub async fn run_until_done(&self, script: &str) -> Value {
        let script = format!("const done = arguments[0]; {script}");
        self.post("/execute/async", json!({ "script": script, "args": [] })).await
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        let answer = self.client.post(format!("{}{path}", self.session)).json(&body).send().await;
        let mut answer: Value = answer.unwrap().json().await.unwrap();
        assert!(answer["value"]["error"].is_null(), "{answer}");
        answer["value"].take()
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        // geckodriver ends its browser with itself when it is told to.
        let id = self.driver.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status().ok();
        self.driver.wait().ok();
    }
}
