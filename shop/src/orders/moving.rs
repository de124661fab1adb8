//! Moving an order on, and calling it off.

use super::change::{Change, change, lock};
use super::tries::{Stop, in_few_tries};
use super::{OrderId, Standing, State};
use crate::audit::{self, Subject};
use crate::members::{MemberId, line_of_text, require_admin};
use crate::{Field, Outcome, Refusal, Shop};
use serde::Serialize;

/// The column holds as much.
const REASON_CHARS_MAX: u32 = 200;

/// The steps that the shop itself takes with a paid order.
const STEPS: [State; 3] = [State::Preparing, State::Shipped, State::Delivered];

/// What the record says of a step.
#[derive(Serialize)]
struct Note<'a> {
    from: State,
    to: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

/// Moves a paid order on: to preparing, to shipped, to delivered, one after the other. For admins.
///
/// # Errors
/// [`Refusal::NotAllowed`]; [`Refusal::NoSuchOrder`]; [`Refusal::OrderMovedOn`] if that is not
/// its next step.
pub async fn move_on(shop: &Shop, by: MemberId, id: OrderId, to: State) -> Outcome<()> {
    require_admin(shop, by).await?;
    if !STEPS.contains(&to) {
        return Err(Refusal::OrderMovedOn.into());
    }
    in_few_tries(|| change_by_owner(shop, by, id, to, None, "orders.move_on")).await
}

/// Calls off an order that is not shipped yet; stock, coupon and money go back. For admins.
///
/// # Errors
/// [`Refusal::NotAllowed`]; a reason of none or more than 200 characters;
/// [`Refusal::NoSuchOrder`]; [`Refusal::OrderMovedOn`].
pub async fn cancel_by_owner(shop: &Shop, by: MemberId, id: OrderId, reason: &str) -> Outcome<()> {
    require_admin(shop, by).await?;
    let reason = line_of_text(reason, REASON_CHARS_MAX)
        .map_err(|problem| Refusal::Form(vec![(Field::Reason, problem)]))?;
    let (to, reason) = (State::Cancelled, Some(reason.as_str()));
    in_few_tries(|| change_by_owner(shop, by, id, to, reason, "orders.cancel")).await
}

/// Calls off a member's own order that is not shipped yet; stock, coupon and money go back, once.
///
/// # Errors
/// [`Refusal::NoSuchOrder`], for somebody else's as well; [`Refusal::OrderMovedOn`].
pub async fn cancel(shop: &Shop, member: MemberId, id: OrderId) -> Outcome<Standing> {
    in_few_tries(|| try_to_cancel(shop, member, id)).await
}

async fn change_by_owner(
    shop: &Shop,
    by: MemberId,
    id: OrderId,
    to: State,
    reason: Option<&str>,
    action: &'static str,
) -> Result<(), Stop> {
    let mut transaction = shop.mysql.begin().await?;
    let order = lock(&mut transaction, id).await?;
    let at = shop.now();
    change(&mut transaction, &order, &Change { to, at, by: Some(by), reason }).await?;
    let note = Note { from: order.standing.state, to, reason };
    audit::note(&mut transaction, at, by, action, Subject::Order(id.0), &note).await?;
    transaction.commit().await?;
    Ok(())
}

async fn try_to_cancel(shop: &Shop, member: MemberId, id: OrderId) -> Result<Standing, Stop> {
    let mut transaction = shop.mysql.begin().await?;
    let order = lock(&mut transaction, id).await?;
    if order.member != member {
        return Err(Refusal::NoSuchOrder.into());
    }
    let (to, at) = (State::Cancelled, shop.now());
    let by = Some(member);
    let standing = change(&mut transaction, &order, &Change { to, at, by, reason: None }).await?;
    transaction.commit().await?;
    Ok(standing)
}
