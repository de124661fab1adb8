//! A drop's line in Redis: five keys with one hash tag, and the scripts that touch them.
//!
//! * `gate`, a hash: epoch, version, state, serving, last, quota, issued, opens_at, closes_at, and
//!   called: the highest ticket that an issuer was given to decide upon
//! * `tickets`, a hash: member → ticket; who gives the place back is taken out
//! * `away`, a hash: member → since when nobody is there who waits
//! * `line`, a stream: the undecided tickets; an entry is those of one moment under the highest of
//!   them, `ticket-0`, so the stream's order is the tickets' order and "everything up to ticket N"
//!   is a range
//! * `lease`: which issuer works on the line, for a moment
//!
//! An entry leaves the stream only after MySQL has committed what became of it.

mod work;

pub(super) use work::{Head, Waiting, Wanted, Work};

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
static KEEP: LazyLock<Script> = LazyLock::new(|| Script::new(include_str!("line/keep.lua")));

/// What is read of the gate, in the order of `gate.lua`.
const GATE_FIELDS: [&str; 9] =
    ["epoch", "version", "state", "serving", "last", "quota", "issued", "opens_at", "closes_at"];

/// Nobody has ticket 0: none is given, none is void, none is decided.
pub(super) const NO_TICKET: Ticket = 0;

/// Places written in one go: Redis serves others in between.
const PLACES_AT_ONCE: usize = 1_000;

/// A field of a gate as Redis gives it.
type GateField = Option<String>;

/// One drop's keys.
pub(super) struct Line<'a> {
    redis: &'a Redis,
    drop_id: DropId,
}

/// What the line says to those who want a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Joined {
    /// How the line stands now.
    pub view: LineView,
    /// Of each in turn: a new one, or the one they had; `None` if none is given in this state, or
    /// at this time.
    pub tickets: Vec<Option<Ticket>>,
}

/// What MySQL says, to be written on the gate.
pub(super) struct Settled {
    /// Of the line that was decided upon; in any other the news is old.
    pub epoch: i64,
    /// Everybody up to this ticket is decided; 0 where only the facts are told.
    pub ticket: Ticket,
    pub facts: Facts,
}

pub(super) fn script(text: &str) -> Script {
    Script::new(&format!("{}{text}", include_str!("line/gate.lua")))
}

impl<'a> Line<'a> {
    pub fn of(redis: &'a Redis, drop_id: DropId) -> Self {
        Self { redis, drop_id }
    }

    /// Tickets for these members, in their order. `void` is a ticket that is known to be worth
    /// nothing: whoever has that one gets another. `None` if Redis knows nothing of this line.
    pub async fn join(
        &self,
        members: impl IntoIterator<Item = MemberId>,
        now: Moment,
        void: Ticket,
    ) -> Outcome<Option<Joined>> {
        let mut joining = JOIN.key(self.key("gate"));
        joining.key(self.key("tickets")).key(self.key("line")).key(self.key("away"));
        joining.arg(now.ms()).arg(void);
        for member in members {
            joining.arg(member.0);
        }
        let (gate, tickets): (Vec<GateField>, Vec<Ticket>) =
            joining.invoke_async(&mut self.redis.shared()).await?;
        self.redis.note_answer();
        let given = |ticket| (ticket != NO_TICKET).then_some(ticket);
        let tickets = tickets.into_iter().map(given).collect();
        Ok(self.view(&gate).map(|view| Joined { view, tickets }))
    }

    /// The gate, and a member's ticket; `None` if Redis knows nothing of this line. Whoever asks
    /// is there.
    pub async fn look_up(&self, member: MemberId) -> Outcome<Option<(LineView, Option<Ticket>)>> {
        let (gate, ticket): (Vec<GateField>, Option<Ticket>) = redis::pipe()
            .atomic()
            .hmget(self.key("gate"), &GATE_FIELDS)
            .hget(self.key("tickets"), member.0)
            .hdel(self.key("away"), member.0)
            .ignore()
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
            .key(self.key("away"))
            .arg(epoch)
            .arg(serving)
            .arg(instead_of.map_or_else(String::new, |epoch| epoch.to_string()));
        let gate: Vec<GateField> =
            with_facts(&mut opening, facts).invoke_async(&mut self.redis.shared()).await?;
        Ok(self.view(&gate))
    }

    /// Waits until somebody is in the line, at most so long.
    pub async fn wait(
        &self,
        connection: &mut redis::aio::MultiplexedConnection,
        block: Duration,
    ) -> RedisResult<()> {
        let _: Value = redis::cmd("XREAD")
            .arg("COUNT")
            .arg(1)
            .arg("BLOCK")
            .arg(block.as_millis().max(1) as u64)
            .arg("STREAMS")
            .arg(self.key("line"))
            .arg("0")
            .query_async(connection)
            .await?;
        Ok(())
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

    /// Writes down the places of those who have a coupon already, if the line is still that of
    /// this epoch. Who has come again meanwhile keeps the new one.
    pub async fn keep_places(&self, epoch: i64, places: &[(MemberId, Ticket)]) -> Outcome<()> {
        for some in places.chunks(PLACES_AT_ONCE) {
            let mut keeping = KEEP.key(self.key("gate"));
            keeping.key(self.key("tickets")).arg(epoch);
            for (member, ticket) in some {
                keeping.arg(member.0).arg(*ticket);
            }
            let is_kept: bool = keeping.invoke_async(&mut self.redis.shared()).await?;
            if !is_kept {
                break;
            }
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
            .expire(self.key("away"), seconds)
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
