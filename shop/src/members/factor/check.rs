//! Is this code the member's?

use super::recovery::RecoveryCode;
use super::secret::Secret;
use super::shown::ShownCode;
use super::tries::Tries;
use crate::audit::{Subject, note};
use crate::members::MemberId;
use crate::parts::security::{self, Event};
use crate::{Field, Moment, Outcome, Problem, Refusal, Shop};
use serde_json::json;
use sqlx::MySqlConnection;

/// A row of `member_factors`, locked.
struct Row {
    sealed: Vec<u8>,
    last_step: u64,
    tries: Tries,
}

/// Takes a code of the telephone's, or a recovery code, and each of them once. The row is locked
/// meanwhile: of two who show the same code one is let in, and no try is left uncounted.
///
/// # Errors
/// [`Refusal::Form`] for a wrong one, [`Refusal::TooManyCodes`] after five of those, whatever the
/// next one is; [`Refusal::LogInAgain`] if there is no factor any more.
pub(in crate::members) async fn check(shop: &Shop, member: MemberId, code: &str) -> Outcome<()> {
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let row = lock(&mut transaction, member).await?;
    if let Some(retry_after_s) = row.tries.shut_for_s(now) {
        security::note(Event::TooManyCodes, member, "code");
        return Err(Refusal::TooManyCodes { retry_after_s }.into());
    }
    let shown = ShownCode::parse(code).map_err(wrong)?;
    let is_recovery = matches!(shown, ShownCode::Recovery(_));
    let fits = match shown {
        ShownCode::Digits(digits) => {
            take_digits(shop, &mut transaction, member, &row, &digits).await?
        }
        ShownCode::Recovery(code) => take_recovery(&mut transaction, member, code, now).await?,
    };
    let tries = if fits { Tries::default() } else { row.tries.fail(now) };
    sqlx::query!(
        "update member_factors set wrong_codes = ?, wrong_since = ? where member_id = ?",
        tries.wrong,
        tries.since,
        member.0,
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    if !fits {
        security::note(
            Event::WrongCode,
            member,
            if is_recovery { "recovery code" } else { "code" },
        );
        return Err(wrong(Problem::WrongCode));
    }
    if is_recovery {
        security::note(Event::RecoveryCodeUsed, member, "log-in");
    }
    Ok(())
}

/// Whether the member has a second factor.
pub(in crate::members) async fn has_factor(shop: &Shop, member: MemberId) -> Outcome<bool> {
    let row =
        sqlx::query_scalar!("select member_id from member_factors where member_id = ?", member.0)
            .fetch_optional(&shop.mysql)
            .await?;
    Ok(row.is_some())
}

async fn lock(transaction: &mut MySqlConnection, member: MemberId) -> Outcome<Row> {
    let row = sqlx::query!(
        r#"select sealed, last_step, wrong_codes, wrong_since as "wrong_since: Moment"
           from member_factors where member_id = ? for update"#,
        member.0
    )
    .fetch_optional(transaction)
    .await?
    .ok_or(Refusal::LogInAgain)?;
    let tries = Tries { wrong: row.wrong_codes, since: row.wrong_since };
    Ok(Row { sealed: row.sealed, last_step: row.last_step, tries })
}

/// Whether the digits are a code that was not accepted before: none of an earlier step is taken.
async fn take_digits(
    shop: &Shop,
    transaction: &mut MySqlConnection,
    member: MemberId,
    row: &Row,
    digits: &str,
) -> Outcome<bool> {
    let opened = shop.factors.open(member, &row.sealed)?;
    let step = Secret::new(&opened.bytes, "")?.step_of(digits, shop.now());
    let Some(step) = step.filter(|step| *step > row.last_step) else { return Ok(false) };
    let taken = sqlx::query!(
        "update member_factors set last_step = ? where member_id = ? and last_step < ?",
        step,
        member.0,
        step,
    )
    .execute(transaction)
    .await?;
    Ok(taken.rows_affected() == 1)
}

/// Whether it is one of the member's codes that was not used. The record says so: somebody may have
/// found the sheet.
async fn take_recovery(
    transaction: &mut MySqlConnection,
    member: MemberId,
    code: RecoveryCode,
    now: Moment,
) -> Outcome<bool> {
    let taken = sqlx::query!(
        "update member_recovery_codes set used_at = ?
         where member_id = ? and code_hash = ? and used_at is null",
        now,
        member.0,
        &code.hash()[..],
    )
    .execute(&mut *transaction)
    .await?;
    if taken.rows_affected() == 0 {
        return Ok(false);
    }
    let subject = Subject::Member(member.0);
    note(transaction, now, member, "members.use_recovery_code", subject, &json!({})).await?;
    Ok(true)
}

fn wrong(problem: Problem) -> crate::Fault {
    Refusal::Form(vec![(Field::Code, problem)]).into()
}
