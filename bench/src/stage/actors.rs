//! Members, made by the thousand.

use super::Actor;
use shop::Shop;
use shop::members::{MemberId, sessions};
use sqlx::{MySql, QueryBuilder};

/// Five values a row: far below the 65,535 that one statement takes.
const ROWS_PER_INSERT: u32 = 1_000;
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

/// The nth member's address.
pub fn email(run: i64, n: u32) -> String {
    format!("rehearsal-{run}-{n}@example.kr")
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
            .push_bind(email(run, n))
            .push_bind(NO_PASSWORD)
            .push_bind("서울시 리허설로 1")
            .push_bind(now);
    });
    insert.build().execute(&shop.mysql).await.map(|_| ())
}

/// Signs everybody in, in the order of the members.
pub async fn sign_in(shop: &Shop, members: &[MemberId]) -> Result<Vec<Actor>, String> {
    let mut actors = Vec::with_capacity(members.len());
    for part in members.chunks(ROWS_PER_INSERT as usize) {
        let tokens = sessions::start_all(shop, part).await.map_err(|e| format!("sessions: {e}"))?;
        actors.extend(
            part.iter()
                .zip(tokens)
                .map(|(member, token)| Actor { member: *member, session: token.to_text() }),
        );
    }
    Ok(actors)
}
