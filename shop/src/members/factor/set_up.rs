//! Setting a second factor up: a secret is offered, and holds from the first code on.

use super::check::has_factor;
use super::recovery::{CODE_CHARS, CODES, RecoveryCode};
use super::secret::{SECRET_BYTES, Secret};
use super::{Offer, Standing};
use crate::audit::{Subject, note};
use crate::members::prove::prove;
use crate::members::sessions::{self, Session};
use crate::members::{MemberId, find, lock_asker};
use crate::parts::security::{self, Event};
use crate::{Field, Moment, Outcome, Problem, Refusal, Shop};
use serde_json::json;
use sqlx::MySqlConnection;
use std::time::Duration;

/// As long as it takes to find the telephone's app, and to write ten codes down.
const OFFER_GOOD_FOR: Duration = Duration::from_secs(15 * 60);
/// What stands in the table of sessions as the reason for their end.
const ENDED_BY: &str = "second factor";

/// What is sealed in an offer's row.
struct Offered {
    secret: [u8; SECRET_BYTES],
    codes: Vec<RecoveryCode>,
}

/// How the asker's second factor stands; what is on offer is shown to the session that asked for it.
///
/// # Errors
/// [`Refusal::NotAllowed`] for whoever has none and does not work for the shop.
pub async fn show(shop: &Shop, session: Session) -> Outcome<Standing> {
    let member = session.member;
    let set = sqlx::query!(
        r#"select set_at as "set_at: Moment",
                  (select count(*) from member_recovery_codes
                   where member_id = f.member_id and used_at is null) as "codes_left!"
           from member_factors f where member_id = ?"#,
        member.0
    )
    .fetch_optional(&shop.mysql)
    .await?;
    if let Some(row) = set {
        let codes_left = u64::try_from(row.codes_left).unwrap_or(0);
        return Ok(Standing::Set { set_at: row.set_at, codes_left });
    }
    require_role(shop, member).await?;
    let mut connection = shop.mysql.acquire().await?;
    match find_offer(shop, &mut connection, session).await? {
        Some(offered) => {
            let account = account_of(shop, member).await?;
            let secret = Secret::new(&offered.secret, &account)?;
            Ok(Standing::Begun(Offer {
                secret: secret.text(),
                address: secret.address()?,
                picture: secret.picture()?,
                recovery_codes: offered.codes.iter().map(|code| code.to_text()).collect(),
            }))
        }
        None => Ok(Standing::None),
    }
}

/// Offers a secret to somebody of the shop's staff, in place of an older offer.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::FactorMovedOn`] if there is a factor, and as for every proof of
/// who somebody is (`prove`).
pub async fn begin(shop: &Shop, session: Session, password: &str) -> Outcome<()> {
    let member = session.member;
    require_role(shop, member).await?;
    prove(shop, session, password).await?;
    if has_factor(shop, member).await? {
        return Err(Refusal::FactorMovedOn.into());
    }
    let mut bytes = shop.random::<SECRET_BYTES>().to_vec();
    for _ in 0..CODES {
        bytes.extend(shop.random::<CODE_CHARS>());
    }
    let sealed = shop.factors.seal(member, &bytes, shop.random())?;
    sqlx::query!(
        "replace into member_factor_offers (member_id, session_id, sealed, begun_at)
         values (?, ?, ?, ?)",
        member.0,
        session.id.0,
        sealed,
        shop.now(),
    )
    .execute(&shop.mysql)
    .await?;
    Ok(())
}

/// Makes what is on offer the asker's second factor, if the code shows that their telephone has it.
/// Their other sessions end: those were started without it.
///
/// # Errors
/// [`Refusal::FactorMovedOn`] without an offer, [`Refusal::Form`] for a wrong code.
pub async fn confirm(shop: &Shop, session: Session, code: &str) -> Outcome<()> {
    let (member, now) = (session.member, shop.now());
    require_role(shop, member).await?;
    let mut transaction = shop.mysql.begin().await?;
    lock_asker(&mut transaction, member).await?;
    let offered = find_offer(shop, &mut transaction, session).await?;
    let offered = offered.ok_or(Refusal::FactorMovedOn)?;
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let step = Secret::new(&offered.secret, "")?.step_of(&code, now);
    let Some(step) = step else {
        let problem = if code.is_empty() { Problem::Missing } else { Problem::WrongCode };
        if problem == Problem::WrongCode {
            security::note(Event::WrongCode, member, "set-up");
        }
        return Err(Refusal::Form(vec![(Field::Code, problem)]).into());
    };
    keep(shop, &mut transaction, member, &offered, step).await?;
    let ended =
        sessions::end_others(&mut transaction, member, Some(session.id), now, ENDED_BY).await?;
    let subject = Subject::Member(member.0);
    note(&mut transaction, now, member, "members.set_factor", subject, &json!({})).await?;
    transaction.commit().await?;
    sessions::forget(shop, &ended);
    security::note(Event::FactorSet, member, "form");
    Ok(())
}

/// The rows of a factor whose first code, of this step, was right.
async fn keep(
    shop: &Shop,
    transaction: &mut MySqlConnection,
    member: MemberId,
    offered: &Offered,
    step: u64,
) -> Outcome<()> {
    let inserted = sqlx::query!(
        "insert into member_factors (member_id, sealed, set_at, last_step) values (?, ?, ?, ?)",
        member.0,
        shop.factors.seal(member, &offered.secret, shop.random())?,
        shop.now(),
        step,
    )
    .execute(&mut *transaction)
    .await;
    match inserted {
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
            return Err(Refusal::FactorMovedOn.into());
        }
        other => other?,
    };
    for code in &offered.codes {
        sqlx::query!(
            "insert into member_recovery_codes (member_id, code_hash) values (?, ?)",
            member.0,
            &code.hash()[..],
        )
        .execute(&mut *transaction)
        .await?;
    }
    // With it goes the only place from which the codes could be shown again.
    sqlx::query!("delete from member_factor_offers where member_id = ?", member.0)
        .execute(transaction)
        .await?;
    Ok(())
}

async fn find_offer(
    shop: &Shop,
    connection: &mut MySqlConnection,
    session: Session,
) -> Outcome<Option<Offered>> {
    let sealed = sqlx::query_scalar!(
        "select sealed from member_factor_offers
         where member_id = ? and session_id = ? and begun_at > ?",
        session.member.0,
        session.id.0,
        shop.now().minus(OFFER_GOOD_FOR),
    )
    .fetch_optional(connection)
    .await?;
    let Some(sealed) = sealed else { return Ok(None) };
    let bytes = shop.factors.open(session.member, &sealed)?.bytes;
    Ok(bytes.split_first_chunk().map(|(secret, codes)| {
        let (codes, _) = codes.as_chunks();
        Offered {
            secret: *secret,
            codes: codes.iter().map(|code| RecoveryCode::new(*code)).collect(),
        }
    }))
}

/// Passes through whoever has a role, with a second factor or without.
async fn require_role(shop: &Shop, member: MemberId) -> Outcome<()> {
    match find(shop, member).await? {
        Some(member) if member.is_staff() || member.needs_factor => Ok(()),
        _ => Err(Refusal::NotAllowed.into()),
    }
}

async fn account_of(shop: &Shop, member: MemberId) -> Outcome<String> {
    Ok(sqlx::query_scalar!("select email from members where id = ?", member.0)
        .fetch_one(&shop.mysql)
        .await?)
}
