//! The project's proxy, `proxy/Caddyfile`, in a process of its own.

use super::port::free_port;
use super::temp_dir::TempDir;
use super::until::until;
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// Its two ports, chosen before there is a proxy: the shop is told its address first.
pub struct Ports {
    http: u16,
    https: u16,
}

impl Ports {
    pub fn choose() -> Self {
        Self { http: free_port(), https: free_port() }
    }

    /// Where browsers find the shop.
    pub fn origin(&self) -> String {
        origin(self.https)
    }
}

fn origin(https: u16) -> String {
    format!("https://localhost:{https}")
}

pub struct Caddy {
    child: Child,
    http: u16,
    https: u16,
    data: TempDir,
}

impl Caddy {
    /// Starts it before these servers, `address:port` each.
    pub async fn start(ports: Ports, upstreams: &[String]) -> Self {
        let data = TempDir::create();
        let Ports { http, https } = ports;
        let child = Command::new("caddy")
            .args(["run", "--adapter", "caddyfile", "--config", "proxy/Caddyfile"])
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
            .env("SEONCHAK_UPSTREAMS", upstreams.join(" "))
            .env("SEONCHAK_HTTP_PORT", http.to_string())
            .env("SEONCHAK_HTTPS_PORT", https.to_string())
            .env("XDG_DATA_HOME", &data.path)
            .env("XDG_CONFIG_HOME", &data.path)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("Caddy: bin/setup installs it");
        let caddy = Self { child, http, https, data };
        until("Caddy is there", async || {
            caddy.authority()?;
            // Its certificate is there a moment after its ports are.
            caddy.client().get(caddy.https("/healthz")).send().await.ok()?;
            TcpStream::connect(("localhost", caddy.http)).ok()
        })
        .await;
        caddy
    }

    /// The certificate by which its own certificate is known.
    pub fn authority(&self) -> Option<Vec<u8>> {
        std::fs::read(self.data.path.join("caddy/pki/authorities/local/root.crt")).ok()
    }

    /// A client that leads nobody on, and that believes this one and no other.
    pub fn client(&self) -> reqwest::Client {
        let authority = self.authority().and_then(|pem| reqwest::Certificate::from_pem(&pem).ok());
        reqwest::Client::builder()
            .tls_certs_only(authority)
            // As browsers open sockets.
            .http1_only()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap()
    }

    pub fn connect(&self) -> std::io::Result<TcpStream> {
        TcpStream::connect(("localhost", self.https))
    }

    pub fn https(&self, path: &str) -> String {
        origin(self.https) + path
    }

    pub fn http(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.http)
    }
}

impl Drop for Caddy {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
