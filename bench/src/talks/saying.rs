//! The messages: an open loop over a bounded number of connections, each room's from both sides
//! in turns.

use super::ground::Ground;
use crate::chance::Chance;
use crate::http::{Address, Connection, FormRequest};
use shop::chat::MessageKey;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until, timeout};

const PATH: &str = "/api/chat/send";
const OK: u16 = 200;
/// Whoever waited this long tries again; what became of the message is unknown.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);
/// A message that nobody acknowledged is sent again so often, under the same key.
const TRIES: u32 = 10;
const TRY_AGAIN_AFTER: Duration = Duration::from_millis(500);

/// What became of one message.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// Which.
    pub key: MessageKey,
    /// When it was to be sent.
    pub intended: Instant,
    /// When it was acknowledged, if it was.
    pub answered: Instant,
    /// Whether the shop said that it is sent.
    pub is_sent: bool,
    /// How often it had to be sent.
    pub tries: u32,
}

/// How much is said.
#[derive(Clone, Debug)]
pub struct Plan {
    /// To which servers, in turns.
    pub addresses: Vec<Address>,
    /// Messages a second, in all rooms together.
    pub messages_per_s: u32,
    /// For so many seconds.
    pub seconds: u64,
    /// Connections, each with one message on its way at a time.
    pub connections: u32,
    /// Gives the same keys to the same rooms.
    pub seed: u64,
}

/// Says everything. A message whose time comes while every connection is busy goes out as soon
/// as one is free, and its latency counts from when it should have gone out.
///
/// # Errors
/// None that the shop could make: it could not take place.
pub async fn say_all(ground: &Arc<Ground>, plan: &Plan) -> Result<Vec<Said>, String> {
    let total = u64::from(plan.messages_per_s) * plan.seconds;
    let (total, every) = (total as usize, Duration::from_secs(1) / plan.messages_per_s);
    let (next, begun) = (Arc::<AtomicUsize>::default(), Instant::now());
    let mut hands = JoinSet::new();
    for turn in 0..plan.connections as usize {
        let (ground, next) = (Arc::clone(ground), Arc::clone(&next));
        let (addresses, seed) = (plan.addresses.clone(), plan.seed);
        hands.spawn(async move {
            let mut hand = Hand { addresses, turn, connection: None };
            let mut said = Vec::new();
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                if n >= total {
                    return said;
                }
                let intended = begun + every * n as u32;
                sleep_until(intended).await;
                said.push(hand.say(&ground, n, seed, intended).await);
            }
        });
    }
    let mut said = Vec::with_capacity(total);
    while let Some(hand) = hands.join_next().await {
        said.extend(hand.map_err(|error| error.to_string())?);
    }
    Ok(said)
}

/// One of the connections.
struct Hand {
    addresses: Vec<Address>,
    /// Which server it speaks to: the next one, if this one does not answer.
    turn: usize,
    connection: Option<Connection>,
}

impl Hand {
    async fn say(&mut self, ground: &Ground, n: usize, seed: u64, intended: Instant) -> Said {
        let rooms = ground.rooms.len();
        let (room, round) = (n % rooms, n / rooms);
        let who = if round.is_multiple_of(2) {
            &ground.shoppers[room]
        } else {
            ground.counsellor_of(room)
        };
        let key = key_of(seed ^ ground.rooms[0].0, n);
        let room_id = ground.rooms[room].0;
        let form = format!("room_id={room_id}&key={key}&text=message+{n}");
        let request = FormRequest { path: PATH, session: &who.session, form: &form };
        let mut tries = 0;
        loop {
            tries += 1;
            let is_sent = self.send(request).await == Some(OK);
            let answered = Instant::now();
            if is_sent || tries == TRIES {
                return Said { key, intended, answered, is_sent, tries };
            }
            tokio::time::sleep(TRY_AGAIN_AFTER).await;
        }
    }

    /// The answer's status; `None` if none came.
    async fn send(&mut self, request: FormRequest<'_>) -> Option<u16> {
        if self.connection.is_none() {
            let address = &self.addresses[self.turn % self.addresses.len()];
            self.connection = Connection::open(address).await.ok();
        }
        let Some(connection) = &mut self.connection else {
            self.turn += 1;
            return None;
        };
        let sending = connection.send(request);
        match timeout(ANSWER_TIMEOUT, sending).await {
            Ok(Ok(response)) => {
                if response.closes {
                    self.connection = None;
                }
                Some(response.status)
            }
            _ => {
                self.connection = None;
                self.turn += 1;
                None
            }
        }
    }
}

fn key_of(seed: u64, n: usize) -> MessageKey {
    let mut chance = Chance::new(seed.rotate_left(32) ^ n as u64);
    let (high, low) = (chance.draw().to_be_bytes(), chance.draw().to_be_bytes());
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&high);
    bytes[8..].copy_from_slice(&low);
    MessageKey(bytes)
}
