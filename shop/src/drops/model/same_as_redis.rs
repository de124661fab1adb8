//! The scripts, on a real Redis, do what the [`Gate`] does.

use super::dice::Dice;
use super::same_as_mysql::{address, unique_name};
use crate::Moment;
use crate::drops::facts::Facts;
use crate::drops::line::{Joined, Line, NO_TICKET, Settled, Wanted, Work};
use crate::drops::rules::gate::{Entry, Gate};
use crate::drops::{DropId, LineView, Ticket};
use crate::members::MemberId;
use crate::parts::Redis;
use redis::AsyncCommands;
use redis::streams::StreamRangeReply;
use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

const SEQUENCES: u64 = 150;
const STEPS: usize = 60;
const MEMBERS: usize = 6;
const MEMBERS_AT_ONCE: usize = 4;
const EPOCHS: usize = 3;
/// Longer than a sequence takes.
const LEASE_TERM: Duration = Duration::from_secs(60);
/// A disk that is busy may take so long for one of some ten thousand writes.
const PATIENCE: Duration = Duration::from_secs(60);
/// Times are drawn from 0 up to here, so that the borders are met.
const MOMENTS: usize = 6;

/// A line in Redis and the same line in Rust.
struct Both<'a> {
    redis: &'a Redis,
    id: DropId,
    line: Line<'a>,
    gate: Option<Gate>,
    dice: Dice,
    /// An owner's changes only go up in MySQL; news of them may be old.
    version: u32,
    /// Who has the lease.
    owner: Option<&'static str>,
}

impl Both<'_> {
    async fn step(&mut self) {
        match self.dice.throw(13) {
            0..6 => self.join().await,
            6..8 => self.work().await,
            8..10 => self.settle().await,
            10 => self.open().await,
            11 => self.give_up().await,
            _ => self.keep_places().await,
        }
        self.assert_same().await;
    }

    fn member(&self) -> MemberId {
        MemberId(1 + self.dice.throw(MEMBERS) as u64)
    }

    fn moment(&self) -> Moment {
        Moment::from_ms(self.dice.throw(MOMENTS) as i64)
    }

    fn epoch(&self) -> i64 {
        1 + self.dice.throw(EPOCHS) as i64
    }

    /// Around what the gate has: lower, the same, higher.
    fn ticket(&self) -> Ticket {
        let last = self.gate.as_ref().map_or(0, |gate| gate.last);
        (last + 2).saturating_sub(self.dice.throw(6) as u64)
    }

    fn facts(&mut self) -> Facts {
        if self.dice.one_in(3) {
            self.version += 1;
        }
        let quota = 3 + self.dice.throw(8) as u32;
        Facts {
            version: self.version - self.dice.throw(self.version.min(2) as usize) as u32,
            quota,
            issued: self.dice.throw(quota as usize + 1) as u32,
            is_paused: self.dice.one_in(3),
            opens_at: Moment::from_ms(self.dice.throw(2) as i64),
            closes_at: Moment::from_ms(MOMENTS as i64 - self.dice.throw(2) as i64),
        }
    }

    async fn join(&mut self) {
        let now = self.moment();
        let members: Vec<MemberId> =
            (0..self.dice.between(1, MEMBERS_AT_ONCE)).map(|_| self.member()).collect();
        let held = self.gate.as_ref().and_then(|gate| gate.tickets.get(&members[0]).copied());
        let void = if self.dice.one_in(3) { held.unwrap_or(NO_TICKET) } else { NO_TICKET };
        let joined = self.line.join(members.clone(), now, void).await.unwrap();
        let expected = self.gate.as_mut().map(|gate| {
            let tickets = gate.join(now, void, &members);
            Joined { view: gate.view(self.id), tickets }
        });
        assert_eq!(joined, expected, "{members:?} at {now:?}, {void} is void");
    }

    /// Somebody with the lease, and sometimes somebody else.
    async fn work(&mut self) {
        let count = self.dice.throw(MEMBERS);
        let is_mine = !self.dice.one_in(4);
        let owner = if is_mine { "a" } else { "b" };
        let wanted = Wanted { count, now: self.moment(), place_kept: None };
        let work = self.line.work(owner, LEASE_TERM, &wanted).await.unwrap();
        // Whoever asks first has it until they give it up.
        if *self.owner.get_or_insert(owner) != owner {
            assert!(matches!(work, Work::NotMine), "{work:?}");
            return;
        }
        let Some(gate) = &self.gate else {
            assert!(matches!(work, Work::NoGate), "{work:?}");
            return;
        };
        let Work::Head(view, head) = work else { panic!("{work:?}") };
        let waiting: Vec<_> = head.waiting.iter().map(|w| (w.ticket, w.member)).collect();
        assert_eq!((view, (head.upto, waiting)), (gate.view(self.id), gate.head(count)));
    }

    /// Whoever has the lease, or somebody else.
    async fn give_up(&mut self) {
        let giver = if self.dice.one_in(2) { "a" } else { "b" };
        self.line.give_up(giver).await.unwrap();
        self.owner = self.owner.filter(|owner| *owner != giver);
    }

    async fn open(&mut self) {
        let (facts, epoch, serving) = (self.facts(), self.epoch(), self.ticket());
        let of_gate = self.gate.as_ref().map(|gate| gate.epoch);
        let instead_of = match self.dice.throw(3) {
            0 => None,
            1 => Some(self.epoch()),
            _ => of_gate,
        };
        let view = self.line.open(&facts, serving, epoch, instead_of).await.unwrap();
        Gate::open(&mut self.gate, &facts, serving, epoch, instead_of);
        assert_eq!(view, self.view(), "{facts:?}, {serving}, {epoch}, instead of {instead_of:?}");
    }

    async fn settle(&mut self) {
        let (facts, ticket) = (self.facts(), self.ticket());
        let of_gate = self.gate.as_ref().map(|gate| gate.epoch);
        let epoch = of_gate.filter(|_| !self.dice.one_in(4)).unwrap_or_else(|| self.epoch());
        let view = self.line.settle(&Settled { epoch, ticket, facts }).await.unwrap();
        let is_this = self.gate.as_mut().is_some_and(|gate| gate.settle(epoch, ticket, &facts));
        assert_eq!(view, self.view().filter(|_| is_this), "{ticket} of {epoch}: {facts:?}");
    }

    async fn keep_places(&mut self) {
        let (epoch, ticket) = (self.epoch(), self.ticket());
        let places = [(self.member(), 0), (self.member(), ticket)];
        self.line.keep_places(epoch, &places).await.unwrap();
        if let Some(gate) = &mut self.gate {
            gate.keep_places(epoch, &places);
        }
    }

    fn view(&self) -> Option<LineView> {
        self.gate.as_ref().map(|gate| gate.view(self.id))
    }

    /// All three keys are the same.
    async fn assert_same(&self) {
        let mut redis = self.redis.shared();
        let tickets: BTreeMap<u64, Ticket> = redis.hgetall(self.line.key("tickets")).await.unwrap();
        let line: StreamRangeReply = redis.xrange_all(self.line.key("line")).await.unwrap();
        let issued: Option<u32> = redis.hget(self.line.key("gate"), "issued").await.unwrap();
        let stream: VecDeque<Entry> = line.ids.iter().map(entry_of).collect();
        assert_eq!(self.line.gate().await.unwrap(), self.view());
        let Some(gate) = &self.gate else { return };
        let tickets = tickets.into_iter().map(|(member, ticket)| (MemberId(member), ticket));
        assert_eq!(tickets.collect::<BTreeMap<_, _>>(), gate.tickets);
        assert_eq!((stream, issued), (gate.stream.clone(), Some(gate.issued)));
    }
}

fn entry_of(entry: &redis::streams::StreamId) -> Entry {
    let members: String = entry.get("m").unwrap();
    let (last, _) = entry.id.split_once('-').unwrap();
    Entry {
        last: last.parse().unwrap(),
        members: members.split(',').map(|member| MemberId(member.parse().unwrap())).collect(),
    }
}

#[tokio::test]
async fn the_scripts_do_what_the_gate_does() {
    let prefix = format!("model-{}:", unique_name());
    let redis = Redis::with_patience(&address("REDIS_URL"), &prefix, PATIENCE).unwrap();
    for seed in 0..SEQUENCES {
        let id = DropId(seed);
        let (line, dice) = (Line::of(&redis, id), Dice::new(seed));
        let mut both = Both { redis: &redis, id, line, gate: None, dice, version: 1, owner: None };
        for _ in 0..STEPS {
            both.step().await;
        }
        let keys = ["gate", "tickets", "line", "lease"].map(|part| both.line.key(part));
        let () = redis.shared().del(&keys[..]).await.unwrap();
    }
}
