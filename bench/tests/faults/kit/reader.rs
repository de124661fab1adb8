//! Somebody who reads a room as a page does: by its socket, and by asking for what is missing
//! whenever a number is not the next one, or the socket was away.

use bench::http::{Address, Connection, FormRequest};
use futures::{SinkExt, StreamExt};
use http::header::{COOKIE, ORIGIN};
use parking_lot::Mutex;
use shop::chat::{Message, MessageKey, RoomId};
use shop::live::{FromBrowser, ToBrowser};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message as Frame;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

const COME_BACK_AFTER: Duration = Duration::from_millis(300);
const ANSWER_TIMEOUT: Duration = Duration::from_secs(5);
/// A socket that says nothing for so long is asked about by a look at the history.
const SILENCE_MAX: Duration = Duration::from_secs(3);
const OK: u16 = 200;

/// One side of a room.
pub struct Reader {
    /// Which room.
    pub room: RoomId,
    seen: Arc<Mutex<Vec<MessageKey>>>,
    reading: JoinHandle<()>,
}

impl Reader {
    /// Begins to read, and goes on at the next server whenever the socket is lost.
    pub fn begin(addresses: Vec<Address>, turn: usize, room: RoomId, session: &str) -> Self {
        let seen = Arc::<Mutex<Vec<MessageKey>>>::default();
        let side = Side { room, session: session.to_owned(), seen: Arc::clone(&seen) };
        let reading = tokio::spawn(async move {
            for address in addresses.iter().cycle().skip(turn) {
                side.read(address).await;
                sleep(COME_BACK_AFTER).await;
            }
        });
        Self { room, seen, reading }
    }

    /// The messages that were seen, in that order.
    pub fn seen(&self) -> Vec<MessageKey> {
        self.seen.lock().clone()
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.reading.abort();
    }
}

struct Side {
    room: RoomId,
    session: String,
    seen: Arc<Mutex<Vec<MessageKey>>>,
}

impl Side {
    /// One socket, as long as it lasts; `None` is its end.
    async fn read(&self, address: &Address) -> Option<()> {
        let host = address.host();
        let mut request = format!("ws://{host}/live").into_client_request().ok()?;
        let headers = request.headers_mut();
        headers.insert(ORIGIN, format!("http://{host}").parse().ok()?);
        headers.insert(COOKIE, format!("session={}", self.session).parse().ok()?);
        let (mut socket, _) = timeout(ANSWER_TIMEOUT, connect_async(request)).await.ok()?.ok()?;
        let enter = serde_json::to_string(&FromBrowser::Enter { room_id: self.room }).ok()?;
        socket.send(Frame::text(enter)).await.ok()?;
        self.catch_up(address).await?;
        loop {
            let Ok(frame) = timeout(SILENCE_MAX, socket.next()).await else {
                self.catch_up(address).await?;
                continue;
            };
            let Frame::Text(text) = frame?.ok()? else { continue };
            if let Ok(ToBrowser::Said { room_id, messages }) = serde_json::from_str(&text)
                && room_id == self.room
                && !self.take(&messages)
            {
                self.catch_up(address).await?;
            }
        }
    }

    /// Asks for what was said after the last one seen, until nothing more is known.
    async fn catch_up(&self, address: &Address) -> Option<()> {
        let mut connection = timeout(ANSWER_TIMEOUT, Connection::open(address)).await.ok()?.ok()?;
        loop {
            let after = self.seen.lock().len();
            let form = format!("room_id={}&after={after}", self.room.0);
            let request =
                FormRequest { path: "/api/chat/history", session: &self.session, form: &form };
            let answer = timeout(ANSWER_TIMEOUT, connection.send(request)).await.ok()?.ok()?;
            let messages: Vec<Message> = match answer.status {
                OK => serde_json::from_slice(&answer.body).ok()?,
                _ => return None,
            };
            // Whoever has seen nothing yet is told the newest, and comes before there are many.
            if messages.is_empty() || !self.take(&messages) {
                return Some(());
            }
        }
    }

    /// Takes what comes next; whether nothing is missing.
    fn take(&self, messages: &[Message]) -> bool {
        let mut seen = self.seen.lock();
        for message in messages {
            let next = seen.len() + 1;
            match message.number as usize {
                number if number == next => seen.push(message.key),
                number if number > next => return false,
                _ => {}
            }
        }
        true
    }
}
