//! Members, made by the thousand.

use super::Actor;
use shop::members::{MemberId, sessions};
use shop::{Outcome, Shop};
use sqlx::{MySql, QueryBuilder};
use std::sync::Arc;
use tokio::task::JoinSet;

/// Five values a row: far below the 65,535 that one statement takes.
const ROWS_PER_INSERT: u32 = 1_000;
/// Sessions that are started at once: MySQL commits those of one moment together.
const SIGN_INS_AT_ONCE: usize = 16;
/// No password has it: 32 zero bytes, and the shop refuses whatever is tried.
const NO_PASSWORD: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2VvbmNoYWstbm9ib2R5\
                           $AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// `rehearsal-<run>-<n>@example.kr` for every n below `count`.
pub async fn insert_members(shop: &Shop, run: i64, count: u32) -> Result<Vec<MemberId>, String> {
    for first in (0..count).step_by(ROWS_PER_INSERT as usize) {
        let numbers = first..count.min(first + ROWS_PER_INSERT);
        insert_some(shop, run, numbers).await.map_err(|e| format!("members: {e}"))?;
    }
    let ids: Vec<u64> = sqlx::query_scalar("select id from members where email like ? order by id")
        .bind(format!("rehearsal-{run}-%"))
        .fetch_all(&shop.mysql)
        .await
        .map_err(|e| format!("members: {e}"))?;
    Ok(ids.into_iter().map(MemberId).collect())
}

async fn insert_some(
    shop: &Shop,
    run: i64,
    numbers: std::ops::Range<u32>,
) -> Result<(), sqlx::Error> {
    let now = shop.now();
    let mut insert = QueryBuilder::<MySql>::new(
        "insert into members (name, email, password_hash, address, signed_up_at) ",
    );
    insert.push_values(numbers, |mut row, n| {
        row.push_bind(format!("리허설 {n}"))
            .push_bind(format!("rehearsal-{run}-{n}@example.kr"))
            .push_bind(NO_PASSWORD)
            .push_bind("서울시 리허설로 1")
            .push_bind(now);
    });
    insert.build().execute(&shop.mysql).await.map(|_| ())
}

/// Signs everybody in, by the shop's own verb.
pub async fn sign_in(shop: &Arc<Shop>, members: &[MemberId]) -> Result<Vec<Actor>, String> {
    let mut parts = JoinSet::new();
    for part in members.chunks(members.len().div_ceil(SIGN_INS_AT_ONCE).max(1)) {
        parts.spawn(sign_in_some(Arc::clone(shop), part.to_vec()));
    }
    let mut actors = Vec::with_capacity(members.len());
    while let Some(part) = parts.join_next().await {
        let part = part.map_err(|e| e.to_string())?.map_err(|e| format!("sessions: {e}"))?;
        actors.extend(part);
    }
    // Whichever part was first: the same seed gives the same clicks.
    actors.sort_by_key(|actor| actor.member);
    Ok(actors)
}

async fn sign_in_some(shop: Arc<Shop>, members: Vec<MemberId>) -> Outcome<Vec<Actor>> {
    let mut actors = Vec::with_capacity(members.len());
    for member in members {
        let session = sessions::start(&shop, member).await?.to_text();
        actors.push(Actor { member, session });
    }
    Ok(actors)
}
