//! Following what MySQL says of the catalogue.

use super::shelf::{Good, Text};
use super::{Category, CategoryId, ProductCard, ProductId, Stock, picture_address};
use crate::{Bilingual, Moment, Outcome, Shop, Won};
use std::time::Duration;

/// Changes are read again this far back each time: most transactions commit at once …
const OVERLAP: Duration = Duration::from_secs(3);
/// … and now and then this far: one that commits late, or a clock that runs behind on another
/// server, must not hide a change for long.
const LONG_OVERLAP: Duration = Duration::from_secs(30);
const LONG_OVERLAP_EVERY: Duration = Duration::from_secs(10);
/// Rows read at once.
const ROWS_MAX: u32 = 5_000;

/// Up to when the changes in MySQL are known.
#[derive(Clone, Copy)]
pub(super) struct Followed {
    at: Moment,
    /// When they were last read with the long overlap.
    far_back_at: Moment,
}

impl Followed {
    /// From when on to read at a moment, and what is known then.
    fn next(self, now: Moment) -> (Moment, Self) {
        if self.far_back_at.plus(LONG_OVERLAP_EVERY) <= now {
            return (self.far_back_at.minus(LONG_OVERLAP), Self { at: now, far_back_at: now });
        }
        (self.at.minus(OVERLAP), Self { at: now, ..self })
    }
}

/// What MySQL knows of a product, as far as lists need it.
struct Row {
    id: u64,
    name_ko: String,
    name_en: String,
    maker_ko: String,
    maker_en: String,
    price_won: u32,
    stock: u32,
    sold: u32,
    category_id: Option<u16>,
    created_at: Moment,
    changed_at: Option<Moment>,
    withdrawn_at: Option<Moment>,
    picture: Option<String>,
}

/// Takes in what has changed since the last time; the first time, and whenever the categories
/// themselves have changed, everything.
///
/// # Errors
/// MySQL is down; what was known stays.
pub async fn follow_changes(shop: &Shop) -> Outcome<()> {
    let mut followed = shop.shelf.followed.lock().await;
    let now = shop.now();
    let categories = read_categories(shop).await?;
    let known = match *followed {
        Some(followed) if *shop.shelf.view().categories() == *categories => {
            let (since, known) = followed.next(now);
            let goods = read_changes(shop, since, &categories).await?;
            shop.shelf.put(goods).await?;
            known
        }
        _ => {
            let goods = read_all(shop, &categories).await?;
            shop.shelf.fill(categories, goods).await?;
            Followed { at: now, far_back_at: now }
        }
    };
    *followed = Some(known);
    Ok(())
}

async fn read_categories(shop: &Shop) -> Outcome<Vec<Category>> {
    let rows =
        sqlx::query!("select id, slug, name_ko, name_en from categories order by position, id")
            .fetch_all(&shop.mysql)
            .await?;
    let categories = rows.into_iter().map(|row| Category {
        id: CategoryId(row.id),
        slug: row.slug,
        name: Bilingual { ko: row.name_ko, en: row.name_en },
    });
    Ok(categories.collect())
}

/// Everything that is not withdrawn, along the primary key.
async fn read_all(shop: &Shop, categories: &[Category]) -> Outcome<Vec<Good>> {
    let (mut goods, mut last_id) = (vec![], 0);
    loop {
        let rows = sqlx::query_as!(
            Row,
            r#"select p.id, p.name_ko, p.name_en, p.maker_ko, p.maker_en, p.price_won, p.stock,
                      p.sold, p.category_id, p.created_at as "created_at: Moment",
                      p.changed_at as "changed_at: Moment",
                      p.withdrawn_at as "withdrawn_at: Moment", f.file_name as "picture?"
               from products p
               left join product_pictures f on f.product_id = p.id and f.position = 1
               where p.id > ? and p.withdrawn_at is null
               order by p.id
               limit ?"#,
            last_id,
            ROWS_MAX,
        )
        .fetch_all(&shop.mysql)
        .await?;
        let Some(last) = rows.last() else { return Ok(goods) };
        last_id = last.id;
        goods.extend(rows.into_iter().map(|row| row.into_good(categories)));
    }
}

/// What changed at that moment or later, withdrawn or not.
async fn read_changes(shop: &Shop, since: Moment, categories: &[Category]) -> Outcome<Vec<Good>> {
    let (mut goods, mut since, mut last_id) = (vec![], since, 0);
    loop {
        // The first condition is the index's; the second one leaves out what was read before.
        let rows = sqlx::query_as!(
            Row,
            r#"select p.id, p.name_ko, p.name_en, p.maker_ko, p.maker_en, p.price_won, p.stock,
                      p.sold, p.category_id, p.created_at as "created_at: Moment",
                      p.changed_at as "changed_at: Moment",
                      p.withdrawn_at as "withdrawn_at: Moment", f.file_name as "picture?"
               from products p
               left join product_pictures f on f.product_id = p.id and f.position = 1
               where p.changed_at >= ? and (p.changed_at > ? or p.id > ?)
               order by p.changed_at, p.id
               limit ?"#,
            since,
            since,
            last_id,
            ROWS_MAX,
        )
        .fetch_all(&shop.mysql)
        .await?;
        let is_last = rows.len() < ROWS_MAX as usize;
        if let Some(last) = rows.last() {
            (since, last_id) = (last.changed_at.unwrap_or(since), last.id);
        }
        goods.extend(rows.into_iter().map(|row| row.into_good(categories)));
        if is_last {
            return Ok(goods);
        }
    }
}

impl Row {
    fn into_good(self, categories: &[Category]) -> Good {
        let name = Bilingual { ko: self.name_ko, en: self.name_en };
        let maker = Bilingual { ko: self.maker_ko, en: self.maker_en };
        let category = self.category_id.map(CategoryId);
        let mut rest = vec![&maker];
        let known = categories.iter().find(|known| Some(known.id) == category);
        rest.extend(known.map(|category| &category.name));
        Good {
            text: Text::new(&name, &rest),
            category,
            in_stock: self.stock > 0,
            sold: self.sold,
            created_at: self.created_at,
            is_shown: self.withdrawn_at.is_none(),
            card: ProductCard {
                id: ProductId(self.id),
                name,
                maker,
                price: Won(self.price_won),
                stock: Stock::of(self.stock),
                picture: picture_address(self.picture.as_deref()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_that_came_late_is_seen_within_ten_seconds() {
        let begun = Moment::from_ms(1_000_000);
        let mut known = Followed { at: begun, far_back_at: begun };
        let mut far_back = vec![];
        for second in 1..=30 {
            let now = begun.plus(Duration::from_secs(second));
            let (since, next) = known.next(now);
            assert!(since <= known.at.minus(OVERLAP), "nothing is left out");
            if since.plus(LONG_OVERLAP) <= now.minus(LONG_OVERLAP_EVERY) {
                far_back.push(second);
            }
            known = next;
        }
        assert_eq!(far_back, [10, 20, 30]);
    }
}
