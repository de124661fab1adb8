//! A colleague has lost their telephone.

use super::admins::{lock_admins, lock_member};
use crate::audit::{Subject, note};
use crate::members::{MemberId, factor, require_admin, sessions};
use crate::parts::security::{self, Event};
use crate::{Outcome, Refusal, Shop};
use serde_json::json;

/// What stands in the table of sessions as the reason for their end.
const ENDED_BY: &str = "second factor removed";

/// Takes a member's second factor away, and signs them out everywhere: whoever found the telephone
/// may be signed in on it. Who has none keeps having none.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::NoSuchMember`]; [`Refusal::NotYourself`]: one's own is
/// removed with the password.
pub async fn remove_factor(shop: &Shop, by: MemberId, member: MemberId) -> Outcome<()> {
    require_admin(shop, by).await?;
    if member == by {
        return Err(Refusal::NotYourself.into());
    }
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    lock_admins(&mut transaction, by).await?;
    lock_member(&mut transaction, member).await?;
    if !factor::delete(&mut transaction, member).await? {
        return Ok(());
    }
    let ended = sessions::end_others(&mut transaction, member, None, now, ENDED_BY).await?;
    let subject = Subject::Member(member.0);
    note(&mut transaction, now, by, "members.remove_factor", subject, &json!({})).await?;
    transaction.commit().await?;
    sessions::forget(shop, &ended);
    security::note(Event::FactorRemoved, member, "admin");
    Ok(())
}
