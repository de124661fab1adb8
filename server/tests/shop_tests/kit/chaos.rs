//! A proxy that can cut, stall and slow down a part.

use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
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
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (mode, watched) = watch::channel(Mode::Pass);
        let accepting = tokio::spawn(accept(listener, host.to_owned(), watched));
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

async fn accept(listener: TcpListener, host: String, mode: watch::Receiver<Mode>) {
    while let Ok((near, _)) = listener.accept().await {
        let (host, mode) = (host.clone(), mode.clone());
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
                () = pass_on(near_read, far_write, mode.clone()) => {}
                () = pass_on(far_read, near_write, mode.clone()) => {}
                () = until_cut(mode) => {}
            }
        });
    }
}

async fn pass_on(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut mode: watch::Receiver<Mode>) {
    let mut buffer = vec![0; BUFFER_BYTES];
    while let Ok(bytes @ 1..) = from.read(&mut buffer).await {
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
        if to.write_all(&buffer[..bytes]).await.is_err() {
            return;
        }
    }
}

async fn until_cut(mut mode: watch::Receiver<Mode>) {
    mode.wait_for(|mode| *mode == Mode::Cut).await.ok();
}
