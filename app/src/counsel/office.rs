//! What all parts of the counsellors' page have in common: who reads it, what is news, and who
//! else is at work.

use super::address::{asked_in, room_in};
use super::bell::Bell;
use super::watch::Watch;
use crate::browser;
use crate::live::{Topic, use_live};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};
use shop::Moment;
use shop::chat::counsel::{Colleague, RoomList, Tab};
use shop::chat::{Room, RoomId};
use shop::live::ToBrowser;
use shop::members::{Member, MemberId};

/// The page of a counsellor at work.
#[derive(Clone, Copy)]
pub struct Office {
    /// Which tab of the list is looked at, and which page of it.
    pub asked: Memo<(Tab, u32)>,
    /// Which room is open.
    pub open_room: Memo<Option<RoomId>>,
    /// Rises with everything that may have changed the list.
    pub news: RwSignal<u32>,
    /// Its bell.
    pub bell: Bell,
    me: StoredValue<Member>,
    at_work: RwSignal<Vec<Colleague>>,
    /// It begins with the first list, whose clock is the server's.
    watch: StoredValue<Option<Watch>>,
}

impl Office {
    /// Opens it for a counsellor, and everything inside.
    pub fn open(me: Member) -> Self {
        let (query, pathname) = (use_query_map(), use_location().pathname);
        let office = Self {
            asked: Memo::new(move |_| query.with(asked_in)),
            open_room: Memo::new(move |_| pathname.with(|pathname| room_in(pathname))),
            news: RwSignal::new(0),
            bell: Bell::hang(),
            me: StoredValue::new(me),
            at_work: RwSignal::new(vec![]),
            watch: StoredValue::new(None),
        };
        office.follow();
        provide_context(office);
        office
    }

    /// The reader's number.
    pub fn me(self) -> MemberId {
        self.me.with_value(|me| me.id)
    }

    /// Whether the reader runs the shop.
    pub fn is_admin(self) -> bool {
        self.me.with_value(Member::is_admin)
    }

    /// Who else is at work.
    pub fn others(self) -> Memo<Vec<Colleague>> {
        let me = self.me();
        Memo::new(move |_| {
            self.at_work.with(|at_work| {
                at_work.iter().filter(|colleague| colleague.id != me).cloned().collect()
            })
        })
    }

    /// Who is at work by now.
    pub fn see(self, at_work: &[Colleague]) {
        if self.at_work.with_untracked(|known| known != at_work) {
            self.at_work.set(at_work.to_vec());
        }
    }

    /// A list has come: what it says of rooms is news as well.
    pub fn read(self, list: &RoomList) {
        self.see(&list.at_work);
        if self.watch.with_value(Option::is_none) {
            self.begin_to_watch(list.now);
        }
        for row in &list.rooms {
            self.hear(&row.room);
        }
    }

    fn begin_to_watch(self, now: Moment) {
        let name = self.me.with_value(|me| me.name.clone());
        self.watch.set_value(Some(Watch::from(name, now)));
    }

    fn hear(self, room: &Room) {
        let calls = self.watch.try_update_value(|watch| watch.as_mut()?.hear(room).then_some(()));
        if calls.flatten().is_some() {
            self.bell.ring(room.id, self.open_room.get_untracked());
        }
    }

    fn follow(self) {
        let live = use_live();
        Effect::new(move |_| {
            let hear = Callback::new(move |frame: ToBrowser| {
                if let ToBrowser::Room { room } = frame {
                    self.hear(&room);
                    self.news.update(|news| *news += 1);
                }
            });
            let key = live.follow(Topic::Counsel, hear);
            on_cleanup(move || live.unfollow(key));
        });
        crate::live::on_return(move || {
            live.hurry();
            if browser::is_visible() {
                self.news.update(|news| *news += 1);
            }
        });
    }
}

/// The page around.
pub fn use_office() -> Office {
    expect_context()
}
