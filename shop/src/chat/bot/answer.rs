//! What the bot knows about a topic.

mod coupons;
mod drops;
mod orders;

use super::{BotSays, Topic};
use crate::members::MemberId;
use crate::orders::{DELIVERY_FEE, FREE_DELIVERY_FROM, State};
use crate::{Outcome, Shop};

/// How many of a kind are told: the rest is behind the link.
const TOLD_MAX: usize = 3;

/// The facts about a topic for a shopper; a visitor is nobody. Nothing where a person has to say
/// them.
///
/// # Errors
/// MySQL is down.
pub(super) async fn answer(
    shop: &Shop,
    shopper: Option<MemberId>,
    topic: Topic,
) -> Outcome<Option<BotSays>> {
    Ok(Some(match (topic, shopper) {
        (Topic::Greeting, _) => BotSays::Hello,
        (Topic::Thanks, _) => BotSays::Welcome,
        (Topic::Myself, _) => BotSays::Myself,
        (Topic::Orders, Some(member)) => orders::newest(shop, member).await?,
        (Topic::Coupons, Some(member)) => coupons::free(shop, member).await?,
        (Topic::Orders | Topic::Coupons, None) => BotSays::LogInFirst,
        (Topic::Drops, shopper) => drops::open_or_next(shop, shopper).await?,
        (Topic::Delivery, _) => delivery(),
        (Topic::Cancelling, _) => cancelling(),
        (Topic::Hours, _) => hours(shop),
        (Topic::Counsellor, _) => return Ok(None),
    }))
}

fn delivery() -> BotSays {
    BotSays::Delivery { fee: DELIVERY_FEE, free_from: FREE_DELIVERY_FROM }
}

fn cancelling() -> BotSays {
    let may_be = |state: &State| state.may_become(State::Cancelled);
    BotSays::Cancelling { while_in: State::ALL.into_iter().filter(may_be).collect() }
}

fn hours(shop: &Shop) -> BotSays {
    let hours = shop.counsel.hours.clone();
    BotSays::Hours { opens_at: hours.next_opening(shop.now()), hours }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_can_be_called_off_until_it_is_shipped() {
        let while_in = vec![State::Placed, State::Paid, State::Preparing];
        assert_eq!(cancelling(), BotSays::Cancelling { while_in });
    }
}
