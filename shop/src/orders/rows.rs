//! Between the rows of an order and what is told of it.

use super::{OrderId, Standing, State};
use crate::members::MemberId;
use crate::{CouponProblem, Fault, Moment, Outcome, Refusal, Shop, Won, drops::Terms};

/// A state as a row holds it.
pub(super) fn state_of(word: &str) -> Outcome<State> {
    word.parse().map_err(|error| Fault::Broken(format!("orders.state {word:?}: {error}")))
}

/// Where a member's order stands. Somebody else's is as none.
pub(super) async fn standing_of(shop: &Shop, member: MemberId, id: OrderId) -> Outcome<Standing> {
    let row = sqlx::query!(
        r#"select state, total_won, expires_at as "expires_at: Moment"
           from orders where id = ? and member_id = ?"#,
        id.0,
        member.0,
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NoSuchOrder)?;
    Ok(Standing {
        id,
        state: state_of(&row.state)?,
        total: Won(row.total_won),
        expires_at: row.expires_at,
    })
}

/// Why a coupon cannot be spent on goods of this price now.
pub(super) fn coupon_problem(
    terms: &Terms,
    expires_at: Moment,
    is_spent: bool,
    goods: Won,
    now: Moment,
) -> Option<CouponProblem> {
    if is_spent {
        Some(CouponProblem::Spent)
    } else if now >= expires_at {
        Some(CouponProblem::Expired)
    } else if goods < terms.minimum_spend {
        Some(CouponProblem::NotEnough { minimum: terms.minimum_spend })
    } else {
        None
    }
}
