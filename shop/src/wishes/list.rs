//! What a member wished for.

use super::{WISHES_PER_PAGE, Wish, WishPage};
use crate::catalog::{ProductCard, ProductId, Stock, picture_address};
use crate::members::MemberId;
use crate::{Bilingual, Moment, Outcome, Shop, Won};

/// Nobody turns that many pages, and MySQL would have to.
const PAGE_MAX: u32 = 10_000;

/// A page, from 1, of a member's wishes, the newest first. A page past the end is the last one.
pub async fn list(shop: &Shop, member: MemberId, page: u32) -> Outcome<WishPage> {
    let total = sqlx::query_scalar!("select count(*) from wishes where member_id = ?", member.0)
        .fetch_one(&shop.mysql)
        .await?;
    let total = u64::try_from(total).unwrap_or(0);
    let last_page = u32::try_from(total.div_ceil(u64::from(WISHES_PER_PAGE))).unwrap_or(PAGE_MAX);
    let last_page = last_page.clamp(1, PAGE_MAX);
    let page = page.clamp(1, last_page);
    let rows = sqlx::query!(
        r#"select p.id, p.name_ko, p.name_en, p.maker_ko, p.maker_en, p.price_won, p.stock,
                  p.withdrawn_at as "withdrawn_at: Moment", f.file_name as "picture?"
           from wishes w
           join products p on p.id = w.product_id
           left join product_pictures f on f.product_id = p.id and f.position = 1
           where w.member_id = ?
           order by w.wished_at desc, w.product_id desc
           limit ? offset ?"#,
        member.0,
        WISHES_PER_PAGE,
        (page - 1) * WISHES_PER_PAGE,
    )
    .fetch_all(&shop.mysql)
    .await?;
    let wishes = rows
        .into_iter()
        .map(|row| Wish {
            is_gone: row.withdrawn_at.is_some(),
            card: ProductCard {
                id: ProductId(row.id),
                name: Bilingual { ko: row.name_ko, en: row.name_en },
                maker: Bilingual { ko: row.maker_ko, en: row.maker_en },
                price: Won(row.price_won),
                stock: Stock::of(row.stock),
                picture: picture_address(row.picture.as_deref()),
            },
        })
        .collect();
    Ok(WishPage { wishes, total, page, last_page })
}

/// Whether a product is on a member's list.
pub async fn has(shop: &Shop, member: MemberId, product: ProductId) -> Outcome<bool> {
    let wish = sqlx::query_scalar!(
        "select product_id from wishes where member_id = ? and product_id = ?",
        member.0,
        product.0
    )
    .fetch_optional(&shop.mysql)
    .await?;
    Ok(wish.is_some())
}
