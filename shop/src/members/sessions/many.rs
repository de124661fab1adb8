//! Sessions by the thousand: for a rehearsal, whose crowd is there at once.

use super::token::{Session, SessionId, Token, hash_of};
use crate::members::MemberId;
use crate::{Outcome, Shop};
use sqlx::{MySql, QueryBuilder};

/// Starts a session for each of these members by one statement, which takes some thousands of
/// them. They were made just now by whoever asks: nobody can have blocked them.
///
/// # Errors
/// MySQL is down.
pub async fn start_all(shop: &Shop, members: &[MemberId]) -> Outcome<Vec<Token>> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let now = shop.now();
    let secrets: Vec<_> = members.iter().map(|_| shop.random()).collect();
    let mut insert =
        QueryBuilder::<MySql>::new("insert into sessions (member_id, secret_hash, started_at) ");
    insert.push_values(members.iter().zip(&secrets), |mut row, (member, secret)| {
        row.push_bind(member.0).push_bind(hash_of(secret).to_vec()).push_bind(now);
    });
    // The rows of one statement are numbered one after the other, and the first number is told.
    let first = insert.build().execute(&shop.mysql).await?.last_insert_id();
    Ok((first..)
        .zip(members.iter().zip(secrets))
        .map(|(id, (member, secret))| {
            let session = Session { id: SessionId(id), member: *member, started_at: now };
            shop.sessions.seal(session, secret)
        })
        .collect())
}
