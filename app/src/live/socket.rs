//! The task that keeps the tab's socket open.

use super::{Connection, Ended, Live, Order, Retry};
use crate::browser;
use futures::channel::mpsc::UnboundedReceiver;
use futures::future::{Either, Fuse, FusedFuture, select};
use futures::stream::{self, StreamExt};
use futures::{FutureExt, SinkExt, pin_mut, select_biased};
use gloo_net::websocket::futures::WebSocket;
use gloo_net::websocket::{Message, State, WebSocketError};
use gloo_timers::future::TimeoutFuture;
use shop::live::{FromBrowser, ToBrowser};

const PATH: &str = "/live";
/// The server's word for "this session is over".
const CLOSE_CODE_SESSION_ENDED: u16 = 4401;
/// A sleep may leave a socket that looks open and is dead. Asked for the line, a living one answers
/// within a tick and the network's delay.
const SIGN_OF_LIFE_MS_MAX: u32 = 5_000;

/// Why a conversation is over.
enum End {
    /// Nobody follows anything any more.
    Stopped,
    /// The connection broke, or never came about.
    Closed(Ended),
}

/// Opens the socket, and opens it again, until nobody follows anything.
pub(super) async fn run(live: Live, life: u32, mut orders: UnboundedReceiver<Order>) {
    let mut retry = Retry::default();
    loop {
        let ended = match converse(live, life, &mut orders).await {
            End::Stopped => return,
            End::Closed(ended) => ended,
        };
        if ended.code == Some(CLOSE_CODE_SESSION_ENDED) {
            // The pages are built anew for a visitor. Those on their way out hear nothing more.
            live.end_session();
        } else {
            live.tell(life, Connection::Lost);
        }
        let delay_ms = retry.delay_ms(ended, browser::random());
        if !wait(delay_ms, &mut orders).await {
            return;
        }
    }
}

/// One connection, from its opening to its end.
async fn converse(live: Live, life: u32, orders: &mut UnboundedReceiver<Order>) -> End {
    let Some(address) = browser::socket_address(PATH) else {
        return End::Closed(Ended::default());
    };
    let Ok(socket) = WebSocket::open(&address) else {
        return End::Closed(Ended::default());
    };
    let mut socket = socket.fuse();
    let mut is_dead = Fuse::terminated();
    let mut opened_at = None;
    let mut code = None;
    loop {
        select_biased! {
            frame = socket.next() => match frame {
                Some(Ok(Message::Text(text))) => {
                    is_dead = Fuse::terminated();
                    if opened_at.is_none() {
                        opened_at = Some(browser::uptime_ms());
                        live.tell(life, Connection::Open);
                        follow_all(live, &mut socket).await;
                    }
                    // What this version does not know, a newer server may say.
                    if let Ok(frame) = serde_json::from_str::<ToBrowser>(&text) {
                        live.deliver(&frame);
                    }
                }
                Some(Err(WebSocketError::ConnectionClose(close))) => code = Some(close.code),
                Some(_) => {}
                None => break,
            },
            order = orders.next() => match order {
                Some(Order::Say(frame)) if opened_at.is_some() => say(&mut socket, &frame).await,
                Some(Order::Say(_)) => {}
                Some(Order::Hurry) => {
                    if is_dead.is_terminated() {
                        is_dead = TimeoutFuture::new(SIGN_OF_LIFE_MS_MAX).fuse();
                    }
                    if opened_at.is_some() {
                        follow_all(live, &mut socket).await;
                    }
                }
                None => return End::Stopped,
            },
            () = is_dead => break,
        }
    }
    let open_ms = opened_at.map_or(0, |at| browser::uptime_ms() - at);
    End::Closed(Ended { open_ms, code })
}

async fn follow_all(live: Live, socket: &mut stream::Fuse<WebSocket>) {
    for topic in live.followed() {
        say(socket, &topic.begin()).await;
    }
}

/// Says it, unless the socket is closing: then we are about to be told so, and a browser would
/// complain of whoever still speaks.
async fn say(socket: &mut stream::Fuse<WebSocket>, frame: &FromBrowser) {
    if let (State::Open, Ok(text)) = (socket.get_ref().state(), serde_json::to_string(frame)) {
        let _ = socket.send(Message::Text(text)).await;
    }
}

/// Waits, or hurries if told to. False when there is nothing to wait for any more.
async fn wait(delay_ms: u32, orders: &mut UnboundedReceiver<Order>) -> bool {
    let sleep = TimeoutFuture::new(delay_ms);
    pin_mut!(sleep);
    loop {
        match select(&mut sleep, orders.next()).await {
            Either::Left(_) | Either::Right((Some(Order::Hurry), _)) => return true,
            // Whatever was to be said is in the list of what is followed.
            Either::Right((Some(Order::Say(_)), _)) => {}
            Either::Right((None, _)) => return false,
        }
    }
}
