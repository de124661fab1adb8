//! The reader's talk in a browser: fed by the socket, the reader and the server's answers, and
//! shared by every page.

use super::answer::answer;
use super::kept::{self, Reader};
use super::talk::{Along, Draft, Heard, Step, Talk};
use crate::api_error::ApiError;
use crate::browser;
use crate::live::{Connection, Live, Topic, on_return, use_live};
use crate::members::Me;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shop::Moment;
use shop::chat::{Card, MessageKey, MessageText};
use shop::live::FromBrowser;

/// The reader's talk.
#[derive(Clone, Copy)]
pub struct MyTalk {
    /// Whether the panel is open.
    pub is_open: RwSignal<bool>,
    /// What is being written.
    pub text: RwSignal<String>,
    /// What goes along with it.
    pub attached: RwSignal<Option<Along>>,
    /// What the page in sight is about.
    pub page: RwSignal<Option<Card>>,
    talk: RwSignal<Talk>,
    live: Live,
    /// How many views of it there are on the screen.
    views: StoredValue<u32>,
    reader: StoredValue<Option<Reader>>,
    /// Which reader it is: answers that somebody else asked for are not theirs.
    life: StoredValue<u32>,
    alarm: StoredValue<Option<TimeoutHandle>>,
}

/// Gives every page inside the reader's talk. It sleeps until it is needed: whoever never wrote
/// has no room, opens no socket and asks nothing.
pub fn provide_talk(me: Me) -> MyTalk {
    let talk = MyTalk {
        is_open: RwSignal::new(false),
        text: RwSignal::default(),
        attached: RwSignal::new(None),
        page: RwSignal::new(None),
        talk: RwSignal::default(),
        live: use_live(),
        views: StoredValue::new(0),
        reader: StoredValue::new(None),
        life: StoredValue::new(0),
        alarm: StoredValue::new(None),
    };
    provide_context(talk);
    talk.follow_reader(me);
    talk.follow_room();
    talk.follow_connection();
    talk.follow_return();
    talk
}

/// The reader's talk.
pub fn use_talk() -> MyTalk {
    expect_context()
}

/// What views do with it.
impl MyTalk {
    /// Something about the talk, as a signal.
    pub fn tell<T>(self, of: impl Fn(&Talk) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.talk.with(&of))
    }

    /// Begins with what a page was rendered with.
    pub fn begin_with(self, answer: Result<Option<shop::chat::Talk>, ApiError>) {
        let answer = answer.map_err(|error| error.refusal);
        self.talk.update(|talk| {
            let (room_id, now) = (talk.room_id(), now());
            talk.hear(Heard::Wanted, now, browser::random());
            talk.hear(Heard::Shown(room_id, answer), now, browser::random());
        });
    }

    /// A view of the talk is on the screen for as long as its owner lives.
    pub fn show_here(self) {
        Effect::new(move |_| {
            self.views.update_value(|views| *views += 1);
            self.hear(Heard::Wanted);
            self.look();
            let seen = window_event_listener(leptos::ev::visibilitychange, move |_| self.look());
            on_cleanup(move || {
                seen.remove();
                self.views.update_value(|views| *views -= 1);
                self.look();
            });
        });
    }

    /// Says something. What nobody can send is not taken.
    pub fn write(self, text: &str) -> bool {
        let Ok(text) = MessageText::parse(text) else { return false };
        let about = self.attached.try_update(Option::take).flatten();
        let draft = Draft { key: MessageKey(browser::random_bytes()), text: text.into(), about };
        self.change(|talk, now, dice| talk.write(draft, now, dice));
        true
    }

    /// What buttons say it with.
    pub fn say(self) -> Callback<&'static str> {
        Callback::new(move |words| {
            self.write(words);
        })
    }

    /// Tells the other side that the reader is writing.
    pub fn tell_typing(self) {
        let (mut room, now) = (None, now());
        self.talk.maybe_update(|talk| {
            if talk.may_tell_typing(now) {
                room = talk.room_id();
            }
            false // nobody sees it here
        });
        if let Some(room_id) = room {
            self.live.say(FromBrowser::Typing { room_id });
        }
    }

    /// Tries a message again at once.
    pub fn try_again(self, key: MessageKey) {
        self.change(|talk, _, _| talk.try_again(key));
    }

    /// Puts a message that was refused back into the reader's hand.
    pub fn rewrite(self, key: MessageKey) {
        self.change(|talk, _, _| {
            if let Some(draft) = talk.take_back(key) {
                self.text.set(draft.text);
                self.attached.set(draft.about);
            }
        });
    }

    /// Wants older messages.
    pub fn ask_older(self) {
        self.change(Talk::ask_older);
    }

    /// Leaves a talk that is over for a new one.
    pub fn begin_anew(self) {
        self.talk.update(Talk::begin_anew);
    }

    /// The reader has asked for something that changes the room, and was answered.
    pub fn hear_change(self) {
        self.hear(Heard::Changed);
    }
}

/// What becomes of it by itself.
impl MyTalk {
    fn hear(self, heard: Heard) {
        self.change(|talk, now, dice| talk.hear(heard, now, dice));
    }

    /// Changes the talk, and does what is to be done then.
    fn change(self, change: impl FnOnce(&mut Talk, Moment, f64)) {
        let (now, mut steps) = (now(), Vec::new());
        self.talk.update(|talk| {
            change(talk, now, browser::random());
            steps = talk.due(now);
        });
        for step in steps {
            self.take(step);
        }
        let unsent = self.talk.with_untracked(Talk::unsent);
        self.reader.with_value(|reader| {
            if let Some(reader) = reader {
                kept::keep(*reader, &unsent);
            }
        });
        self.set_alarm();
    }

    fn set_alarm(self) {
        let alarm = self.talk.with_untracked(Talk::wakes_at).and_then(|at| {
            let ring = move || self.change(|_, _, _| {});
            set_timeout_with_handle(ring, at.until_from(now())).ok()
        });
        self.alarm.update_value(|set| {
            if let Some(old) = std::mem::replace(set, alarm) {
                old.clear();
            }
        });
    }

    fn take(self, step: Step) {
        let life = self.life.get_value();
        spawn_local(async move {
            let heard = answer(step).await;
            if self.life.get_value() == life {
                self.hear(heard);
            }
        });
    }

    fn look(self) {
        let is_looking = self.views.get_value() > 0 && browser::is_visible();
        self.hear(Heard::Looking(is_looking));
    }

    /// Whoever signs in or out has another talk, another socket, and other words of their own.
    fn follow_reader(self, me: Me) {
        Effect::new(move |before: Option<()>| {
            me.version.track();
            let is_another = before.is_some();
            if is_another {
                self.end_reader();
            }
            let life = self.life.get_value();
            spawn_local(async move {
                // Who cannot be recognised now has not written as somebody else.
                let Ok(member) = me.member.await else { return };
                if self.life.get_value() == life {
                    self.begin_for(Reader::from(member));
                }
            });
        });
    }

    fn end_reader(self) {
        self.life.update_value(|life| *life += 1);
        let reader = self.reader.try_update_value(Option::take).flatten();
        if matches!(reader, Some(Reader::Member(_))) {
            self.text.set(String::new());
            self.attached.set(None);
        }
        self.talk.update(Talk::restart);
    }

    fn begin_for(self, reader: Reader) {
        self.reader.set_value(Some(reader));
        let drafts = kept::take(reader);
        let is_needed = kept::has_talked() || self.views.get_value() > 0 || !drafts.is_empty();
        self.change(|talk, now, dice| {
            for draft in drafts {
                talk.write(draft, now, dice);
            }
            if is_needed {
                talk.hear(Heard::Wanted, now, dice);
            }
        });
    }

    fn follow_room(self) {
        let live = self.live;
        let room_id = self.tell(Talk::room_id);
        Effect::new(move |_| {
            let Some(room_id) = room_id.get() else { return };
            let hear = Callback::new(move |frame| self.hear(Heard::Frame(frame)));
            let key = live.follow(Topic::Room(room_id), hear);
            on_cleanup(move || live.unfollow(key));
        });
    }

    fn follow_connection(self) {
        let live = self.live;
        let room_id = self.tell(Talk::room_id);
        Effect::new(move |_| match (room_id.get(), live.connection()) {
            (Some(_), Connection::Open) => self.hear(Heard::Connected),
            (Some(_), Connection::Lost) => self.hear(Heard::Disconnected),
            _ => {}
        });
    }

    fn follow_return(self) {
        let live = self.live;
        let has_room = self.tell(|talk| talk.room_id().is_some());
        Effect::new(move |_| {
            if has_room.get() {
                on_return(move || {
                    live.hurry();
                    self.hear(Heard::Woke);
                });
            }
        });
    }
}

fn now() -> Moment {
    Moment::from_ms(browser::uptime_ms())
}
