//! What arrives by itself: the one websocket of a tab, and the server's clock.

mod clock;
mod notice;
mod retry;
#[cfg(feature = "hydrate")]
mod socket;
mod topic;
mod wake;

pub use clock::{Clock, ServerClock};
pub use notice::ReconnectingNotice;
pub use retry::{Ended, Retry};
pub use topic::Topic;
pub use wake::on_return;

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use leptos::prelude::*;
use shop::live::{FromBrowser, ToBrowser};

/// How the socket is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Connection {
    /// Nobody follows anything.
    #[default]
    Off,
    /// On its way for the first time.
    Opening,
    /// Open: frames arrive.
    Open,
    /// It was open, or should have been, and is being opened again.
    Lost,
}

/// What a page asks of the socket's task.
#[derive(Debug)]
pub enum Order {
    /// Say this to the server, if it listens.
    Say(FromBrowser),
    /// The reader came back: no more waiting before the next try, and an open socket has to show
    /// that it is alive.
    Hurry,
}

/// The tab's one socket. It is open while some page listens to something.
#[derive(Clone, Copy)]
pub struct Live {
    connection: RwSignal<Connection>,
    inner: StoredValue<Inner>,
    on_session_end: Callback<()>,
}

/// One page that listens to one thing.
struct Follower {
    key: u32,
    topic: Topic,
    hear: Callback<ToBrowser>,
}

#[derive(Default)]
struct Inner {
    followers: Vec<Follower>,
    keys_given: u32,
    /// Which life of the socket this is: an old task that ends late must not speak for the new.
    life: u32,
    /// Dropping it ends the socket's task.
    orders: Option<UnboundedSender<Order>>,
}

/// Gives every page inside the tab's socket.
pub fn provide_live(on_session_end: Callback<()>) {
    let connection = RwSignal::new(Connection::Off);
    let inner = StoredValue::new(Inner::default());
    provide_context(Live { connection, inner, on_session_end });
}

/// The tab's socket.
pub fn use_live() -> Live {
    expect_context()
}

impl Live {
    /// How the socket is; whoever asks in a view or an effect hears of changes.
    pub fn connection(self) -> Connection {
        self.connection.get()
    }

    /// Hears of something from now on. The key ends it.
    pub fn follow(self, topic: Topic, hear: Callback<ToBrowser>) -> u32 {
        let (key, started) = self.inner.write_value().add(topic, hear);
        match started {
            Some((life, orders)) => self.start(life, orders),
            None => self.say(topic.begin()),
        }
        key
    }

    /// Hears no more. The last one to go closes the socket.
    pub fn unfollow(self, key: u32) {
        let left = self.inner.try_update_value(|inner| inner.remove(key)).flatten();
        let Some(topic) = left else { return };
        self.say(topic.end());
        if self.inner.with_value(|inner| inner.followers.is_empty()) {
            self.inner.update_value(|inner| inner.orders = None);
            // Nobody is left to be told; a view on its way out would find its own signals gone.
            *self.connection.write_untracked() = Connection::Off;
        }
    }

    /// Says something to the server, if it listens just now.
    pub fn say(self, frame: FromBrowser) {
        self.order(Order::Say(frame));
    }

    /// Opens a lost socket at once, and a dead one soon: the reader is back.
    pub fn hurry(self) {
        self.order(Order::Hurry);
    }

    fn order(self, order: Order) {
        self.inner.with_value(|inner| {
            if let Some(orders) = &inner.orders {
                // A task that has just ended reads everything anew when it starts again.
                let _ = orders.unbounded_send(order);
            }
        });
    }

    #[cfg(feature = "hydrate")]
    fn start(self, life: u32, orders: UnboundedReceiver<Order>) {
        self.tell(life, Connection::Opening);
        leptos::task::spawn_local(socket::run(self, life, orders));
    }

    #[cfg(not(feature = "hydrate"))]
    fn start(self, _life: u32, _orders: UnboundedReceiver<Order>) {}
}

/// What the socket's task says to the pages, and needs of them.
impl Live {
    /// How the socket is from now on, as long as this life of it is the current one.
    pub fn tell(self, life: u32, connection: Connection) {
        let is_current = self.inner.with_value(|inner| inner.life == life);
        if is_current && self.connection.get_untracked() != connection {
            self.connection.set(connection);
        }
    }

    /// Everything that some page listens to.
    pub fn followed(self) -> Vec<Topic> {
        self.inner.with_value(|inner| {
            let mut topics: Vec<_> = inner.followers.iter().map(|f| f.topic).collect();
            topics.sort_unstable();
            topics.dedup();
            topics
        })
    }

    /// Hands a frame to every page that it is about.
    pub fn deliver(self, frame: &ToBrowser) {
        // Run outside the lock: whoever hears may follow or leave.
        let hearers: Vec<_> = self.inner.with_value(|inner| {
            let hearers = inner.followers.iter().filter(|f| f.topic.hears(frame));
            hearers.map(|f| f.hear).collect()
        });
        for hear in hearers {
            hear.run(frame.clone());
        }
    }

    /// The session that opened the socket is over.
    pub fn end_session(self) {
        self.on_session_end.run(());
    }
}

impl Inner {
    fn add(
        &mut self,
        topic: Topic,
        hear: Callback<ToBrowser>,
    ) -> (u32, Option<(u32, UnboundedReceiver<Order>)>) {
        self.keys_given += 1;
        let key = self.keys_given;
        self.followers.push(Follower { key, topic, hear });
        if self.orders.is_some() {
            return (key, None);
        }
        let (sender, receiver) = unbounded();
        self.orders = Some(sender);
        self.life += 1;
        (key, Some((self.life, receiver)))
    }

    /// What nobody listens to any more.
    fn remove(&mut self, key: u32) -> Option<Topic> {
        let at = self.followers.iter().position(|f| f.key == key)?;
        let topic = self.followers.swap_remove(at).topic;
        let is_last = self.followers.iter().all(|f| f.topic != topic);
        is_last.then_some(topic)
    }
}
