//! Paying. The payment is simulated: the card says how it ends.

use super::change::{Change, Locked, change, lock};
use super::tries::{Stop, in_few_tries};
use super::{Card, OrderId, Standing, State};
use crate::members::MemberId;
use crate::{Field, Moment, Outcome, Refusal, Shop};

/// Pays a member's order. One that is paid already is answered as it is, whichever card comes the
/// second time: nobody pays twice.
///
/// # Errors
/// [`Refusal::NoSuchOrder`], for somebody else's as well; [`Refusal::PaymentRefused`], and the
/// order still waits; [`Refusal::OrderMovedOn`] if it was called off, or its time is over.
pub async fn pay(shop: &Shop, member: MemberId, id: OrderId, card: Card) -> Outcome<Standing> {
    in_few_tries(|| try_to_pay(shop, member, id, card)).await
}

/// The same with a card as a form names it.
///
/// # Errors
/// [`Refusal::Form`] if it names none of the cards; as [`pay`].
pub async fn pay_with(shop: &Shop, member: MemberId, id: OrderId, card: &str) -> Outcome<Standing> {
    let card = Card::parse(card).map_err(|problem| Refusal::Form(vec![(Field::Card, problem)]))?;
    pay(shop, member, id, card).await
}

async fn try_to_pay(
    shop: &Shop,
    member: MemberId,
    id: OrderId,
    card: Card,
) -> Result<Standing, Stop> {
    let mut transaction = shop.mysql.begin().await?;
    let order = lock(&mut transaction, id).await?;
    if order.member != member {
        return Err(Refusal::NoSuchOrder.into());
    }
    let at = shop.now();
    match standing_for_payment(&order, at) {
        ForPayment::Paid => return Ok(order.standing),
        ForPayment::Over => return Err(Refusal::OrderMovedOn.into()),
        ForPayment::Waiting => {}
    }
    if card == Card::Refused {
        sqlx::query!("insert into payment_refusals (order_id, refused_at) values (?, ?)", id.0, at)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        return Err(Refusal::PaymentRefused.into());
    }
    let (to, by) = (State::Paid, Some(member));
    let standing = change(&mut transaction, &order, &Change { to, at, by, reason: None }).await?;
    transaction.commit().await?;
    Ok(standing)
}

enum ForPayment {
    Waiting,
    Paid,
    Over,
}

fn standing_for_payment(order: &Locked, now: Moment) -> ForPayment {
    match order.standing.state {
        // The worker that expires it may be late; the time is not.
        State::Placed if now < order.standing.expires_at => ForPayment::Waiting,
        State::Placed | State::Cancelled | State::Expired => ForPayment::Over,
        State::Paid | State::Preparing | State::Shipped | State::Delivered => ForPayment::Paid,
    }
}
