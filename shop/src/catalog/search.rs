//! Finding products.

use super::{CatalogPage, PRODUCTS_PER_PAGE, ProductCard, ProductId, Stock, picture_address};
use crate::{Bilingual, Outcome, Shop, Won};

/// Longer than any name: what is over it cannot match.
const WORDS_CHARS_MAX: usize = 100;
/// Nobody turns that many pages, and MySQL would have to.
const PAGE_MAX: u32 = 10_000;

/// A page, from 1, of the products whose name or maker holds the words, newest first. A page
/// past the end is the last one.
pub async fn search(shop: &Shop, words: &str, page: u32) -> Outcome<CatalogPage> {
    let pattern = like_pattern(words);
    let total = sqlx::query_scalar!(
        "select count(*) from products
         where name_ko like ? or name_en like ? or maker_ko like ? or maker_en like ?",
        pattern,
        pattern,
        pattern,
        pattern,
    )
    .fetch_one(&shop.mysql)
    .await?;
    let total = u64::try_from(total).unwrap_or(0);
    let last_page = u32::try_from(total.div_ceil(u64::from(PRODUCTS_PER_PAGE))).unwrap_or(PAGE_MAX);
    let last_page = last_page.clamp(1, PAGE_MAX);
    let page = page.clamp(1, last_page);
    let rows = sqlx::query!(
        r#"select p.id, p.name_ko, p.name_en, p.maker_ko, p.maker_en, p.price_won, p.stock,
                  f.file_name as "picture?"
           from products p
           left join product_pictures f on f.product_id = p.id and f.position = 1
           where p.name_ko like ? or p.name_en like ? or p.maker_ko like ? or p.maker_en like ?
           order by p.created_at desc, p.id desc
           limit ? offset ?"#,
        pattern,
        pattern,
        pattern,
        pattern,
        PRODUCTS_PER_PAGE,
        (page - 1) * PRODUCTS_PER_PAGE,
    )
    .fetch_all(&shop.mysql)
    .await?;
    let products = rows
        .into_iter()
        .map(|row| ProductCard {
            id: ProductId(row.id),
            name: Bilingual { ko: row.name_ko, en: row.name_en },
            maker: Bilingual { ko: row.maker_ko, en: row.maker_en },
            price: Won(row.price_won),
            stock: Stock::of(row.stock),
            picture: picture_address(row.picture.as_deref()),
        })
        .collect();
    Ok(CatalogPage { products, total, page, last_page })
}

/// `LIKE`'s pattern for a text that holds the words, with its wild cards taken literally.
fn like_pattern(words: &str) -> String {
    let mut pattern = String::from("%");
    for character in words.trim().chars().take(WORDS_CHARS_MAX) {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::like_pattern;

    #[test]
    fn wild_cards_are_letters() {
        assert_eq!(like_pattern(" 50%_\\ "), "%50\\%\\_\\\\%");
        assert_eq!(like_pattern(""), "%%");
        assert_eq!(like_pattern(&"가".repeat(500)).chars().count(), 102);
    }
}
