//! Buying the same again.

use super::{OrderId, Reordered};
use crate::members::MemberId;
use crate::{Bilingual, Outcome, Refusal, Shop};

/// Pieces of one product in a cart at most.
const COUNT_MAX: u32 = 99;

/// Puts what is still sold of an order back into its member's cart: as many pieces as there are,
/// on top of those that lie there.
///
/// # Errors
/// [`Refusal::NoSuchOrder`], for somebody else's as well.
pub async fn reorder(shop: &Shop, member: MemberId, id: OrderId) -> Outcome<Reordered> {
    let lines = sqlx::query!(
        r#"select l.name_ko, l.name_en, p.id as "for_sale?"
           from orders o
           join order_lines l on l.order_id = o.id
           left join products p on p.id = l.product_id and p.stock > 0 and p.withdrawn_at is null
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
    let (sold, gone): (Vec<_>, Vec<_>) = lines.into_iter().partition(|l| l.for_sale.is_some());
    let left_out = gone.into_iter().map(|line| Bilingual { ko: line.name_ko, en: line.name_en });
    if !sold.is_empty() {
        fill_cart(shop, member, id).await?;
    }
    let added = u32::try_from(sold.len()).unwrap_or(u32::MAX);
    Ok(Reordered { added, left_out: left_out.collect() })
}

async fn fill_cart(shop: &Shop, member: MemberId, id: OrderId) -> Outcome<()> {
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let cart = sqlx::query!(
        "insert into carts (member_id, created_at, changed_at) values (?, ?, ?)
         on duplicate key update id = last_insert_id(id), changed_at = ?",
        member.0,
        now,
        now,
        now,
    )
    .execute(&mut *transaction)
    .await?
    .last_insert_id();
    sqlx::query!(
        "insert into cart_lines (cart_id, product_id, count, price_won, added_at)
         select ?, p.id, least(l.count, p.stock, ?), p.price_won, ?
         from order_lines l
         join products p on p.id = l.product_id
         where l.order_id = ? and p.stock > 0 and p.withdrawn_at is null
         on duplicate key update
             count = least(cart_lines.count + least(l.count, p.stock), p.stock, ?),
             price_won = p.price_won, left_out_at = null",
        cart,
        COUNT_MAX,
        now,
        id.0,
        COUNT_MAX,
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(())
}
