//! One product, for the form that changes it.

use super::{CategoryChoice, OwnerPicture, OwnerProduct, Workbench};
use crate::catalog::{ProductId, picture_address};
use crate::members::{MemberId, require_admin};
use crate::{Bilingual, Moment, Outcome, Refusal, Shop, Won};

/// What the form needs: the product, if it is there already, and the categories.
///
/// # Errors
/// [`Refusal::NotAllowed`] for others than admins, [`Refusal::NoSuchProduct`].
pub async fn show(shop: &Shop, by: MemberId, id: Option<ProductId>) -> Outcome<Workbench> {
    require_admin(shop, by).await?;
    let product = match id {
        Some(id) => Some(product(shop, id).await?),
        None => None,
    };
    Ok(Workbench { product, categories: categories(shop).await? })
}

async fn product(shop: &Shop, id: ProductId) -> Outcome<OwnerProduct> {
    let row = sqlx::query!(
        r#"select p.version, p.name_ko, p.name_en, p.maker_ko, p.maker_en, p.detail_ko,
                  p.detail_en, p.price_won, p.stock, c.slug as "category?",
                  p.withdrawn_at as "withdrawn_at: Moment"
           from products p left join categories c on c.id = p.category_id
           where p.id = ?"#,
        id.0
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NoSuchProduct)?;
    let names = sqlx::query_scalar!(
        "select file_name from product_pictures where product_id = ? order by position",
        id.0
    )
    .fetch_all(&shop.mysql)
    .await?;
    let pictures = names.into_iter().map(|name| {
        let address = picture_address(Some(&name));
        OwnerPicture { name, address }
    });
    Ok(OwnerProduct {
        id,
        version: row.version,
        name: Bilingual { ko: row.name_ko, en: row.name_en },
        maker: Bilingual { ko: row.maker_ko, en: row.maker_en },
        detail: Bilingual { ko: row.detail_ko, en: row.detail_en },
        category: row.category,
        price: Won(row.price_won),
        stock: row.stock,
        pictures: pictures.collect(),
        withdrawn_at: row.withdrawn_at,
    })
}

async fn categories(shop: &Shop) -> Outcome<Vec<CategoryChoice>> {
    let rows = sqlx::query!("select slug, name_ko, name_en from categories order by position, id")
        .fetch_all(&shop.mysql)
        .await?;
    let choices = rows.into_iter().map(|row| CategoryChoice {
        slug: row.slug,
        name: Bilingual { ko: row.name_ko, en: row.name_en },
    });
    Ok(choices.collect())
}
