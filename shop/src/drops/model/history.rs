//! One history: what happens next is up to the dice.

use super::checks::Watch;
use super::dice::Dice;
use super::faults::Faults;
use super::mistake::Mistake;
use super::mysql::MySql;
use super::redis::Redis;
use super::server::{Memory, Server};
use super::tally::{Event, Tally};
use super::world::{News, World};
use crate::Moment;
use crate::drops::rules::belief::needs_issuer;
use crate::members::MemberId;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Waker};
use std::time::Duration;

const STEPS_MIN: usize = 40;
const STEPS_MAX: usize = 300;
const BEGINS_AT: Moment = Moment::from_ms(1_000_000);
/// The drop opens so long after the beginning at most.
const OPENS_AFTER_MS_MAX: usize = 500;
/// Long enough for most histories; some see the closing.
const OPEN_FOR: Duration = Duration::from_secs(30);
const A_MOMENT: Duration = Duration::from_millis(1);
/// Longer than a lease, and than the silence that opens the door.
const A_WHILE_MS_MAX: usize = 3_000;

/// How a history went.
pub struct Played {
    pub tally: Tally,
    pub wrong: Option<String>,
    pub steps: Vec<String>,
}

/// Something that a server is doing.
struct Task {
    server: usize,
    work: Pin<Box<dyn Future<Output = ()>>>,
}

pub struct History {
    pub world: Rc<World>,
    tasks: Vec<Task>,
    pub faults: Faults,
    watch: Watch,
    /// Each process has a name of its own.
    owners: u32,
}

/// Plays the history of a seed.
pub fn play(seed: u64, mistake: Option<Mistake>, writes_steps: bool) -> Played {
    let mut history = History::new(seed, mistake, writes_steps);
    let steps = history.world.dice.between(STEPS_MIN, STEPS_MAX);
    for _ in 0..steps {
        history.step();
        if history.is_over() {
            break;
        }
    }
    if !history.is_over() {
        history.heal();
    }
    let steps = history.world.steps.as_ref().map(RefCell::take).unwrap_or_default();
    let tally = history.world.tally.borrow().clone();
    Played { tally, wrong: history.world.wrong.take(), steps }
}

impl History {
    fn new(seed: u64, mistake: Option<Mistake>, writes_steps: bool) -> Self {
        let dice = Dice::new(seed);
        let faults = Faults::choose(&dice);
        let members = dice.between(3, 6);
        let opens_at = BEGINS_AT.plus(Duration::from_millis(dice.throw(OPENS_AFTER_MS_MAX) as u64));
        let quota = dice.between(1, 4) as u32;
        let mysql = MySql::new(members, quota, opens_at, opens_at.plus(OPEN_FOR));
        let redis = Redis::new(faults.power_cuts);
        let servers = dice.between(2, 3);
        let (loses_answers, loses_news) = (Cell::new(dice.one_in(2)), Cell::new(dice.one_in(2)));
        let world = Rc::new(World {
            dice,
            now: Cell::new(BEGINS_AT),
            mysql: RefCell::new(mysql),
            redis: RefCell::new(redis),
            servers: (0..servers).map(|_| RefCell::default()).collect(),
            mail: RefCell::default(),
            told: RefCell::new(vec![None; members]),
            loses_answers,
            loses_news,
            mistake,
            tally: RefCell::default(),
            wrong: RefCell::default(),
            steps: writes_steps.then(RefCell::default),
        });
        let mut history = Self { world, tasks: vec![], faults, watch: Watch::default(), owners: 0 };
        for server in 0..servers {
            history.start_server(server);
        }
        history
    }

    fn is_over(&self) -> bool {
        self.world.wrong.borrow().is_some()
    }

    pub fn server(&self, n: usize) -> Server {
        Server { world: Rc::clone(&self.world), n }
    }

    /// Whatever it was doing ends with it.
    pub fn restart_server(&mut self, n: usize) {
        self.tasks.retain(|task| task.server != n);
        self.start_server(n);
    }

    fn start_server(&mut self, n: usize) {
        self.owners += 1;
        let mut memory = self.world.servers[n].borrow_mut();
        *memory = Memory {
            owner: self.owners,
            answered_at: self.world.now.get(),
            // That is the machine's.
            clock_behind: memory.clock_behind,
            ..Memory::default()
        };
    }

    pub fn begin(&mut self, server: usize, work: impl Future<Output = ()> + 'static) {
        self.tasks.push(Task { server, work: Box::pin(work) });
    }

    /// One atomic step, whichever.
    fn step(&mut self) {
        self.world.now.set(self.world.now.get().plus(A_MOMENT));
        match self.world.dice.throw(100) {
            0..62 => self.go_on_somewhere(),
            62..70 => self.somebody_asks(),
            70..77 => {
                let server = self.any_server();
                self.issue_at(server);
            }
            77..82 => {
                let server = self.any_server();
                self.reconcile_at(server);
            }
            82..89 => self.deliver(),
            89..92 => self.time_passes(),
            92..94 => self.owner_steers(),
            94..95 => self.member_leaves(),
            _ => self.fault(),
        }
        self.watch.look(&self.world);
    }

    pub fn any_server(&self) -> usize {
        self.world.dice.throw(self.world.servers.len())
    }

    pub fn any_member(&self) -> MemberId {
        MemberId(1 + self.world.dice.throw(self.world.told.borrow().len()) as u64)
    }

    pub fn is_idle(&self) -> bool {
        self.tasks.is_empty()
    }

    /// A server goes on with what it was doing.
    pub fn go_on_somewhere(&mut self) {
        if self.tasks.is_empty() {
            return;
        }
        let n = self.world.dice.throw(self.tasks.len());
        let mut context = Context::from_waker(Waker::noop());
        if self.tasks[n].work.as_mut().poll(&mut context).is_ready() {
            self.tasks.swap_remove(n);
        }
    }

    /// A process has one issuer for a line, which begins only when it believes that the line needs
    /// one.
    pub fn issue_at(&mut self, n: usize) {
        let server = self.server(n);
        let clock = server.clock();
        let begins = {
            let mut memory = server.memory();
            let needs_one = memory.drop.as_ref().is_some_and(|drop| {
                needs_issuer(memory.view.as_ref(), drop.opens_at, drop.closes_at, clock)
            });
            memory.has_issuer |= needs_one;
            memory.has_issuer && !std::mem::replace(&mut memory.is_issuing, true)
        };
        if begins {
            self.begin(n, server.issue());
        }
    }

    pub fn reconcile_at(&mut self, n: usize) {
        let server = self.server(n);
        if !server.memory().has_reconciler {
            server.memory().has_reconciler = true;
            self.begin(n, server.reconcile());
        }
    }

    /// A letter arrives, not always the oldest one, and not always only once.
    pub fn deliver(&mut self) {
        let (n, letter) = {
            let mail = self.world.mail.borrow();
            if mail.is_empty() {
                return;
            }
            let n = self.world.dice.throw(mail.len());
            if mail[..n].iter().any(|earlier| earlier.to == mail[n].to) {
                self.world.count(Event::NewsOvertook);
            }
            (n, mail[n].clone())
        };
        if self.world.loses_news.get() && self.world.dice.one_in(5) {
            self.world.count(Event::NewsDoubled);
        } else {
            self.world.mail.borrow_mut().remove(n);
        }
        if self.server(letter.to).memory().is_cut_off {
            return;
        }
        let News::Line(_) = letter.news else { return self.take_in_now(letter.to, letter.news) };
        let reading = self.server(letter.to).take_in(letter.news);
        self.begin(letter.to, reading);
    }

    /// News that needs no MySQL is taken in within one step.
    fn take_in_now(&mut self, to: usize, news: News) {
        let reading = self.server(to).take_in(news);
        self.begin(to, reading);
        let mut context = Context::from_waker(Waker::noop());
        if let Some(mut task) = self.tasks.pop()
            && task.work.as_mut().poll(&mut context).is_pending()
        {
            self.tasks.push(task);
        }
    }

    fn time_passes(&self) {
        let ms = self.world.dice.between(1, A_WHILE_MS_MAX) as u64;
        self.world.now.set(self.world.now.get().plus(Duration::from_millis(ms)));
        self.world.note(|| format!("{ms} ms later"));
    }

    /// Looks at everything after a step of the healing.
    pub fn look(&mut self) {
        self.watch.look(&self.world);
    }
}
