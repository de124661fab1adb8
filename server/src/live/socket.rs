//! One socket's task: reads what the browser says, writes what the hub tells, and closes with a
//! code that says why.

use super::rooms::Guest;
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use bytes::Bytes;
use futures::stream::{SplitSink, SplitStream};
use futures::{SinkExt, StreamExt};
use shop::Shop;
use shop::chat::Asker;
use shop::live::{Closing, FRAME_BYTES_MAX, Outgoing, ToBrowser};
use shop::members::VisitorKey;
use shop::members::sessions::Session;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::Receiver;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

/// How often the browser is asked whether it is there. Browsers answer by themselves.
const PING_EVERY: Duration = Duration::from_secs(20);
/// Two pings without an answer: nobody is there.
const SILENCE_MAX: Duration = Duration::from_secs(45);
/// A reader that takes longer for one frame is too slow.
const WRITE_MAX: Duration = Duration::from_secs(5);
/// How long a browser that is told to go may still finish its sentence.
const LAST_WORDS_MAX: Duration = Duration::from_secs(1);
/// Frames a browser may send in a [`FRAMES_WINDOW`]; a page sends one or two in its life.
const FRAMES_MAX: u32 = 50;
const FRAMES_WINDOW: Duration = Duration::from_secs(10);

/// Why a socket is closed, as RFC 6455 numbers it; 4000 and above are ours.
#[derive(Clone, Copy)]
enum Code {
    UnknownFrame = 1003,
    TooMany = 1008,
    TooLarge = 1009,
    ComeBack = 1012,
    SessionEnded = 4401,
}

/// Serves a socket until either side goes.
pub async fn run(
    shop: Arc<Shop>,
    session: Option<Session>,
    visitor: Option<VisitorKey>,
    socket: WebSocket,
) {
    let (id, queue) = shop.hub.connect(session);
    let asker = Asker { member: session.map(|session| session.member), visitor };
    let mut guest = Guest::new(&shop, id, asker);
    let (mut sink, mut stream) = socket.split();
    shop.hub.tell(id, &ToBrowser::Hello { now: shop.now() });
    let code = talk(&mut guest, queue, &mut sink, &mut stream).await;
    shop.hub.disconnect(id);
    if let Some(code) = code {
        let frame = CloseFrame { code: code as u16, reason: Utf8Bytes::default() };
        // Whoever does not read their last frame is gone anyway.
        timeout(WRITE_MAX, sink.send(Message::Close(Some(frame)))).await.ok();
        // A connection that ends with bytes unread is reset, and the browser never sees the code.
        let last_words = async { while let Some(Ok(_)) = stream.next().await {} };
        timeout(LAST_WORDS_MAX, last_words).await.ok();
    }
}

/// Gives the reason to close, or `None` if the browser went.
async fn talk(
    guest: &mut Guest,
    mut queue: Receiver<Outgoing>,
    sink: &mut SplitSink<WebSocket, Message>,
    stream: &mut SplitStream<WebSocket>,
) -> Option<Code> {
    let mut ping = interval(PING_EVERY);
    ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut heard_at = Instant::now();
    let mut window = Window::new();
    loop {
        tokio::select! {
            said = stream.next() => {
                heard_at = Instant::now();
                match said? {
                    Ok(Message::Text(text)) => {
                        if text.len() > FRAME_BYTES_MAX {
                            return Some(Code::TooLarge);
                        }
                        if !window.admit() {
                            return Some(Code::TooMany);
                        }
                        match serde_json::from_str(&text) {
                            Ok(frame) => guest.take_in(&frame),
                            Err(_) => return Some(Code::UnknownFrame),
                        }
                    }
                    Ok(Message::Binary(_)) => return Some(Code::UnknownFrame),
                    Ok(Message::Close(_)) => return None,
                    Ok(Message::Ping(_) | Message::Pong(_)) => {
                        if !window.admit() {
                            return Some(Code::TooMany);
                        }
                    }
                    Err(error) => return is_too_large(&error).then_some(Code::TooLarge),
                }
            }
            told = queue.recv() => {
                let message = match told {
                    Some(Outgoing::Frame(frame)) => Message::Text(text_of(frame)),
                    Some(Outgoing::Close(closing)) => return Some(code_of(closing)),
                    // The hub let go of this socket: its queue was full.
                    None => return Some(Code::TooMany),
                };
                write(sink, message).await?;
            }
            _ = ping.tick() => {
                if heard_at.elapsed() > SILENCE_MAX {
                    return None;
                }
                write(sink, Message::Ping(Bytes::new())).await?;
            }
        }
    }
}

/// `None` if nobody reads.
async fn write(sink: &mut SplitSink<WebSocket, Message>, message: Message) -> Option<()> {
    timeout(WRITE_MAX, sink.send(message)).await.ok()?.ok()
}

fn text_of(frame: Bytes) -> Utf8Bytes {
    Utf8Bytes::try_from(frame).unwrap_or_default()
}

fn code_of(closing: Closing) -> Code {
    match closing {
        Closing::SessionEnded => Code::SessionEnded,
        Closing::ServerStops => Code::ComeBack,
    }
}

fn is_too_large(error: &axum::Error) -> bool {
    // axum hides tungstenite's error type; its sentence is all there is.
    std::error::Error::source(error).is_some_and(|e| e.to_string().contains("too long"))
        || error.to_string().contains("too long")
}

/// So many frames in so long, and no more.
struct Window {
    begun: Instant,
    frames: u32,
}

impl Window {
    fn new() -> Self {
        Self { begun: Instant::now(), frames: 0 }
    }

    fn admit(&mut self) -> bool {
        if self.begun.elapsed() > FRAMES_WINDOW {
            *self = Self::new();
        }
        self.frames += 1;
        self.frames <= FRAMES_MAX
    }
}
