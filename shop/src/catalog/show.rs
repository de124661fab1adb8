//! One product.

use super::shelf::View;
use super::{CategoryId, Product, ProductCard, ProductId, Sort, Stock, picture_address};
use crate::{Bilingual, Outcome, Refusal, Shop, Won};

/// How many other products of its category a product's page shows.
const RELATED_MAX: usize = 8;

/// A product with all its pictures.
///
/// # Errors
/// [`Refusal::NoSuchProduct`].
pub async fn show(shop: &Shop, id: ProductId) -> Outcome<Product> {
    let row = sqlx::query!(
        "select name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en, price_won, stock,
                category_id
         from products where id = ? and withdrawn_at is null",
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
    let view = shop.shelf.view();
    let mut categories = view.categories().iter();
    let category = categories.find(|category| Some(category.id.0) == row.category_id).cloned();
    let related =
        category.as_ref().map_or_else(Vec::new, |category| related(&view, category.id, id));
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
        category,
        related,
    })
}

/// The most bought of the category, without the product itself.
fn related(view: &View, category: CategoryId, id: ProductId) -> Vec<ProductCard> {
    let others = view.cards_of(category, Sort::Popular).filter(|card| card.id != id);
    others.take(RELATED_MAX).cloned().collect()
}
