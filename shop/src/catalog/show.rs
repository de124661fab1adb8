//! One product.

use super::{Product, ProductCard, ProductId, Stock, picture_address};
use crate::{Bilingual, Outcome, Refusal, Shop, Won};

/// A product with all its pictures.
///
/// # Errors
/// [`Refusal::NoSuchProduct`].
pub async fn show(shop: &Shop, id: ProductId) -> Outcome<Product> {
    let row = sqlx::query!(
        "select name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en, price_won, stock
         from products where id = ?",
        id.0
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NoSuchProduct)?;
    let files = sqlx::query_scalar!(
        "select file_name from product_pictures where product_id = ? order by position",
        id.0
    )
    .fetch_all(&shop.mysql)
    .await?;
    let pictures: Vec<String> = files.iter().map(|name| picture_address(Some(name))).collect();
    Ok(Product {
        card: ProductCard {
            id,
            name: Bilingual { ko: row.name_ko, en: row.name_en },
            maker: Bilingual { ko: row.maker_ko, en: row.maker_en },
            price: Won(row.price_won),
            stock: Stock::of(row.stock),
            picture: pictures.first().cloned().unwrap_or_else(|| picture_address(None)),
        },
        detail: Bilingual { ko: row.detail_ko, en: row.detail_en },
        pictures,
    })
}
