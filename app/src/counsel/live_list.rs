//! The list of rooms in a browser: it asks again when something has changed.

use super::api;
use super::office::Office;
use super::pace::Pace;
use crate::browser;
use crate::live::{Clock, Connection, use_live};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shop::chat::RoomId;
use shop::chat::counsel::{RoomList, RoomRow, Tab};

/// A page of the list, and the server's clock.
#[derive(Clone, Copy)]
pub struct LiveList {
    /// Which tab.
    pub tab: Tab,
    /// Which page, from 1.
    pub page: u32,
    /// The server's clock.
    pub clock: Clock,
    list: RwSignal<RoomList>,
    pace: StoredValue<Pace>,
    office: Office,
}

impl LiveList {
    /// The list of a rendered page. In a browser it starts to live.
    pub fn open(list: RoomList, tab: Tab, office: Office) -> Self {
        office.read(&list);
        let live = Self {
            tab,
            page: list.page,
            clock: Clock::ticking_from(list.now),
            list: RwSignal::new(list),
            pace: StoredValue::new(Pace::from(browser::uptime_ms())),
            office,
        };
        live.follow_news();
        live.follow_clock();
        live
    }

    /// Something about the list, as a signal.
    pub fn tell<T>(self, of: impl Fn(&RoomList) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.list.with(&of))
    }

    /// One of its rows, as long as it is in it.
    pub fn row(self, room: RoomId) -> Memo<Option<RoomRow>> {
        self.tell(move |list| list.rooms.iter().find(|row| row.room.id == room).cloned())
    }

    fn follow_news(self) {
        Effect::new(move |before: Option<u32>| {
            let news = self.office.news.get();
            if before.is_some_and(|before| before != news) {
                self.pace.update_value(Pace::news);
            }
            news
        });
    }

    fn follow_clock(self) {
        let live = use_live();
        Effect::new(move |_| {
            self.clock.now();
            let is_lost = live.connection() == Connection::Lost;
            let now_ms = browser::uptime_ms();
            let asks = self.pace.try_update_value(|pace| pace.asks(now_ms, is_lost));
            if asks == Some(true) {
                self.ask();
            }
        });
    }

    fn ask(self) {
        spawn_local(async move {
            let answer = api::list(self.tab, self.page).await;
            // The page may be gone by the time of an answer.
            self.pace.try_update_value(Pace::is_answered);
            if let Ok(list) = answer
                && self.list.try_get_untracked().is_some()
            {
                self.clock.hear(list.now);
                self.office.read(&list);
                self.list.set(list);
            }
        });
    }
}
