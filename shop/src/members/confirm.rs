//! Showing that an e-mail address is one's own.

use super::links::{self, Purpose};
use super::{MemberId, change_email};
use crate::letters::{self, Draft, Kind};
use crate::parts::security::{self, Event};
use crate::{Language, Moment, Outcome, Refusal, Shop};
use sqlx::MySqlConnection;

/// Writes a letter with a link that confirms the member's address, unless it is confirmed.
///
/// # Errors
/// [`Refusal::NotSignedIn`] if there is no such member any more.
pub async fn send_confirmation(shop: &Shop, member: MemberId, language: Language) -> Outcome<()> {
    let row = sqlx::query!(
        r#"select m.email, c.member_id is not null as "is_confirmed!: bool"
           from members m left join confirmed_emails c on c.member_id = m.id and c.email = m.email
           where m.id = ?"#,
        member.0
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NotSignedIn)?;
    if row.is_confirmed {
        return Ok(());
    }
    let mut connection = shop.mysql.acquire().await?;
    write_letter(&mut connection, member, &row.email, language, shop.now()).await
}

/// Writes that letter.
pub(super) async fn write_letter(
    transaction: &mut MySqlConnection,
    member: MemberId,
    email: &str,
    language: Language,
    now: Moment,
) -> Outcome<()> {
    let draft = Draft { kind: Kind::Confirm, member: Some(member), email, language };
    letters::write(transaction, draft, now).await
}

/// Confirms the address to which a link was sent, and makes it the member's if they want to have
/// it. Whoever follows the link need not be signed in: they read the mail, perhaps on a telephone.
///
/// # Errors
/// [`Refusal::LinkOver`]; [`Refusal::Form`] if another member has got the address meanwhile.
pub async fn confirm_email(shop: &Shop, token: &str) -> Outcome<()> {
    let (purpose, link) = match links::find(shop, Purpose::Confirm, token).await {
        Ok(link) => (Purpose::Confirm, link),
        Err(_) => (Purpose::NewEmail, links::find(shop, Purpose::NewEmail, token).await?),
    };
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    if purpose == Purpose::NewEmail {
        change_email::take(&mut transaction, link.member, &link.email).await?;
    }
    links::use_up(&mut transaction, &link, purpose, now).await?;
    note(&mut transaction, link.member, &link.email, now).await?;
    transaction.commit().await?;
    if purpose == Purpose::NewEmail {
        security::note(Event::NewEmail, link.member, "letter");
    }
    Ok(())
}

/// Notes that an address is a member's.
pub(super) async fn note(
    transaction: &mut MySqlConnection,
    member: MemberId,
    email: &str,
    now: Moment,
) -> Outcome<()> {
    sqlx::query!(
        "insert into confirmed_emails (member_id, email, confirmed_at) values (?, ?, ?)
         on duplicate key update email = values(email), confirmed_at = values(confirmed_at)",
        member.0,
        email,
        now,
    )
    .execute(transaction)
    .await?;
    Ok(())
}
