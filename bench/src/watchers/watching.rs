//! The thread that all watchers share.

use super::sightings::Sightings;
use super::socket::{self, Guest, Socket};
use crate::http::Address;
use mio::{Events, Poll};
use shop::drops::{DropId, LineView};
use shop::live::{FromBrowser, ToBrowser};
use shop::{Moment, Shop};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

const EVENTS_AT_ONCE: usize = 4_096;
/// More than any frame of the shop's.
const BUFFER_BYTES: usize = 128 * 1024;
/// How soon the end is noticed.
const LOOK_UP: Duration = Duration::from_millis(100);
/// Everybody has seen the line by then: it is told every 5 s even if it stands still.
const FIRST_SIGHT: Duration = Duration::from_secs(30);

/// Sockets that are open and follow nothing yet.
pub struct Sockets {
    shop: Arc<Shop>,
    poll: Poll,
    sockets: Vec<Socket>,
}

/// Sockets that watch a line.
pub struct Watching {
    sightings: Arc<Mutex<Sightings>>,
    is_over: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

/// The text that came last and what it says: the shop sends everybody the same bytes.
#[derive(Default)]
struct Heard {
    text: Vec<u8>,
    line: Option<(LineView, Moment)>,
}

impl Sockets {
    /// Opens them, in turns at each of the servers.
    ///
    /// # Errors
    /// A server refused one.
    pub async fn open(
        shop: &Arc<Shop>,
        addresses: &[Address],
        count: usize,
    ) -> Result<Self, String> {
        let (shop, addresses) = (Arc::clone(shop), addresses.to_vec());
        let opening = move || Self::open_here(shop, &addresses, count);
        tokio::task::spawn_blocking(opening).await.map_err(|error| error.to_string())?
    }

    fn open_here(shop: Arc<Shop>, addresses: &[Address], count: usize) -> Result<Self, String> {
        let (poll, sockets) = socket::open_all(addresses, &vec![Guest::Visitor; count])?;
        Ok(Self { shop, poll, sockets })
    }

    /// Follows a line, and begins to note once every socket has seen it.
    ///
    /// # Errors
    /// Some never see it.
    pub async fn watch(self, drop_id: DropId) -> Result<Watching, String> {
        let sightings = Arc::new(Mutex::new(Sightings::default()));
        let is_over = Arc::new(AtomicBool::new(false));
        let (all_see, mut seen) = tokio::sync::oneshot::channel();
        let thread = {
            let (sightings, is_over) = (Arc::clone(&sightings), Arc::clone(&is_over));
            tokio::task::spawn_blocking(move || {
                self.look_on(drop_id, &sightings, &is_over, all_see);
            })
        };
        let watching = Watching { sightings, is_over, thread };
        let deadline = Instant::now() + FIRST_SIGHT;
        while seen.try_recv().is_err() {
            if Instant::now() > deadline || watching.thread.is_finished() {
                watching.is_over.store(true, Ordering::Relaxed);
                return Err("not every watcher sees the line".into());
            }
            sleep(LOOK_UP).await;
        }
        Ok(watching)
    }

    fn look_on(
        mut self,
        drop_id: DropId,
        sightings: &Mutex<Sightings>,
        is_over: &AtomicBool,
        all_see: tokio::sync::oneshot::Sender<()>,
    ) {
        let mut all_see = Some(all_see);
        let mut blind = self.sockets.len();
        let mut events = Events::with_capacity(EVENTS_AT_ONCE);
        let mut buffer = vec![0; BUFFER_BYTES];
        let mut heard = Heard::default();
        for socket in &mut self.sockets {
            if socket.say(&FromBrowser::Follow { drop_id }).is_err() {
                lock(sightings).lost += 1;
            }
        }
        while !is_over.load(Ordering::Relaxed) {
            if self.poll.poll(&mut events, Some(LOOK_UP)).is_err() {
                continue; // A signal; there is nothing else that it could be.
            }
            let mut sightings = lock(sightings);
            for event in &events {
                let Some(socket) = self.sockets.get_mut(event.token().0) else { continue };
                let now = self.shop.now();
                let is_there = socket.read(&mut buffer, |socket, text| {
                    let Some((line, told_at)) = heard.hear(text) else { return };
                    if all_see.is_none() {
                        sightings.note(socket.seen.as_ref(), &line, told_at, now);
                    }
                    blind -= usize::from(socket.seen.replace(line).is_none());
                });
                if !is_there {
                    sightings.lost += 1;
                    self.poll.registry().deregister(&mut socket.stream).ok();
                }
            }
            if blind == 0
                && let Some(all_see) = all_see.take()
            {
                all_see.send(()).ok();
            }
        }
    }
}

impl Watching {
    /// What was seen until now.
    pub fn so_far(&self) -> Sightings {
        lock(&self.sightings).clone()
    }

    /// Ends it; every socket is closed.
    pub async fn end(self) -> Sightings {
        self.is_over.store(true, Ordering::Relaxed);
        self.thread.await.ok();
        lock(&self.sightings).clone()
    }
}

impl Heard {
    fn hear(&mut self, text: &[u8]) -> Option<(LineView, Moment)> {
        if text != self.text {
            self.text.clear();
            self.text.extend_from_slice(text);
            self.line = match serde_json::from_slice(text) {
                Ok(ToBrowser::Line { line, now, .. }) => Some((line, now)),
                _ => None,
            };
        }
        self.line
    }
}

fn lock(sightings: &Mutex<Sightings>) -> std::sync::MutexGuard<'_, Sightings> {
    sightings.lock().unwrap_or_else(PoisonError::into_inner)
}
