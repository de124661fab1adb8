//! What an open room hears of by itself.

use super::OpenRoom;
use crate::browser;
use crate::chat::talk::Heard;
use crate::live::{Connection, Topic, on_return};
use crate::ui::when_done;
use leptos::ev;
use leptos::prelude::*;
use shop::live::ToBrowser;

impl OpenRoom {
    pub(super) fn follow(self) {
        self.follow_frames();
        self.follow_connection();
        self.follow_reader();
        self.follow_hands();
        Effect::new(move |_| {
            self.clock.now();
            self.step();
        });
    }

    fn follow_frames(self) {
        Effect::new(move |_| {
            let hear = Callback::new(move |frame: ToBrowser| self.hear(Heard::Frame(frame)));
            let key = self.live.follow(Topic::Room(self.id), hear);
            on_cleanup(move || self.live.unfollow(key));
        });
    }

    fn follow_connection(self) {
        Effect::new(move |_| match self.live.connection() {
            Connection::Open => self.hear(Heard::Connected),
            Connection::Lost => self.hear(Heard::Disconnected),
            Connection::Off | Connection::Opening => {}
        });
    }

    /// Only who has a room reads it for the shop: a colleague who looks in does not.
    fn follow_reader(self) {
        let is_mine = self.is_mine();
        let looks = move || self.hear(Heard::Looking(browser::is_visible() && is_mine.get()));
        Effect::new(move |_| looks());
        Effect::new(move |_| {
            let shown = window_event_listener(ev::visibilitychange, move |_| {
                let is_looking = browser::is_visible() && is_mine.get_untracked();
                self.hear(Heard::Looking(is_looking));
            });
            on_cleanup(move || shown.remove());
        });
        on_return(move || self.hear(Heard::Woke));
    }

    /// Who has the room is told by name only: whenever it changes hands, it is asked for.
    fn follow_hands(self) {
        let hands = self.tell(|talk| {
            talk.room().map(|room| (room.state, room.state_at, room.counsellor.clone()))
        });
        Effect::new(move |before: Option<()>| {
            hands.track();
            if before.is_some() {
                self.hear(Heard::Changed);
            }
        });
        let changed = move || self.hear(Heard::Changed);
        when_done(self.take, move || {
            self.holder.set(Some(self.office.me()));
            changed();
        });
        when_done(self.hand_over, changed);
        when_done(self.close, changed);
        when_done(self.reopen, changed);
    }
}
