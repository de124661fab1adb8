//! A drop's line in Redis: three keys with one hash tag, and the scripts that touch them.
//!
//! * `gate`, a hash: epoch, version, state, serving, last, quota, issued, opens_at, closes_at
//! * `tickets`, a hash: member → ticket
//! * `line`, a stream: the undecided tickets; an entry's id is `ticket-0`, so the stream's order
//!   is the tickets' order and "everything up to ticket N" is a range
//!
//! An entry leaves the stream only after MySQL has committed what became of it.

use super::facts::Facts;
use super::{DropId, LineState, LineView, Ticket};
use crate::members::MemberId;
use crate::parts::Redis;
use crate::{Moment, Outcome};
use redis::{AsyncCommands, RedisResult, Script, ScriptInvocation, Value};
use std::sync::LazyLock;
use std::time::Duration;

static JOIN: LazyLock<Script> = LazyLock::new(|| script(include_str!("line/join.lua")));
static OPEN: LazyLock<Script> = LazyLock::new(|| script(include_str!("line/open.lua")));
static SETTLE: LazyLock<Script> = LazyLock::new(|| script(include_str!("line/settle.lua")));
static LEASE: LazyLock<Script> = LazyLock::new(|| Script::new(include_str!("line/lease.lua")));

/// What is read of the gate, in the order of `gate.lua`.
const GATE_FIELDS: [&str; 9] =
    ["epoch", "version", "state", "serving", "last", "quota", "issued", "opens_at", "closes_at"];

/// Places written in one go: Redis serves others in between.
const PLACES_AT_ONCE: usize = 1_000;

/// A field of a gate as Redis gives it.
type GateField = Option<String>;

/// One drop's keys.
pub(super) struct Line<'a> {
    redis: &'a Redis,
    drop_id: DropId,
}

/// What the line says to somebody who wants a ticket.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Joined {
    /// Here it is: a new one, or the one they had.
    Ticket(Ticket, LineView),
    /// None is given in this state, or at this time.
    Refused(LineView),
    /// Redis knows nothing of this line.
    NoGate,
}

/// Somebody in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Waiting {
    pub ticket: Ticket,
    pub member: MemberId,
}

/// What MySQL says, to be written on the gate.
pub(super) struct Settled {
    /// Of the line that was decided upon; in any other the news is old.
    pub epoch: i64,
    /// Everybody up to this ticket is decided; 0 where only the facts are told.
    pub ticket: Ticket,
    pub facts: Facts,
}

fn script(text: &str) -> Script {
    Script::new(&format!("{}{text}", include_str!("line/gate.lua")))
}

impl<'a> Line<'a> {
    pub fn of(redis: &'a Redis, drop_id: DropId) -> Self {
        Self { redis, drop_id }
    }

    /// A ticket for a member. `void` is a ticket of theirs that is known to be worth nothing.
    pub async fn join(&self, member: MemberId, now: Moment, void: Ticket) -> Outcome<Joined> {
        let answer: Vec<GateField> = JOIN
            .key(self.key("gate"))
            .key(self.key("tickets"))
            .key(self.key("line"))
            .arg(member.0)
            .arg(now.ms())
            .arg(void)
            .invoke_async(&mut self.redis.shared())
            .await?;
        self.redis.note_answer();
        let joined = match answer.as_slice() {
            [Some(word), Some(ticket), gate @ ..] if word == "ticket" => {
                ticket.parse().ok().zip(self.view(gate)).map(|(t, view)| Joined::Ticket(t, view))
            }
            [Some(word), gate @ ..] if word == "refused" => self.view(gate).map(Joined::Refused),
            _ => None,
        };
        Ok(joined.unwrap_or(Joined::NoGate))
    }

    /// The gate, and a member's ticket; `None` if Redis knows nothing of this line.
    pub async fn look_up(&self, member: MemberId) -> Outcome<Option<(LineView, Option<Ticket>)>> {
        let (gate, ticket): (Vec<GateField>, Option<Ticket>) = redis::pipe()
            .atomic()
            .hmget(self.key("gate"), &GATE_FIELDS)
            .hget(self.key("tickets"), member.0)
            .query_async(&mut self.redis.shared())
            .await?;
        Ok(self.view(&gate).map(|view| (view, ticket)))
    }

    /// The gate; `None` if Redis knows nothing of this line.
    pub async fn gate(&self) -> Outcome<Option<LineView>> {
        let gate: Vec<GateField> =
            self.redis.shared().hmget(self.key("gate"), &GATE_FIELDS).await?;
        self.redis.note_answer();
        Ok(self.view(&gate))
    }

    /// Builds the line from what MySQL knows, unless somebody else just did. `instead_of` is the
    /// epoch of a gate to replace. Gives the gate that stands now.
    pub async fn open(
        &self,
        facts: &Facts,
        serving: Ticket,
        epoch: i64,
        instead_of: Option<i64>,
    ) -> Outcome<Option<LineView>> {
        let mut opening = OPEN.key(self.key("gate"));
        opening
            .key(self.key("tickets"))
            .key(self.key("line"))
            .arg(epoch)
            .arg(serving)
            .arg(instead_of.map_or_else(String::new, |epoch| epoch.to_string()));
        let gate: Vec<GateField> =
            with_facts(&mut opening, facts).invoke_async(&mut self.redis.shared()).await?;
        Ok(self.view(&gate))
    }

    /// The longest-waiting undecided members, in ticket order; waits for the first one if there
    /// is none. Reading takes nothing away.
    pub async fn head(
        &self,
        connection: &mut redis::aio::MultiplexedConnection,
        count: usize,
        block: Duration,
    ) -> RedisResult<Vec<Waiting>> {
        let answer: Value = redis::cmd("XREAD")
            .arg("COUNT")
            .arg(count)
            .arg("BLOCK")
            .arg(block.as_millis().max(1) as u64)
            .arg("STREAMS")
            .arg(self.key("line"))
            .arg("0")
            .query_async(connection)
            .await?;
        if answer == Value::Nil {
            return Ok(Vec::new());
        }
        let streams: redis::streams::StreamReadReply = redis::from_redis_value(answer)?;
        let entries = streams.keys.into_iter().flat_map(|stream| stream.ids);
        Ok(entries
            .filter_map(|entry| {
                let ticket = entry.id.split('-').next()?.parse().ok()?;
                let member = MemberId(entry.get("m")?);
                Some(Waiting { ticket, member })
            })
            .collect())
    }

    /// Writes on the gate what MySQL says, and takes the decided out of the stream. `None` if the
    /// line is another one by now.
    pub async fn settle(&self, settled: &Settled) -> Outcome<Option<LineView>> {
        let mut settling = SETTLE.key(self.key("gate"));
        settling.key(self.key("line")).arg(settled.epoch).arg(settled.ticket);
        let gate: Vec<GateField> = with_facts(&mut settling, &settled.facts)
            .invoke_async(&mut self.redis.shared())
            .await?;
        Ok(self.view(&gate))
    }

    /// Takes or keeps the right to work on this line for a while. It keeps the order and saves
    /// work; that nothing is issued twice is MySQL's doing.
    pub async fn lease(&self, owner: &str, term: Duration) -> Outcome<bool> {
        Ok(LEASE
            .key(self.key("lease"))
            .arg(owner)
            .arg(term.as_millis() as u64)
            .invoke_async(&mut self.redis.shared())
            .await?)
    }

    /// Writes down the places of those who have a coupon already. Who has come again meanwhile
    /// keeps the new one.
    pub async fn keep_places(&self, places: &[(MemberId, Ticket)]) -> Outcome<()> {
        for some in places.chunks(PLACES_AT_ONCE) {
            let mut pipe = redis::pipe();
            for (member, ticket) in some {
                pipe.hset_nx(self.key("tickets"), member.0, *ticket).ignore();
            }
            let () = pipe.query_async(&mut self.redis.shared()).await?;
        }
        Ok(())
    }

    /// Lets Redis forget the line in a while: nobody can join it any more.
    pub async fn forget_in(&self, term: Duration) -> Outcome<()> {
        let seconds = i64::try_from(term.as_secs()).unwrap_or(i64::MAX);
        let () = redis::pipe()
            .expire(self.key("gate"), seconds)
            .expire(self.key("tickets"), seconds)
            .expire(self.key("line"), seconds)
            .query_async(&mut self.redis.shared())
            .await?;
        Ok(())
    }

    pub fn key(&self, part: &str) -> String {
        self.redis.name(&format!("{{drop:{}}}:{part}", self.drop_id.0))
    }

    fn view(&self, gate: &[GateField]) -> Option<LineView> {
        let [epoch, version, state, serving, last, quota, issued, opens_at, closes_at] = gate
        else {
            return None;
        };
        let (quota, issued): (u32, u32) = (number(quota)?, number(issued)?);
        Some(LineView {
            drop_id: self.drop_id,
            epoch: number(epoch)?,
            version: number(version)?,
            state: match state.as_deref()? {
                "open" => LineState::Open,
                "paused" => LineState::Paused,
                "sold_out" => LineState::SoldOut,
                _ => return None,
            },
            serving: number(serving)?,
            last: number(last)?,
            remaining: quota.saturating_sub(issued),
            quota,
            opens_at: Moment::from_ms(number(opens_at)?),
            closes_at: Moment::from_ms(number(closes_at)?),
        })
    }
}

fn number<T: std::str::FromStr>(field: &GateField) -> Option<T> {
    field.as_deref()?.parse().ok()
}

/// The last arguments of a script that writes on the gate.
fn with_facts<'a, 'b>(
    writing: &'b mut ScriptInvocation<'a>,
    facts: &Facts,
) -> &'b mut ScriptInvocation<'a> {
    writing
        .arg(facts.version)
        .arg(facts.quota)
        .arg(facts.issued)
        .arg(u8::from(facts.is_paused))
        .arg(facts.opens_at.ms())
        .arg(facts.closes_at.ms())
}
