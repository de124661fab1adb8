//! Sending what is due.

use super::{Kind, Letter, Post, Says, Undelivered};
use crate::members::{MemberId, links};
use crate::{Fault, Language, Moment, Outcome, Shop};
use std::time::Duration;

/// Letters of one step at most.
const AT_ONCE: u32 = 20;
/// After the first try; each further one waits twice as long …
const PAUSE_MIN: Duration = Duration::from_secs(60);
/// … up to this. The shortest is longer than a try may take, so that no other server tries as well.
const PAUSE_MAX: Duration = Duration::from_secs(60 * 60);
/// Nobody waits any longer for a letter.
const GIVEN_UP_AFTER: Duration = Duration::from_secs(24 * 60 * 60);
/// Letters with a link that an address gets in [`COUNTED_FOR`]; more would be somebody's mischief.
const LINKS_MAX: i64 = 3;
const COUNTED_FOR: Duration = Duration::from_secs(60 * 60);

/// A letter that this server has claimed.
struct Claimed {
    id: u64,
    kind: Kind,
    email: String,
    language: Language,
    written_at: Moment,
    /// Who gets it; `None` is nobody any more.
    member: Option<(MemberId, String)>,
}

/// Sends the letters that are due, the oldest first, and says how many went out. Ends at the first
/// one that the mail server did not take: the next step tries the next one.
///
/// # Errors
/// MySQL is down.
pub async fn deliver_due(shop: &Shop, post: &impl Post) -> Outcome<u64> {
    let due = sqlx::query!(
        r#"select id, due_at as "due_at!: Moment", tries from letters
           where due_at <= ? order by due_at limit ?"#,
        shop.now(),
        AT_ONCE,
    )
    .fetch_all(&shop.mysql)
    .await?;
    let mut sent = 0;
    for letter in due {
        if !claim(shop, letter.id, letter.due_at, letter.tries).await? {
            continue;
        }
        let Some(claimed) = read(shop, letter.id).await? else { continue };
        let Some(letter) = compose(shop, &claimed).await? else { continue };
        match post.deliver(&letter).await {
            Ok(()) => {
                note_sent(shop, letter.id).await?;
                sent += 1;
            }
            Err(Undelivered::Never(cause)) => {
                tracing::warn!(letter.id, cause, "the mail server refuses a letter for good");
                drop_letter(shop, letter.id, "refused").await?;
            }
            Err(Undelivered::Later(cause)) => {
                tracing::warn!(letter.id, cause, "a letter has to wait");
                if claimed.written_at.plus(GIVEN_UP_AFTER) <= shop.now() {
                    tracing::error!(letter.id, "a letter is given up after a day of trying");
                    drop_letter(shop, letter.id, "too_late").await?;
                }
                break;
            }
        }
    }
    Ok(sent)
}

/// Claims a try by moving the next one on. Of several servers one does, and if it dies, the next
/// try comes all the same.
async fn claim(shop: &Shop, id: u64, due_at: Moment, tries: u32) -> Outcome<bool> {
    let pause = PAUSE_MIN.saturating_mul(1 << tries.min(16)).min(PAUSE_MAX);
    let claimed = sqlx::query!(
        "update letters set due_at = ?, tries = tries + 1 where id = ? and due_at = ? and tries = ?",
        shop.now().plus(pause),
        id,
        due_at,
        tries,
    )
    .execute(&shop.mysql)
    .await?;
    Ok(claimed.rows_affected() == 1)
}

async fn read(shop: &Shop, id: u64) -> Outcome<Option<Claimed>> {
    let row = sqlx::query!(
        r#"select l.kind, l.email, l.language, l.written_at as "written_at: Moment",
                  m.id as "member_id?", m.name as "name?", m.email as "current?",
                  exists (select 1 from confirmed_emails
                          where member_id = m.id and email = l.email) as "is_confirmed!: bool"
           from letters l
           left join members m
             on m.id = coalesce(l.member_id, (select id from members where email = l.email))
           where l.id = ?"#,
        id
    )
    .fetch_one(&shop.mysql)
    .await?;
    // A newer server's letter waits for a newer server.
    let Some(kind) = Kind::of(&row.kind) else { return Ok(None) };
    // Who has another address by now proves nothing by this one, and who has proved it need not.
    let is_current = row.current.as_deref() == Some(row.email.as_str());
    let is_wanted = kind != Kind::Confirm || (is_current && !row.is_confirmed);
    Ok(Some(Claimed {
        id,
        kind,
        language: Language::of(&row.language),
        written_at: row.written_at,
        member: row.member_id.map(MemberId).zip(row.name).filter(|_| is_wanted),
        email: row.email,
    }))
}

/// The letter with its link, which is made only now; `None` if it is not to be sent after all.
async fn compose(shop: &Shop, claimed: &Claimed) -> Outcome<Option<Letter>> {
    let Some((member, name)) = &claimed.member else {
        drop_letter(shop, claimed.id, "nobody").await?;
        return Ok(None);
    };
    let says = match claimed.kind.purpose() {
        Some(_) if is_one_too_many(shop, claimed).await? => {
            drop_letter(shop, claimed.id, "too_many").await?;
            return Ok(None);
        }
        Some(purpose) => {
            let token = links::make(shop, *member, purpose, &claimed.email).await?;
            match purpose {
                links::Purpose::Reset => Says::Reset(token),
                links::Purpose::Confirm => Says::Confirm(token),
                links::Purpose::NewEmail => Says::NewEmail(token),
            }
        }
        None if claimed.kind == Kind::EmailChanging => Says::EmailChanging,
        None => Says::PasswordChanged,
    };
    Ok(Some(Letter {
        id: claimed.id,
        to: claimed.email.clone(),
        name: name.clone(),
        language: claimed.language,
        says,
    }))
}

/// Whether an address gets so many letters already. Those before this one count, by their numbers,
/// so that every server comes to the same answer, and those that were dropped do not.
async fn is_one_too_many(shop: &Shop, claimed: &Claimed) -> Outcome<bool> {
    let before = sqlx::query_scalar!(
        "select count(*) from letters
         where email = ? and id < ? and written_at > ? and dropped_at is null
           and kind in ('reset', 'confirm', 'new_email')",
        claimed.email,
        claimed.id,
        claimed.written_at.minus(COUNTED_FOR),
    )
    .fetch_one(&shop.mysql)
    .await?;
    Ok(before >= LINKS_MAX)
}

async fn note_sent(shop: &Shop, id: u64) -> Result<(), Fault> {
    sqlx::query!("update letters set sent_at = ?, due_at = null where id = ?", shop.now(), id)
        .execute(&shop.mysql)
        .await?;
    Ok(())
}

async fn drop_letter(shop: &Shop, id: u64, why: &str) -> Result<(), Fault> {
    sqlx::query!(
        "update letters set dropped_at = ?, dropped_for = ?, due_at = null where id = ?",
        shop.now(),
        why,
        id,
    )
    .execute(&shop.mysql)
    .await?;
    Ok(())
}
