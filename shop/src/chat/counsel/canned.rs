//! Answers that counsellors give often.

use super::{Canned, Shortcut};
use crate::audit::{self, Subject};
use crate::chat::MessageText;
use crate::members::{MemberId, require_staff};
use crate::refusal::Problems;
use crate::{Field, Outcome, Problem, Shop};
use serde_json::json;

/// More than anybody remembers the keys of.
const CANNED_MAX: u32 = 200;

/// All of them, by their keys.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal).
pub async fn canned(shop: &Shop, by: MemberId) -> Outcome<Vec<Canned>> {
    require_staff(shop, by).await?;
    Ok(sqlx::query_as!(
        Canned,
        "select shortcut, text from chat_canned order by shortcut limit ?",
        CANNED_MAX,
    )
    .fetch_all(&shop.mysql)
    .await?)
}

/// Keeps an answer under its key, in the place of the one that was there.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal); [`Refusal::Form`](crate::Refusal) for the key, the text, or
/// one too many.
pub async fn save_canned(shop: &Shop, by: MemberId, shortcut: &str, text: &str) -> Outcome<()> {
    require_staff(shop, by).await?;
    let mut problems = Problems::default();
    let shortcut = problems.take(Field::Shortcut, Shortcut::parse(shortcut));
    let text = problems.take(Field::Message, MessageText::parse(text));
    let (Some(shortcut), Some(text)) = (shortcut, text) else {
        return Err(problems.refuse().into());
    };
    let (now, shortcut, text) = (shop.now(), shortcut.as_str(), text.as_str());
    let mut transaction = shop.mysql.begin().await?;
    sqlx::query!(
        "insert into chat_canned (shortcut, text, changed_by, changed_at) values (?, ?, ?, ?)
         on duplicate key update text = ?, changed_by = ?, changed_at = ?",
        shortcut,
        text,
        by.0,
        now,
        text,
        by.0,
        now,
    )
    .execute(&mut *transaction)
    .await?;
    let kept = sqlx::query_scalar!("select count(*) from chat_canned")
        .fetch_one(&mut *transaction)
        .await?;
    if kept > i64::from(CANNED_MAX) {
        problems.note(Field::Shortcut, Problem::TooMany { max: CANNED_MAX });
        return Err(problems.refuse().into());
    }
    let detail = json!({ "shortcut": shortcut, "text": text });
    audit::note(&mut transaction, now, by, "chat.save_canned", Subject::Shop, &detail).await?;
    transaction.commit().await?;
    Ok(())
}

/// Throws an answer away. One that is not there is not there.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal).
pub async fn remove_canned(shop: &Shop, by: MemberId, shortcut: &str) -> Outcome<()> {
    require_staff(shop, by).await?;
    let mut transaction = shop.mysql.begin().await?;
    let removed = sqlx::query!("delete from chat_canned where shortcut = ?", shortcut)
        .execute(&mut *transaction)
        .await?;
    if removed.rows_affected() == 0 {
        return Ok(());
    }
    let (now, detail) = (shop.now(), json!({ "shortcut": shortcut }));
    audit::note(&mut transaction, now, by, "chat.remove_canned", Subject::Shop, &detail).await?;
    transaction.commit().await?;
    Ok(())
}
