//! Who is at work.

use super::super::presence::{GONE_AFTER, see};
use super::Colleague;
use crate::members::MemberId;
use crate::{Moment, Outcome, Shop};
use std::time::Duration;

/// Who was seen more recently need not be noted again.
const NOTED_EVERY: Duration = Duration::from_secs(15);

/// Whoever is at work, by their names. Who asks is: a page without a socket asks as well.
pub(super) async fn at_work(shop: &Shop, by: MemberId) -> Outcome<Vec<Colleague>> {
    let now = shop.now();
    let mut rows = seen_since(shop, now.minus(GONE_AFTER)).await?;
    let own = rows.iter().find(|row| row.id == by.0).map(|row| row.seen_at);
    if own.is_none_or(|seen_at| seen_at.plus(NOTED_EVERY) <= now) {
        see(shop, by).await?;
    }
    if own.is_none() {
        rows = seen_since(shop, now.minus(GONE_AFTER)).await?;
    }
    Ok(rows.into_iter().map(|row| Colleague { id: MemberId(row.id), name: row.name }).collect())
}

struct Seen {
    id: u64,
    name: String,
    seen_at: Moment,
}

/// A role that was taken away meanwhile, or a blocked account, is nobody at work.
async fn seen_since(shop: &Shop, since: Moment) -> Outcome<Vec<Seen>> {
    Ok(sqlx::query_as!(
        Seen,
        r#"select m.id, m.name, c.seen_at as "seen_at: Moment"
           from chat_counsellors c
           join members m on m.id = c.member_id
           where c.seen_at > ?
             and exists (select 1 from member_roles where member_id = m.id)
             and not exists (select 1 from member_blocks where member_id = m.id)
           order by m.name, m.id"#,
        since,
    )
    .fetch_all(&shop.mysql)
    .await?)
}
