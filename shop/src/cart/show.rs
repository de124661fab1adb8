//! Looking at a cart.

use super::changed::{Asked, Offered, what_changed};
use super::{Cart, CartOwner, Line, rows};
use crate::catalog::{ProductCard, ProductId, Stock, picture_address};
use crate::{Bilingual, Moment, Outcome, Shop, Won};

/// The owner's cart, each line with what changed about it. Nobody's, and one of which the shop
/// knows nothing, is empty.
pub async fn show(shop: &Shop, owner: Option<&CartOwner>) -> Outcome<Cart> {
    let Some(owner) = owner else {
        return Ok(Cart::default());
    };
    let Some(cart) = rows::find(&shop.mysql, owner).await? else {
        return Ok(Cart::default());
    };
    let rows = sqlx::query!(
        r#"select l.product_id, l.count, l.price_won as seen_won,
                  l.left_out_at as "left_out_at: Moment",
                  p.name_ko, p.name_en, p.maker_ko, p.maker_en, p.price_won, p.stock,
                  p.withdrawn_at as "withdrawn_at: Moment", f.file_name as "picture?"
           from cart_lines l
           join products p on p.id = l.product_id
           left join product_pictures f on f.product_id = p.id and f.position = 1
           where l.cart_id = ?
           order by l.added_at desc, l.product_id desc"#,
        cart.0
    )
    .fetch_all(&shop.mysql)
    .await?;
    let lines = rows.into_iter().map(|row| {
        let asked = Asked { count: row.count, seen: Won(row.seen_won) };
        let is_gone = row.withdrawn_at.is_some();
        let offered = Offered { price: Won(row.price_won), pieces: row.stock, is_gone };
        Line {
            card: ProductCard {
                id: ProductId(row.product_id),
                name: Bilingual { ko: row.name_ko, en: row.name_en },
                maker: Bilingual { ko: row.maker_ko, en: row.maker_en },
                price: Won(row.price_won),
                stock: Stock::of(row.stock),
                picture: picture_address(row.picture.as_deref()),
            },
            count: row.count,
            is_chosen: row.left_out_at.is_none(),
            problems: what_changed(asked, offered),
        }
    });
    Ok(Cart::of(lines.collect()))
}

/// How many pieces the owner's cart holds, those left out of the next order included: a number
/// in the header means "what is in there". One query, by the owner's unique key.
pub async fn count(shop: &Shop, owner: Option<&CartOwner>) -> Outcome<u32> {
    let pieces = match owner {
        None => return Ok(0),
        Some(CartOwner::Member(id)) => {
            sqlx::query_scalar!(
                r#"select cast(coalesce(sum(l.count), 0) as unsigned) as "pieces!: u64"
                   from carts c join cart_lines l on l.cart_id = c.id where c.member_id = ?"#,
                id.0
            )
            .fetch_one(&shop.mysql)
            .await?
        }
        Some(CartOwner::Visitor(key)) => {
            sqlx::query_scalar!(
                r#"select cast(coalesce(sum(l.count), 0) as unsigned) as "pieces!: u64"
                   from carts c join cart_lines l on l.cart_id = c.id where c.visitor_hash = ?"#,
                &key.hash()[..]
            )
            .fetch_one(&shop.mysql)
            .await?
        }
    };
    Ok(u32::try_from(pieces).unwrap_or(u32::MAX))
}
