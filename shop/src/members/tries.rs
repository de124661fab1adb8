//! Wrong passwords, counted, so that nobody finds one by trying.
//!
//! An account is closed to the network that guesses at it, and to nobody else: whoever knows an
//! e-mail address could otherwise keep its owner out. What one network may guess of all accounts
//! together stops whoever tries one password everywhere.
//!
//! Counted in MySQL, where all servers agree, and before the password is looked at, so that fifty
//! guesses at once are fifty. While the count cannot be read nobody is let in: MySQL also holds the
//! passwords, so nothing else is lost by it.

use super::Email;
use crate::{Fault, Moment, Outcome, Refusal, Shop};
use std::net::IpAddr;
use std::time::Duration;

/// More than anybody mistypes; a list of the commonest thousand would take a day.
pub const TRIES_PER_ACCOUNT: u32 = 10;
/// A carrier of telephones puts thousands of people behind one address: one in ten of a thousand who
/// log in within a quarter of an hour may mistype.
pub const TRIES_PER_NETWORK: u32 = 100;
/// From the first wrong one on; then the count begins anew.
pub const COUNTED_FOR: Duration = Duration::from_secs(15 * 60);
/// How many old counts a step of the sweep takes away.
pub const SWEPT_AT_ONCE: u64 = 500;
const CONTEXT: &str = "seonchak 2026-11 tries at logging in";

/// Whose tries are counted, and how many they have.
type Count = ([u8; blake3::OUT_LEN], u32);

/// Lets a log-in from a network go on, unless too many came before it. Whatever is no wrong password
/// is not counted.
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
    let counts: [Count; 2] = [
        (who(shop, &format!("{network} {email}")), TRIES_PER_ACCOUNT),
        (who(shop, &network.to_string()), TRIES_PER_NETWORK),
    ];
    for (at, (who, max)) in counts.iter().enumerate() {
        if let Err(refused) = count(shop, who, *max).await {
            give_back(shop, &counts[..at]).await?;
            return Err(refused);
        }
    }
    let answer = log_in.await;
    if !matches!(answer, Err(Fault::Refused(Refusal::WrongEmailOrPassword))) {
        give_back(shop, &counts).await?;
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

/// One more. Each is a statement of its own: two who come together never wait for each other in a
/// circle, and each learns which one they are.
async fn count(shop: &Shop, who: &[u8], max: u32) -> Outcome<()> {
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
    if counted.last_insert_id() <= u64::from(max) {
        return Ok(());
    }
    let since = sqlx::query_scalar!(
        r#"select since as "since: Moment" from log_in_tries where who = ?"#,
        who
    )
    .fetch_optional(&shop.mysql)
    .await?;
    let wait = since.unwrap_or(now).plus(COUNTED_FOR).until_from(now).as_secs() + 1;
    Err(Refusal::TooManyTries { retry_after_s: u32::try_from(wait).unwrap_or(u32::MAX) }.into())
}

/// It was none. The account's count keeps what was wrong before: a right password of one's own
/// opens nothing for guesses at another's.
async fn give_back(shop: &Shop, counts: &[Count]) -> Outcome<()> {
    for (who, _) in counts {
        sqlx::query!(
            "update log_in_tries set tries = tries - 1 where who = ? and tries > 0",
            &who[..]
        )
        .execute(&shop.mysql)
        .await?;
    }
    Ok(())
}

fn who(shop: &Shop, text: &str) -> [u8; blake3::OUT_LEN] {
    *blake3::keyed_hash(&shop.sessions.derive(CONTEXT), text.as_bytes()).as_bytes()
}
