//! The owner's list. Each of its four questions has an index that gives the rows in order; they
//! stand in files of their own, so that a test can ask MySQL how it would answer them.

use super::{OwnerLook, OwnerPage, OwnerRow, SearchBy, Standing};
use crate::catalog::{ProductId, picture_address};
use crate::like::beginning_with;
use crate::members::{MemberId, require_admin};
use crate::{Bilingual, Moment, Outcome, Shop, Won};
use std::time::Duration;

/// How many products a page shows.
const ROWS_PER_PAGE: u32 = 20;
/// Nobody turns that many pages, and MySQL would have to.
const PAGE_MAX: u32 = 10_000;
/// Longer than any name: what is over it cannot match.
const WORDS_CHARS_MAX: usize = 100;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A page of all products, withdrawn ones too, newest first.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal) for others than admins.
pub async fn list(shop: &Shop, by: MemberId, look: &OwnerLook) -> Outcome<OwnerPage> {
    require_admin(shop, by).await?;
    let page = look.page.clamp(1, PAGE_MAX);
    let mut ids = ids(shop, look, (page - 1) * ROWS_PER_PAGE).await?;
    let has_more = ids.len() > ROWS_PER_PAGE as usize;
    ids.truncate(ROWS_PER_PAGE as usize);
    Ok(OwnerPage { products: rows(shop, &ids).await?, page, has_more })
}

/// The products of a page, and one more if there is one.
async fn ids(shop: &Shop, look: &OwnerLook, offset: u32) -> Outcome<Vec<u64>> {
    let since = look.since().map_or(Moment::default(), |s| shop.now().minus(DAY * s.days()));
    let standing = look.standing().map(Standing::number);
    let limit = ROWS_PER_PAGE + 1;
    let words = look.words.trim();
    let words = (!words.is_empty()).then(|| beginning_with(words, WORDS_CHARS_MAX));
    let found = match (words, look.by(), standing) {
        (Some(words), SearchBy::Name, standing) => {
            sqlx::query_file_scalar!(
                "src/catalog/owner/list/by_name.sql",
                words,
                words,
                since,
                standing,
                standing,
                limit,
                offset
            )
            .fetch_all(&shop.mysql)
            .await
        }
        (Some(words), SearchBy::Creator, standing) => {
            sqlx::query_file_scalar!(
                "src/catalog/owner/list/by_creator.sql",
                words,
                since,
                standing,
                standing,
                limit,
                offset
            )
            .fetch_all(&shop.mysql)
            .await
        }
        (None, _, Some(standing)) => {
            sqlx::query_file_scalar!(
                "src/catalog/owner/list/in_standing.sql",
                standing,
                since,
                limit,
                offset
            )
            .fetch_all(&shop.mysql)
            .await
        }
        (None, _, None) => {
            sqlx::query_file_scalar!("src/catalog/owner/list/newest.sql", since, limit, offset)
                .fetch_all(&shop.mysql)
                .await
        }
    };
    Ok(found?)
}

async fn rows(shop: &Shop, ids: &[u64]) -> Outcome<Vec<OwnerRow>> {
    let ids = serde_json::to_string(ids).unwrap_or_else(|_| "[]".into());
    let rows = sqlx::query!(
        r#"select p.id, p.name_ko, p.name_en, p.price_won, p.stock, p.sold,
                  p.created_at as "created_at: Moment",
                  p.withdrawn_at is not null as "is_withdrawn!: bool",
                  m.name as "creator?", f.file_name as "picture?"
           from json_table(?, '$[*]' columns (
                    place for ordinality, id bigint unsigned path '$')) wanted
           join products p on p.id = wanted.id
           left join members m on m.id = p.created_by
           left join product_pictures f on f.product_id = p.id and f.position = 1
           order by wanted.place"#,
        ids
    )
    .fetch_all(&shop.mysql)
    .await?;
    let rows = rows.into_iter().map(|row| OwnerRow {
        id: ProductId(row.id),
        name: Bilingual { ko: row.name_ko, en: row.name_en },
        price: Won(row.price_won),
        stock: row.stock,
        sold: row.sold,
        standing: match (row.is_withdrawn, row.stock) {
            (true, _) => Standing::Withdrawn,
            (false, 0) => Standing::SoldOut,
            (false, _) => Standing::OnSale,
        },
        created_at: row.created_at,
        creator: row.creator,
        picture: picture_address(row.picture.as_deref()),
    });
    Ok(rows.collect())
}
