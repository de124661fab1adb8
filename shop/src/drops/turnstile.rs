//! The joins of one moment go to Redis as one call.

use super::line::{Line, NO_TICKET};
use super::lines::KnownLine;
use super::{DropId, LineView, Ticket};
use crate::members::MemberId;
use crate::parts::{Part, Redis, Together};
use crate::{Moment, Outcome, Shop};
use std::sync::Arc;

/// The joins of one line.
pub(super) struct Joins {
    redis: Redis,
    line: Arc<KnownLine>,
    id: DropId,
}

/// What came of one join: how the line stands, and the ticket if one is given.
pub(super) type Passed = (LineView, Option<Ticket>);

impl Together for Joins {
    type Question = (MemberId, Moment);
    /// `None` if Redis knows nothing of this line.
    type Answer = Option<Passed>;
    const PART: Part = Part::Redis;
    /// Redis serves nobody else meanwhile, and this takes it less than a millisecond.
    const QUESTIONS_MAX: usize = 512;
    /// While Redis works on one, the next is on its way.
    const CALLS_AT_ONCE: u32 = 2;

    async fn ask(&self, joins: &[(MemberId, Moment)]) -> Outcome<Vec<Option<Passed>>> {
        let now = joins.iter().map(|(_, now)| *now).max().unwrap_or_default();
        let members = joins.iter().map(|(member, _)| *member);
        let Some(joined) = Line::of(&self.redis, self.id).join(members, now, NO_TICKET).await?
        else {
            return Ok(vec![None; joins.len()]);
        };
        self.line.hear(joined.view, now);
        Ok(joined.tickets.into_iter().map(|ticket| Some((joined.view, ticket))).collect())
    }
}

/// A ticket for a member. `None` if Redis knows nothing of this line.
///
/// # Errors
/// Redis is down: then nobody who stands at the turnstile gets one.
pub(super) async fn pass(
    shop: &Shop,
    line: &Arc<KnownLine>,
    member: MemberId,
    id: DropId,
) -> Outcome<Option<Passed>> {
    let joins = || Joins { redis: shop.redis.clone(), line: Arc::clone(line), id };
    line.turnstile.pass((member, shop.now()), joins).await
}
