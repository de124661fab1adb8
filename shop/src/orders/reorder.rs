//! Buying the same again.

use super::{OrderId, Reordered};
use crate::cart::{self, COUNT_MAX, CartOwner};
use crate::catalog::ProductId;
use crate::members::MemberId;
use crate::{Bilingual, Fault, Outcome, Refusal, Shop};

/// Puts what is still sold of an order back into its member's cart: on top of what lies there, and
/// as many pieces as the shop has.
///
/// # Errors
/// [`Refusal::NoSuchOrder`], for somebody else's as well.
pub async fn reorder(shop: &Shop, member: MemberId, id: OrderId) -> Outcome<Reordered> {
    let lines = sqlx::query!(
        r#"select l.product_id, l.name_ko, l.name_en, l.count, p.stock as "stock?",
                  h.count as "held?"
           from orders o
           join order_lines l on l.order_id = o.id
           left join products p on p.id = l.product_id and p.withdrawn_at is null
           left join carts c on c.member_id = o.member_id
           left join cart_lines h on h.cart_id = c.id and h.product_id = l.product_id
           where o.id = ? and o.member_id = ?
           order by l.position"#,
        id.0,
        member.0,
    )
    .fetch_all(&shop.mysql)
    .await?;
    if lines.is_empty() {
        return Err(Refusal::NoSuchOrder.into());
    }
    let owner = CartOwner::Member(member);
    let mut again = Reordered { added: 0, left_out: vec![] };
    for line in lines {
        let held = line.held.unwrap_or(0);
        let most = u16::try_from(line.stock.unwrap_or(0)).unwrap_or(COUNT_MAX).min(COUNT_MAX);
        let count = line.count.min(most.saturating_sub(held));
        let product = ProductId(line.product_id);
        let lies_there = if count == 0 {
            // All that there is lies in the cart already.
            held > 0 && most > 0
        } else {
            is_added(cart::add(shop, Some(&owner), product, &count.to_string()).await)?
        };
        if lies_there {
            again.added += 1;
        } else {
            again.left_out.push(Bilingual { ko: line.name_ko, en: line.name_en });
        }
    }
    Ok(again)
}

/// What the cart refuses (sold out meanwhile, or one product too many) is left out.
fn is_added<T>(outcome: Outcome<T>) -> Outcome<bool> {
    match outcome {
        Ok(_) => Ok(true),
        Err(Fault::Refused(_)) => Ok(false),
        Err(fault) => Err(fault),
    }
}
