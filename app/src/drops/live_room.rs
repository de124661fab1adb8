//! A room in a browser: fed by the socket, the clock, the reader's clicks and the server's
//! answers.

use super::api::{self, Join, Leave};
use super::room::{Heard, Room, Scene, Shown, Step};
use super::solving::solve;
use crate::api_error::ApiError;
use crate::browser;
use crate::live::{Clock, Connection, Topic, on_return, use_live};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shop::Moment;
use shop::drops::challenge::Proof;
use shop::drops::{DropId, DropNow, Place};
use shop::live::ToBrowser;

/// A room, its clock, and the way into the line.
#[derive(Clone, Copy)]
pub struct LiveRoom {
    /// The drop's number.
    pub drop_id: DropId,
    /// The server's clock.
    pub clock: Clock,
    /// Takes a ticket: by the button, and by the room itself when a line was rebuilt.
    pub join: ServerAction<Join>,
    /// Gives the ticket back.
    pub leave: ServerAction<Leave>,
    /// Whether somebody is signed in.
    pub is_member: bool,
    /// What the middle of the page shows.
    pub shown: Memo<Shown>,
    room: RwSignal<Room>,
}

impl LiveRoom {
    /// The room of a rendered page. In a browser it starts to live.
    pub fn open(drop: DropNow, place: Option<Result<Place, ApiError>>) -> Self {
        let DropNow { drop, now, is_stopped } = drop;
        let (drop_id, is_member) = (drop.id, place.is_some());
        let (join, leave) = (ServerAction::<Join>::new(), ServerAction::<Leave>::new());
        let place = place.map(|place| place.map_err(|error| error.refusal));
        let mut room = Room::new(drop, place).stopped(is_stopped);
        // A click without JavaScript that was refused comes back in the page's address.
        if let Some(Err(error)) = join.value().get_untracked() {
            room.asks(Step::Join);
            room.hear(Heard::Answer(Err(error.refusal)), now, browser::random());
        }
        if let Some(Err(error)) = leave.value().get_untracked() {
            room.hear(Heard::Left(Err(error.refusal)), now, browser::random());
        }
        let (room, clock) = (RwSignal::new(room), Clock::ticking_from(now));
        let shown = Memo::new(move |_| {
            let now = clock.now();
            room.with(|room| room.shown(now))
        });
        let room = Self { drop_id, clock, join, leave, is_member, shown, room };
        room.follow_line();
        room.follow_connection();
        room.follow_clicks();
        room.follow_leaving();
        room.follow_clock();
        room.follow_reader();
        room
    }

    /// The part of the page that stands in its middle.
    pub fn scene(self) -> Memo<Scene> {
        let shown = self.shown;
        Memo::new(move |_| shown.with(Shown::scene))
    }

    /// Something about the room, as a signal.
    pub fn tell<T>(self, of: impl Fn(&Room) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.room.with(&of))
    }

    fn hear(self, heard: Heard) {
        // The page may be gone by the time an answer arrives.
        if let Some(now) = self.clock.try_now_untracked() {
            self.room.update(|room| room.hear(heard, now, browser::random()));
            // What is to be done at once need not wait for the clock to tick.
            self.act(now);
        }
    }

    fn follow_line(self) {
        let live = use_live();
        Effect::new(move |_| {
            let hear = Callback::new(move |frame: ToBrowser| {
                if let ToBrowser::Hello { now } | ToBrowser::Line { now, .. } = frame {
                    self.clock.hear(now);
                }
                self.hear(Heard::Frame(frame));
            });
            let key = live.follow(Topic::Drop(self.drop_id), hear);
            on_cleanup(move || live.unfollow(key));
        });
    }

    fn follow_connection(self) {
        let live = use_live();
        Effect::new(move |_| match live.connection() {
            Connection::Open => self.hear(Heard::Connected),
            Connection::Lost => self.hear(Heard::Disconnected),
            Connection::Off | Connection::Opening => {}
        });
    }

    fn follow_clicks(self) {
        let (pending, answers) = (self.join.pending(), self.join.version());
        Effect::new(move |_| {
            if pending.get() {
                self.room.update(|room| room.asks(Step::Join));
            }
        });
        Effect::new(move |_| {
            if answers.get() > 0
                && let Some(answer) = self.join.value().get_untracked()
            {
                self.hear(Heard::Answer(answer.map_err(|error| error.refusal)));
            }
        });
    }

    fn follow_leaving(self) {
        let answers = self.leave.version();
        Effect::new(move |_| {
            if answers.get() > 0
                && let Some(answer) = self.leave.value().get_untracked()
            {
                self.hear(Heard::Left(answer.map_err(|error| error.refusal)));
            }
        });
    }

    fn follow_clock(self) {
        Effect::new(move |_| self.act(self.clock.now()));
    }

    /// Does what is due.
    fn act(self, now: Moment) {
        let mut step = None;
        // Almost every tick finds nothing to do, and need not wake anybody.
        self.room.maybe_update(|room| {
            step = room.due(now);
            step.is_some()
        });
        match step {
            Some(Step::Join) => {
                let proof = self.room.with_untracked(|room| room.proof(now).map(Proof::to_string));
                self.join.dispatch(Join { drop_id: self.drop_id, proof });
            }
            Some(Step::AskMine) => spawn_local(async move {
                let answer = api::mine(self.drop_id).await;
                self.hear(Heard::Answer(answer.map_err(|error| error.refusal)));
            }),
            Some(Step::Prove) => spawn_local(self.prove()),
            None => {}
        }
    }

    /// Solves the challenge, unless the reader leaves the page, or something else happens to them.
    async fn prove(self) {
        let read = || self.room.try_with_untracked(|room| room.challenge().cloned()).flatten();
        let Some(challenge) = read() else { return };
        let is_wanted = || read().as_ref() == Some(&challenge);
        if let Some(proof) = solve(challenge.clone(), is_wanted).await {
            self.hear(Heard::Proved(proof));
        }
    }

    fn follow_reader(self) {
        let live = use_live();
        on_return(move || {
            live.hurry();
            self.hear(Heard::Woke);
        });
    }
}
