//! A way to MySQL that can be shut against transactions.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// What a transaction begins with.
const BEGIN: &[u8] = b"BEGIN";
const BUFFER_BYTES: usize = 16 * 1024;

/// While it is shut, a connection that begins a transaction waits here, its BEGIN unsent: whoever
/// decides has read the line, and holds no lock.
pub struct Dam {
    pub host: String,
    shut: watch::Sender<bool>,
    held: Arc<AtomicUsize>,
    accepting: JoinHandle<()>,
}

impl Dam {
    pub async fn before(host: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (shut, watched) = watch::channel(false);
        let held = Arc::new(AtomicUsize::new(0));
        let accepting = tokio::spawn(accept(listener, host, watched, Arc::clone(&held)));
        Self { host: address.to_string(), shut, held, accepting }
    }

    pub fn shut(&self) {
        self.shut.send_replace(true);
    }

    pub fn open(&self) {
        self.shut.send_replace(false);
    }

    /// Transactions that wait here.
    pub fn held(&self) -> usize {
        self.held.load(Ordering::SeqCst)
    }
}

impl Drop for Dam {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(
    listener: TcpListener,
    host: String,
    shut: watch::Receiver<bool>,
    held: Arc<AtomicUsize>,
) {
    while let Ok((near, _)) = listener.accept().await {
        let (host, shut, held) = (host.clone(), shut.clone(), Arc::clone(&held));
        tokio::spawn(async move {
            let Ok(far) = TcpStream::connect(&host).await else { return };
            near.set_nodelay(true).ok();
            far.set_nodelay(true).ok();
            let (near_read, mut near_write) = near.into_split();
            let (mut far_read, far_write) = far.into_split();
            tokio::select! {
                () = pass_on(near_read, far_write, shut, &held) => {}
                _ = tokio::io::copy(&mut far_read, &mut near_write) => {}
            }
        });
    }
}

async fn pass_on(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    mut shut: watch::Receiver<bool>,
    held: &AtomicUsize,
) {
    let mut piece = Vec::with_capacity(BUFFER_BYTES);
    while from.read_buf(&mut piece).await.is_ok_and(|bytes| bytes > 0) {
        if *shut.borrow() && piece.windows(BEGIN.len()).any(|bytes| bytes == BEGIN) {
            held.fetch_add(1, Ordering::SeqCst);
            let opened = shut.wait_for(|shut| !*shut).await.is_ok();
            held.fetch_sub(1, Ordering::SeqCst);
            if !opened {
                return;
            }
        }
        if to.write_all(&piece).await.is_err() {
            return;
        }
        piece.clear();
    }
}
