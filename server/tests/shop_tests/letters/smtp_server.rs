//! A mail server that takes everything, of as much of RFC 5321 as a client says.

use parking_lot::Mutex;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What it answers to an address that nobody has there.
const REFUSED: &str = "550 no such mailbox";

/// A letter as it arrived.
#[derive(Clone, Debug)]
pub struct Received {
    pub to: String,
    pub text: String,
}

pub struct SmtpServer {
    pub address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
    serving: JoinHandle<()>,
}

impl SmtpServer {
    pub async fn start(address: &str) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let (address, received) = (listener.local_addr().unwrap(), Arc::default());
        let kept = Arc::clone(&received);
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, Arc::clone(&kept)));
            }
        });
        Self { address, received, serving }
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().clone()
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn talk(stream: TcpStream, received: Arc<Mutex<Vec<Received>>>) -> Option<()> {
    let (from, mut to) = stream.into_split();
    let mut lines = BufReader::new(from).lines();
    let mut recipient = String::new();
    to.write_all(b"220 test\r\n").await.ok()?;
    while let Some(line) = lines.next_line().await.ok()? {
        let answer = match line.split([' ', ':']).next()?.to_ascii_uppercase().as_str() {
            "EHLO" => "250 test",
            "RCPT" if line.contains("<gone@") => REFUSED,
            "RCPT" => {
                recipient = line.split(['<', '>']).nth(1)?.to_owned();
                "250 ok"
            }
            "DATA" => {
                to.write_all(b"354 go on\r\n").await.ok()?;
                let mut text = String::new();
                while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
                    text += line.strip_prefix('.').unwrap_or(&line);
                    text += "\r\n";
                }
                received.lock().push(Received { to: recipient.clone(), text });
                "250 kept"
            }
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        to.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
    Some(())
}
