//! Wrong passwords, counted, so that nobody finds one by trying.
//!
//! An account is closed to the network that guesses at it, and to nobody else: whoever knows an
//! e-mail address could otherwise keep its owner out. What one network may guess of all accounts
//! together stops whoever tries one password everywhere. Somebody who is signed in already is asked
//! for their password before what cannot be taken back: there a session is closed, and no other.
//!
//! Counted in MySQL, where all servers agree. While the count cannot be read nobody is let in: MySQL
//! also holds the passwords, so nothing else is lost by it.

use super::Email;
use super::sessions::Session;
use crate::{Fault, Moment, Outcome, Refusal, Shop};
use std::net::IpAddr;
use std::time::Duration;

/// More than anybody mistypes; a list of the commonest thousand would take a day.
pub const TRIES_PER_ACCOUNT: u32 = 10;
/// A carrier of telephones puts thousands of people behind one address: one in ten of a thousand who
/// log in within a quarter of an hour may mistype.
pub const TRIES_PER_NETWORK: u32 = 100;
/// In the forms of one session. Whoever has stolen it knows no more than a stranger; and the owner's
/// other sessions are counted by themselves.
pub const TRIES_PER_SESSION: u32 = 10;
/// From the first wrong one on; then the count begins anew.
pub const COUNTED_FOR: Duration = Duration::from_secs(15 * 60);
/// How many old counts a step of the sweep takes away.
pub const SWEPT_AT_ONCE: u64 = 500;
const CONTEXT: &str = "seonchak 2026-11 tries at logging in";

/// Lets a log-in from a network go on, unless too many wrong ones came before it.
///
/// # Errors
/// [`Refusal::TooManyTries`], also for the right password; and whatever the log-in says.
pub async fn counted<T>(
    shop: &Shop,
    network: IpAddr,
    email: &str,
    log_in: impl Future<Output = Outcome<T>>,
) -> Outcome<T> {
    let email = Email::parse(email).map(|email| email.as_str().to_owned()).unwrap_or_default();
    let account = who(shop, &format!("{network} {email}"));
    let network = who(shop, &network.to_string());
    let is_wrong =
        |answer: &Outcome<T>| matches!(answer, Err(Fault::Refused(Refusal::WrongEmailOrPassword)));
    if_open(shop, &network, TRIES_PER_NETWORK).await?;
    let answer = counted_as(shop, &account, TRIES_PER_ACCOUNT, log_in, is_wrong).await;
    if is_wrong(&answer) {
        // Afterwards: at an opening thousands who know their passwords come together from one.
        count(shop, &network).await?;
    }
    answer
}

/// The same for a form of somebody who is signed in: `look` says whether its password is theirs.
///
/// # Errors
/// [`Refusal::TooManyTries`], also for the right password; and whatever the look says.
pub(super) async fn counted_in(
    shop: &Shop,
    session: Session,
    look: impl Future<Output = Outcome<bool>>,
) -> Outcome<bool> {
    let who = who(shop, &format!("session {}", session.id.0));
    let is_wrong = |fits: &Outcome<bool>| matches!(fits, Ok(false));
    counted_as(shop, &who, TRIES_PER_SESSION, look, is_wrong).await
}

/// Looks at a password unless too many wrong ones came before it, and counts it if it is wrong.
async fn counted_as<T>(
    shop: &Shop,
    who: &[u8],
    max: u32,
    look: impl Future<Output = Outcome<T>>,
    is_wrong: impl Fn(&Outcome<T>) -> bool,
) -> Outcome<T> {
    // Beforehand, so that guesses that come together are all counted.
    if count(shop, who).await? > u64::from(max) {
        if_open(shop, who, max).await?;
    }
    let answer = look.await;
    if !is_wrong(&answer) {
        give_back(shop, who).await?;
    }
    answer
}

/// Forgets counts whose time is over; how many.
pub async fn sweep(shop: &Shop) -> Outcome<u64> {
    let swept = sqlx::query!(
        "delete from log_in_tries where since < ? order by since limit ?",
        shop.now().minus(COUNTED_FOR),
        SWEPT_AT_ONCE,
    )
    .execute(&shop.mysql)
    .await?;
    Ok(swept.rows_affected())
}

/// Refuses whoever has tried so often within the time.
async fn if_open(shop: &Shop, who: &[u8], max: u32) -> Outcome<()> {
    let now = shop.now();
    let since = sqlx::query_scalar!(
        r#"select since as "since: Moment" from log_in_tries
           where who = ? and tries >= ? and since > ?"#,
        who,
        max,
        now.minus(COUNTED_FOR),
    )
    .fetch_optional(&shop.mysql)
    .await?;
    let Some(since) = since else { return Ok(()) };
    let wait = since.plus(COUNTED_FOR).until_from(now).as_secs() + 1;
    Err(Refusal::TooManyTries { retry_after_s: u32::try_from(wait).unwrap_or(u32::MAX) }.into())
}

/// One more, and which one it is. A statement of its own each time: two who come together never wait
/// for each other in a circle.
async fn count(shop: &Shop, who: &[u8]) -> Outcome<u64> {
    let now = shop.now();
    let over = now.minus(COUNTED_FOR);
    let counted = sqlx::query!(
        "insert into log_in_tries (who, tries, since) values (?, 1, ?)
         on duplicate key update
             tries = last_insert_id(if(since <= ?, 1, tries + 1)),
             since = if(since <= ?, values(since), since)",
        who,
        now,
        over,
        over,
    )
    .execute(&shop.mysql)
    .await?;
    // The first one has made the row, and is numbered by nobody.
    Ok(counted.last_insert_id().max(1))
}

/// It was none. What was wrong before stays: a right password of one's own opens nothing.
async fn give_back(shop: &Shop, who: &[u8]) -> Outcome<()> {
    sqlx::query!("update log_in_tries set tries = tries - 1 where who = ? and tries > 0", who)
        .execute(&shop.mysql)
        .await?;
    Ok(())
}

fn who(shop: &Shop, text: &str) -> [u8; blake3::OUT_LEN] {
    *blake3::keyed_hash(&shop.sessions.derive(CONTEXT), text.as_bytes()).as_bytes()
}
