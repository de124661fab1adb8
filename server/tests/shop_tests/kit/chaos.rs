//! A proxy that can cut, stall and slow down a part.

use super::rewrite::Rewrite;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{self, AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

const BUFFER_BYTES: usize = 64 * 1024;

/// What the proxy does with everything that passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Passes it on.
    Pass,
    /// Closes every connection, and every new one.
    Cut,
    /// Holds it until another mode is set.
    Stall,
    /// Passes it on, each piece so much later.
    Slow(Duration),
}

pub struct ChaosProxy {
    pub address: SocketAddr,
    mode: watch::Sender<Mode>,
    accepting: JoinHandle<()>,
}

impl ChaosProxy {
    /// A proxy before `host:port`.
    pub async fn before(host: &str) -> Self {
        Self::rewriting(host, None).await
    }

    /// A proxy before the Kafka broker at `127.0.0.1:port`. A broker tells its clients where it is,
    /// and there they go from then on: here they are told the proxy's address.
    pub async fn before_kafka(broker: &str) -> Self {
        let port = broker.rsplit_once(':').and_then(|(_, port)| port.parse().ok());
        Self::rewriting(broker, Some(port.expect("a broker's host:port"))).await
    }

    async fn rewriting(host: &str, broker_port: Option<u16>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let rewrite = broker_port.map(|port| Rewrite::of_port(port, address.port()));
        let (mode, watched) = watch::channel(Mode::Pass);
        let accepting = tokio::spawn(accept(listener, host.to_owned(), rewrite, watched));
        Self { address, mode, accepting }
    }

    pub fn set(&self, mode: Mode) {
        self.mode.send_replace(mode);
    }
}

impl Drop for ChaosProxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(
    listener: TcpListener,
    host: String,
    rewrite: Option<Rewrite>,
    mode: watch::Receiver<Mode>,
) {
    while let Ok((near, _)) = listener.accept().await {
        let (host, rewrite, mode) = (host.clone(), rewrite.clone(), mode.clone());
        tokio::spawn(async move {
            if *mode.borrow() == Mode::Cut {
                return;
            }
            let Ok(far) = TcpStream::connect(&host).await else { return };
            near.set_nodelay(true).ok();
            far.set_nodelay(true).ok();
            let (near_read, near_write) = near.into_split();
            let (far_read, far_write) = far.into_split();
            tokio::select! {
                () = pass_on(near_read, far_write, None, mode.clone()) => {}
                () = pass_on(far_read, near_write, rewrite, mode.clone()) => {}
                () = until_cut(mode) => {}
            }
        });
    }
}

async fn pass_on(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    rewrite: Option<Rewrite>,
    mut mode: watch::Receiver<Mode>,
) {
    while let Ok(piece) = next_piece(&mut from, rewrite.as_ref()).await {
        if mode.wait_for(|mode| *mode != Mode::Stall).await.is_err() {
            return;
        }
        let slow = match *mode.borrow() {
            Mode::Slow(by) => Some(by),
            _ => None,
        };
        if let Some(by) = slow {
            tokio::time::sleep(by).await;
        }
        if to.write_all(&piece).await.is_err() {
            return;
        }
    }
}

/// Whatever has arrived, or a whole frame where it is to be rewritten.
async fn next_piece(from: &mut OwnedReadHalf, rewrite: Option<&Rewrite>) -> io::Result<Vec<u8>> {
    if let Some(rewrite) = rewrite {
        return rewrite.read_frame(from).await;
    }
    let mut piece = Vec::with_capacity(BUFFER_BYTES);
    match from.read_buf(&mut piece).await? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(piece),
    }
}

async fn until_cut(mut mode: watch::Receiver<Mode>) {
    mode.wait_for(|mode| *mode == Mode::Cut).await.ok();
}
