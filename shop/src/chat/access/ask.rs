//! The rooms that people ask for at one moment, by one query: who sends a message asks for one each
//! time.

use crate::chat::{MessageKey, RoomId};
use crate::members::MemberId;
use crate::parts::{Part, Together};
use crate::{Fault, Moment, Outcome, Shop};
use serde::Serialize;
use sqlx::MySqlPool;
use std::time::Duration;
use tokio::time::timeout;

/// MySQL that is silent for so long is down.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(5);

/// What one of them asks for: a room, whether they work for the shop, and a message if they name
/// one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Question {
    room: RoomId,
    member: Option<MemberId>,
    key: Option<MessageKey>,
    /// Whether staff without a second factor are nobody.
    factor_is_required: bool,
}

impl Question {
    pub(super) fn new(
        shop: &Shop,
        member: Option<MemberId>,
        room: RoomId,
        key: Option<MessageKey>,
    ) -> Self {
        Self { room, member, key, factor_is_required: shop.factors.is_required }
    }
}

/// A room as its row has it, and what the asker is to it.
#[derive(Debug)]
pub(crate) struct Row {
    pub owner: Option<MemberId>,
    pub visitor_hash: Option<Vec<u8>>,
    pub state: String,
    pub state_at: Moment,
    pub opened_at: Moment,
    pub counsellor_id: Option<MemberId>,
    pub counsellor: Option<String>,
    pub last_number: u32,
    pub read_by_shopper: u32,
    pub read_by_shop: u32,
    /// The asker's name, if they work for the shop.
    pub staff_name: Option<String>,
    /// The message that they named, if it has its place.
    pub placed: Option<Placed>,
}

/// A message as its row has it.
#[derive(Debug)]
pub(crate) struct Placed {
    /// The word for who spoke.
    pub side: String,
    /// In JSON.
    pub body: String,
}

/// Rooms, asked for together.
pub(crate) struct Rooms(pub MySqlPool);

/// A question as `json_table` reads it: its place among them, room, member, key, and whether staff
/// need a second factor.
#[derive(Serialize)]
struct Asked {
    i: usize,
    r: RoomId,
    m: Option<MemberId>,
    k: Option<MessageKey>,
    f: u8,
}

impl Together for Rooms {
    type Question = Question;
    /// `None` if there is no such room.
    type Answer = Option<Row>;
    const PART: Part = Part::MySql;
    const QUESTIONS_MAX: usize = 256;
    const CALLS_AT_ONCE: u32 = 1;
    /// Shorter than a message takes in Kafka, and a dozen of them travel together on a busy day.
    const CALLS_APART: Duration = Duration::from_millis(4);

    async fn ask(&self, questions: &[Question]) -> Outcome<Vec<Option<Row>>> {
        // Nobody who waits for the answer could give it up for the others.
        let silent = |_| Fault::Down { part: Part::MySql, cause: "no answer".into() };
        timeout(ANSWER_TIMEOUT, self.look(questions)).await.map_err(silent)?
    }
}

impl Rooms {
    async fn look(&self, questions: &[Question]) -> Outcome<Vec<Option<Row>>> {
        let asked: Vec<_> = questions.iter().enumerate().map(Asked::from).collect();
        let rows = sqlx::query!(
            r#"select asked.i as "i!: u32",
                      r.member_id, r.visitor_hash, r.state, r.state_at as "state_at: Moment",
                      r.opened_at as "opened_at: Moment", r.counsellor_id, c.name as "counsellor?",
                      r.last_number, r.read_by_shopper, r.read_by_shop,
                      (select m.name from members m where m.id = asked.m
                         and exists (select 1 from member_roles where member_id = m.id)
                         and (asked.f = 0
                              or exists (select 1 from member_factors where member_id = m.id))
                         and not exists (select 1 from member_blocks where member_id = m.id))
                          as "staff_name?",
                      said.side as "said_side?", said.body as "said_body?: String"
               from json_table(?, '$[*]' columns (
                        i int unsigned path '$.i', r bigint unsigned path '$.r',
                        m bigint unsigned path '$.m', k char(32) path '$.k',
                        f int unsigned path '$.f')) asked
               straight_join chat_rooms r on r.id = asked.r
               left join members c on c.id = r.counsellor_id
               left join chat_messages said
                   on said.room_id = r.id and said.message_key = unhex(asked.k)"#,
            serde_json::to_string(&asked).unwrap_or_default(),
        )
        .fetch_all(&self.0)
        .await?;
        let mut answers: Vec<Option<Row>> = questions.iter().map(|_| None).collect();
        for row in rows {
            let Some(answer) = answers.get_mut(row.i as usize) else { continue };
            let placed = row.said_side.zip(row.said_body);
            *answer = Some(Row {
                owner: row.member_id.map(MemberId),
                visitor_hash: row.visitor_hash,
                state: row.state,
                state_at: row.state_at,
                opened_at: row.opened_at,
                counsellor_id: row.counsellor_id.map(MemberId),
                counsellor: row.counsellor,
                last_number: row.last_number,
                read_by_shopper: row.read_by_shopper,
                read_by_shop: row.read_by_shop,
                staff_name: row.staff_name,
                placed: placed.map(|(side, body)| Placed { side, body }),
            });
        }
        Ok(answers)
    }
}

impl From<(usize, &Question)> for Asked {
    fn from((i, question): (usize, &Question)) -> Self {
        let Question { room, member, key, factor_is_required } = *question;
        Self { i, r: room, m: member, k: key, f: u8::from(factor_is_required) }
    }
}
