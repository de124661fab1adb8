//! What a browser says on its socket, and what the shop must be asked for it.

use shop::chat::{self, Access, Asker, RoomId, news};
use shop::live::{FromBrowser, Seat, SocketId};
use shop::members::MemberId;
use shop::parts::security;
use shop::{Fault, Outcome, Shop};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// MySQL is down: whoever waits for a room is let in when it is back.
const ASK_AGAIN_AFTER: Duration = Duration::from_secs(1);
/// Nobody needs to know more often that somebody is writing.
const TYPING_EVERY: Duration = Duration::from_secs(1);

/// Somebody on a socket.
pub struct Guest {
    shop: Arc<Shop>,
    id: SocketId,
    asker: Asker,
    typed_at: Option<Instant>,
}

impl Guest {
    pub fn new(shop: &Arc<Shop>, id: SocketId, asker: Asker) -> Self {
        Self { shop: Arc::clone(shop), id, asker, typed_at: None }
    }

    /// Does what a frame asks for. What needs a part is done beside the socket: a part that is
    /// slow keeps no frame waiting.
    pub fn take_in(&mut self, frame: &FromBrowser) {
        let (hub, id) = (&self.shop.hub, self.id);
        match *frame {
            FromBrowser::Follow { drop_id } => hub.follow(id, drop_id),
            FromBrowser::Unfollow { drop_id } => hub.unfollow(id, drop_id),
            FromBrowser::Enter { room_id } => {
                if hub.want_room(id, room_id) {
                    tokio::spawn(enter(Arc::clone(&self.shop), id, self.asker.clone(), room_id));
                }
            }
            FromBrowser::Leave { room_id } => hub.leave(id, room_id),
            FromBrowser::Typing { room_id } => self.type_in(room_id),
            FromBrowser::Counsel => {
                tokio::spawn(begin_work(Arc::clone(&self.shop), id, self.asker.clone()));
            }
            FromBrowser::Uncounsel => hub.end_work(id),
        }
    }

    fn type_in(&mut self, room: RoomId) {
        let Some(seat) = self.shop.hub.seat(self.id, room) else { return };
        if self.typed_at.is_some_and(|at| at.elapsed() < TYPING_EVERY) {
            return;
        }
        self.typed_at = Some(Instant::now());
        let shop = Arc::clone(&self.shop);
        tokio::spawn(async move {
            if let Err(fault) = news::publish_typing(&shop, room, seat).await {
                fault.log();
            }
        });
    }
}

/// Lets a socket into a room that is its asker's. Silence is the answer to everybody else.
async fn enter(shop: Arc<Shop>, id: SocketId, asker: Asker, room: RoomId) {
    let is_wanted = || shop.hub.is_room_wanted(id, room);
    match patiently(asker.member, is_wanted, || chat::find(&shop, &asker, room)).await {
        Some(access) => shop.hub.enter(id, &access.room, seat_of(&access)),
        None => shop.hub.leave(id, room),
    }
}

/// Lets a counsellor hear of every room.
async fn begin_work(shop: Arc<Shop>, id: SocketId, asker: Asker) {
    let Some(member) = asker.member else { return };
    let is_there = || shop.hub.is_there(id);
    if patiently(Some(member), is_there, || chat::begin_work(&shop, member)).await.is_some() {
        shop.hub.begin_work(id, member);
    }
}

/// Asks until there is an answer; `None` if it is a no, or if nobody waits for it any more.
async fn patiently<T, F: Future<Output = Outcome<T>>>(
    member: Option<MemberId>,
    is_wanted: impl Fn() -> bool,
    ask: impl Fn() -> F,
) -> Option<T> {
    while is_wanted() {
        match ask().await {
            Ok(answer) => return Some(answer),
            Err(Fault::Refused(refusal)) => {
                security::note_refusal(&refusal, member, None);
                return None;
            }
            Err(fault) => fault.log(),
        }
        sleep(ASK_AGAIN_AFTER).await;
    }
    None
}

fn seat_of(access: &Access) -> Seat {
    Seat { side: access.side, member: access.member, name: access.name.clone() }
}
