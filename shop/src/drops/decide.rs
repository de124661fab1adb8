//! The decision: who gets a coupon. One transaction, and the only place that issues.

use super::facts::{Facts, KeptBack};
use super::rules::batch::{self, Claim};
use super::{DropId, IssuedCoupon, Ticket};
use crate::coupons::new_code;
use crate::members::MemberId;
use crate::parts::{Fault, Part};
use crate::{Moment, Outcome, Refusal, Shop};
use serde::Serialize;
use std::time::Duration;

/// A deadlock or a code that exists already: the whole batch is tried again.
const TRIES_MAX: u32 = 3;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// What MySQL has committed.
#[derive(Debug)]
pub(crate) struct Decision {
    /// The coupons that the claimants hold now, whichever run issued them.
    pub held: Vec<(MemberId, IssuedCoupon)>,
    /// How many of those this run issued.
    pub issued: u32,
    /// What the drop's row says now.
    pub facts: Facts,
    /// Why nothing was decided, if that is so: whoever waits goes on waiting.
    pub kept_back: Option<KeptBack>,
}

/// A claim as `json_table` reads it: place in the batch, ticket, member, code.
#[derive(Serialize)]
struct ClaimRow {
    p: usize,
    t: Option<Ticket>,
    m: u64,
    c: String,
}

/// Decides upon claims in their order: whoever has none yet gets one, as long as there are any.
///
/// The drop's row is locked first, so decisions upon a drop happen one after the other, whichever
/// process makes them; a batch that is decided twice gives the same coupons. The row also tells
/// whether the owner has paused the drop: from that commit on nothing is issued, whatever Redis
/// still says.
///
/// # Errors
/// [`Refusal::NoSuchDrop`]; MySQL is down: then nothing is decided, or all of it and nobody was
/// told yet.
pub(crate) async fn decide(shop: &Shop, id: DropId, claims: &[Claim]) -> Outcome<Decision> {
    let mut tries = 1;
    loop {
        match try_to_decide(shop, id, claims).await {
            Err(error) if tries < TRIES_MAX && is_worth_another_try(&error) => tries += 1,
            Err(sqlx::Error::RowNotFound) => return Err(Refusal::NoSuchDrop.into()),
            Err(error) if error.as_database_error().is_some_and(|e| e.is_unique_violation()) => {
                return Err(Fault::Down { part: Part::MySql, cause: error.to_string() });
            }
            other => return other.map_err(Fault::from),
        }
    }
}

async fn try_to_decide(shop: &Shop, id: DropId, claims: &[Claim]) -> Result<Decision, sqlx::Error> {
    let now = shop.now();
    let rows = rows_of(shop, &batch::first_of_each(claims));
    let mut transaction = shop.mysql.begin().await?;
    let (facts, valid_days) = lock(&mut transaction, id).await?;
    let has_ticket = claims.iter().all(|claim| claim.ticket.is_some());
    if let Some(why) = facts.keep_back(now, has_ticket) {
        let held = coupons_of(&mut transaction, id, &rows).await?;
        transaction.rollback().await?;
        return Ok(Decision { held, issued: 0, facts, kept_back: Some(why) });
    }
    let free = facts.remaining();
    let expires_at = now.plus(DAY * u32::from(valid_days));
    let issued = if free == 0 {
        0
    } else {
        insert_coupons(&mut transaction, id, &rows, free, now, expires_at).await?
    };
    let serving = batch::highest_ticket(claims);
    sqlx::query!(
        "update drops set issued = issued + ?, serving = greatest(serving, ?) where id = ?",
        issued,
        serving,
        id.0
    )
    .execute(&mut *transaction)
    .await?;
    let held = coupons_of(&mut transaction, id, &rows).await?;
    transaction.commit().await?;
    let facts = Facts { issued: facts.issued + issued, ..facts };
    Ok(Decision { held, issued, facts, kept_back: None })
}

/// Locks the drop's row. Gives what it says, and how many days a coupon is valid.
async fn lock(
    transaction: &mut sqlx::MySqlConnection,
    id: DropId,
) -> Result<(Facts, u16), sqlx::Error> {
    let row = sqlx::query!(
        r#"select version, quota, issued, valid_days, paused_at as "paused_at: Moment",
                  opens_at as "opens_at: Moment", closes_at as "closes_at: Moment"
           from drops where id = ? for update"#,
        id.0
    )
    .fetch_one(&mut *transaction)
    .await?;
    let facts = Facts {
        version: row.version,
        quota: row.quota,
        issued: row.issued,
        is_paused: row.paused_at.is_some(),
        opens_at: row.opens_at,
        closes_at: row.closes_at,
    };
    Ok((facts, row.valid_days))
}

/// One statement for the whole batch: leaves out who has a coupon and who is no member, and stops
/// where the quota ends.
async fn insert_coupons(
    transaction: &mut sqlx::MySqlConnection,
    id: DropId,
    rows: &str,
    free: u32,
    now: Moment,
    expires_at: Moment,
) -> Result<u32, sqlx::Error> {
    let inserted = sqlx::query!(
        r#"insert into coupons (drop_id, member_id, code, ticket, issued_at, expires_at)
           select ?, claim.m, claim.c, claim.t, ?, ?
           from json_table(?, '$[*]' columns (
                    p int unsigned path '$.p', t bigint unsigned path '$.t',
                    m bigint unsigned path '$.m', c varchar(14) path '$.c')) claim
           join members on members.id = claim.m
           left join coupons held on held.drop_id = ? and held.member_id = claim.m
           where held.id is null
           order by claim.p
           limit ?"#,
        id.0,
        now,
        expires_at,
        rows,
        id.0,
        free,
    )
    .execute(&mut *transaction)
    .await?;
    Ok(u32::try_from(inserted.rows_affected()).unwrap_or(u32::MAX))
}

async fn coupons_of(
    transaction: &mut sqlx::MySqlConnection,
    id: DropId,
    rows: &str,
) -> Result<Vec<(MemberId, IssuedCoupon)>, sqlx::Error> {
    let held = sqlx::query!(
        r#"select held.member_id, held.code, held.expires_at as "expires_at: Moment"
           from json_table(?, '$[*]' columns (m bigint unsigned path '$.m')) claim
           join coupons held on held.drop_id = ? and held.member_id = claim.m"#,
        rows,
        id.0
    )
    .fetch_all(&mut *transaction)
    .await?;
    Ok(held
        .into_iter()
        .map(|row| {
            let coupon = IssuedCoupon { code: row.code, expires_at: row.expires_at };
            (MemberId(row.member_id), coupon)
        })
        .collect())
}

fn rows_of(shop: &Shop, claims: &[Claim]) -> String {
    let rows: Vec<ClaimRow> = claims
        .iter()
        .enumerate()
        .map(|(p, claim)| ClaimRow {
            p,
            t: claim.ticket,
            m: claim.member.0,
            c: new_code(shop.random()),
        })
        .collect();
    serde_json::to_string(&rows).unwrap_or_else(|_| "[]".into())
}

/// A deadlock passes, and a code that another coupon has is not drawn twice.
fn is_worth_another_try(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .is_some_and(|e| e.is_unique_violation() || crate::parts::is_passing(e))
}
