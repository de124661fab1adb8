//! Where is my order?

use super::TOLD_MAX;
use crate::chat::bot::{BotSays, SaidOrder};
use crate::members::MemberId;
use crate::orders::{self, OrderCard};
use crate::{Outcome, Shop};

/// The member's newest orders.
pub(super) async fn newest(shop: &Shop, member: MemberId) -> Outcome<BotSays> {
    let page = orders::list(shop, member, 1).await?;
    let newest = page.orders.into_iter().take(TOLD_MAX).map(said).collect();
    Ok(BotSays::Orders { newest })
}

fn said(card: OrderCard) -> SaidOrder {
    SaidOrder {
        id: card.standing.id,
        state: card.standing.state,
        placed_at: card.placed_at,
        first_item: card.first_item,
        other_items: card.other_items,
    }
}
