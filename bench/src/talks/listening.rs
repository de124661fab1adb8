//! The thread that all sockets of the rooms share.

use super::ground::{Ground, ROOMS_PER_COUNSELLOR};
use super::heard::Heard;
use crate::http::Address;
use crate::watchers::{Guest, Socket, open_all};
use mio::{Events, Poll};
use shop::chat::RoomId;
use shop::live::{FromBrowser, ToBrowser};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::Instant;

const EVENTS_AT_ONCE: usize = 4_096;
const BUFFER_BYTES: usize = 256 * 1024;
/// How soon the end is noticed.
const LOOK_UP: Duration = Duration::from_millis(50);

/// Sockets that listen.
pub(super) struct Listening {
    heard: Arc<Mutex<Both>>,
    seen: Arc<AtomicUsize>,
    is_over: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

/// What both sides have seen.
#[derive(Default)]
pub(super) struct Both {
    pub shoppers: Heard,
    pub counsellors: Heard,
    /// Sockets that the server closed or lost.
    pub lost: u64,
}

impl Listening {
    /// Opens a socket for each shopper and one for ten rooms at the shop's side, in turns at each
    /// of the servers, and enters the rooms.
    ///
    /// # Errors
    /// A server refused one.
    pub async fn begin(ground: &Arc<Ground>, addresses: &[Address]) -> Result<Self, String> {
        let (ground, addresses) = (Arc::clone(ground), addresses.to_vec());
        let opening = tokio::task::spawn_blocking(move || {
            let everybody = ground.shoppers.iter().chain(&ground.counsellors);
            let guests: Vec<Guest<'_>> =
                everybody.map(|actor| Guest::Member(&actor.session)).collect();
            let (poll, mut sockets) = open_all(&addresses, &guests)?;
            enter(&ground, &mut sockets).map_err(|error| format!("a talker's socket: {error}"))?;
            Ok::<_, String>((poll, sockets, ground.shoppers.len()))
        });
        let (poll, sockets, shoppers) = opening.await.map_err(|error| error.to_string())??;
        let heard = Arc::<Mutex<Both>>::default();
        let (seen, is_over) = (Arc::<AtomicUsize>::default(), Arc::<AtomicBool>::default());
        let thread = {
            let (heard, seen, is_over) = (heard.clone(), seen.clone(), is_over.clone());
            tokio::task::spawn_blocking(move || {
                listen(poll, sockets, shoppers, &heard, &seen, &is_over);
            })
        };
        Ok(Self { heard, seen, is_over, thread })
    }

    /// Messages that both sides have seen, as far as the slower one has come.
    pub fn least_seen(&self) -> usize {
        self.seen.load(Ordering::Relaxed)
    }

    /// Ends it; every socket is closed.
    pub async fn end(self) -> Both {
        self.is_over.store(true, Ordering::Relaxed);
        self.thread.await.ok();
        std::mem::take(&mut lock(&self.heard))
    }
}

fn enter(ground: &Ground, sockets: &mut [Socket]) -> std::io::Result<()> {
    let (shoppers, counsellors) = sockets.split_at_mut(ground.shoppers.len());
    for (room, socket) in ground.rooms.iter().zip(shoppers) {
        socket.say(&FromBrowser::Enter { room_id: *room })?;
    }
    for (rooms, socket) in ground.rooms.chunks(ROOMS_PER_COUNSELLOR).zip(counsellors) {
        for room in rooms {
            socket.say(&FromBrowser::Enter { room_id: *room })?;
        }
    }
    Ok(())
}

fn listen(
    mut poll: Poll,
    mut sockets: Vec<Socket>,
    shoppers: usize,
    heard: &Mutex<Both>,
    seen: &AtomicUsize,
    is_over: &AtomicBool,
) {
    let mut events = Events::with_capacity(EVENTS_AT_ONCE);
    let mut buffer = vec![0; BUFFER_BYTES];
    while !is_over.load(Ordering::Relaxed) {
        if poll.poll(&mut events, Some(LOOK_UP)).is_err() {
            continue; // A signal; there is nothing else that it could be.
        }
        let mut heard = lock(heard);
        for event in &events {
            let n = event.token().0;
            let Some(socket) = sockets.get_mut(n) else { continue };
            let Both { shoppers: by_shoppers, counsellors: by_counsellors, lost } = &mut *heard;
            let side = if n < shoppers { by_shoppers } else { by_counsellors };
            let is_there = socket.read(&mut buffer, |_, text| {
                if let Some((room, messages)) = said(text) {
                    side.note(room, &messages, Instant::now());
                }
            });
            if !is_there {
                *lost += 1;
                poll.registry().deregister(&mut socket.stream).ok();
            }
        }
        let both = [&heard.shoppers, &heard.counsellors].map(|side| side.seen_at.len());
        seen.store(both[0].min(both[1]), Ordering::Relaxed);
    }
}

fn said(text: &[u8]) -> Option<(RoomId, Vec<shop::chat::Message>)> {
    match serde_json::from_slice(text) {
        Ok(ToBrowser::Said { room_id, messages }) => Some((room_id, messages)),
        _ => None,
    }
}

fn lock(heard: &Mutex<Both>) -> std::sync::MutexGuard<'_, Both> {
    heard.lock().unwrap_or_else(PoisonError::into_inner)
}
