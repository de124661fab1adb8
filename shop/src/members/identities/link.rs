//! A member's ways in: one more, or one less.

use super::{Answer, Identity, Provider, Purpose, WaysIn, rows};
use crate::members::lock_asker;
use crate::members::prove::prove_fresh;
use crate::members::sessions::Session;
use crate::parts::security::{self, Event};
use crate::{Moment, Outcome, Refusal, Shop};
use sqlx::MySqlConnection;

/// Lets a member come in by what a provider said: because they asked for it when they were in, or
/// because the provider says that their address is theirs.
///
/// # Errors
/// [`Refusal::LogInAgain`] in a session that is not fresh; [`Refusal::IdentityTaken`];
/// [`Refusal::SignInExpired`] if the answer was not for this member.
pub async fn link(shop: &Shop, session: Session, answer: &Answer) -> Outcome<()> {
    prove_fresh(shop, session)?;
    let (member, now) = (session.member, shop.now());
    let mut transaction = shop.mysql.begin().await?;
    let own_email =
        sqlx::query_scalar!("select email from members where id = ? for update", member.0)
            .fetch_optional(&mut *transaction)
            .await?
            .ok_or(Refusal::NotSignedIn)?;
    let is_theirs = match answer.purpose {
        Purpose::Link(asked) => asked == member,
        Purpose::SignIn => answer.known.verified_email() == Some(own_email.as_str()),
    };
    if !is_theirs {
        return Err(Refusal::SignInExpired.into());
    }
    rows::insert(&mut transaction, member, &answer.known, now).await?;
    transaction.commit().await?;
    security::note(Event::WayInAdded, member, answer.known.provider.as_str());
    Ok(())
}

/// Takes a way in away from a member. One that they do not have changes nothing.
///
/// # Errors
/// [`Refusal::LogInAgain`] in a session that is not fresh; [`Refusal::LastWayIn`].
pub async fn unlink(shop: &Shop, session: Session, provider: Provider) -> Outcome<()> {
    prove_fresh(shop, session)?;
    let (member, now) = (session.member, shop.now());
    let mut transaction = shop.mysql.begin().await?;
    // The member's row is locked: of two that go at once, the second sees what the first has left.
    lock_asker(&mut transaction, member).await?;
    let ways = read(&mut transaction, session, now).await?;
    if !ways.identities.iter().any(|identity| identity.provider == provider) {
        return Ok(());
    }
    if !ways.may_lose_one() {
        return Err(Refusal::LastWayIn.into());
    }
    rows::delete(&mut transaction, member, provider, now).await?;
    transaction.commit().await?;
    security::note(Event::WayInRemoved, member, provider.as_str());
    Ok(())
}

/// How the session's member may sign in.
///
/// # Errors
/// [`Refusal::NotSignedIn`] if there is no such member any more.
pub async fn ways_in(shop: &Shop, session: Session) -> Outcome<WaysIn> {
    read(&mut *shop.mysql.acquire().await?, session, shop.now()).await
}

async fn read(connection: &mut MySqlConnection, session: Session, now: Moment) -> Outcome<WaysIn> {
    let member = session.member;
    let has_password = sqlx::query_scalar!(
        r#"select password_hash is not null as "has!: bool" from members where id = ?"#,
        member.0
    )
    .fetch_optional(&mut *connection)
    .await?
    .ok_or(Refusal::NotSignedIn)?;
    let rows = sqlx::query!(
        r#"select provider, linked_at as "linked_at: Moment" from member_identities
           where member_id = ? order by linked_at, provider"#,
        member.0
    )
    .fetch_all(connection)
    .await?;
    let identities = rows.into_iter().filter_map(|row| {
        Some(Identity { provider: row.provider.parse().ok()?, linked_at: row.linked_at })
    });
    let identities = identities.collect();
    Ok(WaysIn { has_password, identities, may_change: session.is_fresh(now) })
}
