//! All there is, and what everybody was told.

use super::dice::Dice;
use super::mistake::Mistake;
use super::mysql::MySql;
use super::redis::Redis;
use super::server::Memory;
use super::tally::{Event, Tally};
use crate::Moment;
use crate::drops::{Drop, LineView};
use crate::members::MemberId;
use std::cell::{Cell, RefCell};

/// What a member was told last. A coupon needs no code here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    NotOpen,
    NotJoined,
    Waiting,
    Issued,
    SoldOut,
    Paused,
    Closed,
}

/// What servers tell each other.
#[derive(Clone, Debug)]
pub enum News {
    Drop(Drop),
    Line(LineView),
    Issued(Vec<MemberId>),
}

/// News on its way to a server.
#[derive(Clone, Debug)]
pub struct Letter {
    pub to: usize,
    pub news: News,
}

/// The parts, the servers, the people, and what is counted and written down of them.
pub struct World {
    pub dice: Dice,
    pub now: Cell<Moment>,
    pub mysql: RefCell<MySql>,
    pub redis: RefCell<Redis>,
    pub servers: Vec<RefCell<Memory>>,
    pub mail: RefCell<Vec<Letter>>,
    /// By the member's number less one.
    pub told: RefCell<Vec<Option<Told>>>,
    pub loses_answers: Cell<bool>,
    pub loses_news: Cell<bool>,
    pub mistake: Option<Mistake>,
    pub tally: RefCell<Tally>,
    /// The first promise that was broken.
    pub wrong: RefCell<Option<String>>,
    /// What happened, if somebody wants to read it.
    pub steps: Option<RefCell<Vec<String>>>,
}

impl World {
    pub fn makes(&self, mistake: Mistake) -> bool {
        self.mistake == Some(mistake)
    }

    pub fn count(&self, event: Event) {
        self.tally.borrow_mut().count(event);
    }

    /// Writes a step down; it is only put into words if somebody reads.
    pub fn note(&self, words: impl FnOnce() -> String) {
        if let Some(steps) = &self.steps {
            steps.borrow_mut().push(format!("{:>7} {}", self.now.get().ms(), words()));
        }
    }

    /// A promise is broken.
    pub fn is_wrong(&self, words: impl FnOnce() -> String) {
        let mut wrong = self.wrong.borrow_mut();
        if wrong.is_none() {
            *wrong = Some(words());
        }
    }

    pub fn told(&self, member: MemberId) -> Option<Told> {
        self.told.borrow()[member.0 as usize - 1]
    }

    /// A member's page shows this from now on. A coupon it goes on showing.
    pub fn tell(&self, member: MemberId, told: Told) {
        self.note(|| format!("member {} is told {told:?}", member.0));
        self.count(match told {
            Told::NotOpen => Event::ToldNotOpen,
            Told::Issued => Event::ToldIssued,
            Told::SoldOut => Event::ToldSoldOut,
            Told::Paused => Event::ToldPaused,
            Told::Closed => Event::ToldClosed,
            Told::NotJoined => Event::ToldNotJoined,
            Told::Waiting => Event::ToldWaiting,
        });
        if told == Told::Issued && !self.mysql.borrow().holds(member) {
            self.is_wrong(|| format!("member {} was told of a coupon that is none", member.0));
        }
        let page = &mut self.told.borrow_mut()[member.0 as usize - 1];
        if *page != Some(Told::Issued) {
            *page = Some(told);
        }
    }
}
