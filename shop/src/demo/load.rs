//! Puts the demo into an empty shop. Run again, it adds only what is missing, so that there is
//! always a drop that is open and one that opens in two minutes.

use super::picture::{View, draw};
use super::products::{self, DemoProduct, SHELVES};
use crate::drops::{Claim, Discount, NewDrop, Stage, Terms, decide, insert, list};
use crate::members::{self, Device, MemberId, Role, SignUpForm};
use crate::{Fault, Language, Outcome, Refusal, Shop, Won};
use std::collections::HashMap;
use std::time::Duration;

const ADMIN: &str = "admin@seonchak.kr";
const SHOPPERS: [&str; 3] = ["jiwoo@seonchak.kr", "minseo@seonchak.kr", "haneul@seonchak.kr"];
const PASSWORD: &str = "seonchak-demo";

const OPENS_IN: Duration = Duration::from_secs(2 * 60);
const STAYS_OPEN: Duration = Duration::from_secs(3 * 24 * 60 * 60);
/// Products are as old as their place in the list, so that "newest first" is the same everywhere.
const BETWEEN_PRODUCTS: Duration = Duration::from_secs(60 * 60);

/// Fills the shop and draws the pictures. Gives what to tell the person at the terminal.
///
/// # Errors
/// MySQL is down, or there is no room for the pictures.
pub async fn load(shop: &Shop) -> Outcome<String> {
    let admin = member(shop, "선착 관리자", ADMIN).await?;
    members::grant(shop, ADMIN, Role::Admin, "demo").await?;
    let mut shoppers = Vec::new();
    for (name, email) in ["김지우", "이민서", "박하늘"].into_iter().zip(SHOPPERS) {
        shoppers.push(member(shop, name, email).await?);
    }
    load_products(shop, admin).await?;
    load_drops(shop, admin, &shoppers).await?;
    Ok(format!(
        "Demo accounts, password {PASSWORD}:\n  {ADMIN} (admin)\n  {}",
        SHOPPERS.join("\n  ")
    ))
}

/// The member with this address; signed up if need be.
async fn member(shop: &Shop, name: &str, email: &str) -> Outcome<MemberId> {
    let form = SignUpForm {
        name: name.into(),
        email: email.into(),
        password: PASSWORD.into(),
        address: "서울특별시 중구 세종대로 110".into(),
    };
    let is_there =
        |refusal: &Refusal| refusal.problem(crate::Field::Email) == Some(crate::Problem::Taken);
    match members::sign_up(shop, &form, Language::Ko, Device::default()).await {
        Ok(_) => {}
        Err(Fault::Refused(refusal)) if is_there(&refusal) => {}
        Err(fault) => return Err(fault),
    }
    let id = sqlx::query_scalar!("select id from members where email = ?", email)
        .fetch_one(&shop.mysql)
        .await?;
    // Nobody reads mail there, and none is to be sent.
    sqlx::query!(
        "insert ignore into confirmed_emails (member_id, email, confirmed_at) values (?, ?, ?)",
        id,
        email,
        shop.now(),
    )
    .execute(&shop.mysql)
    .await?;
    Ok(MemberId(id))
}

async fn load_products(shop: &Shop, admin: MemberId) -> Outcome<()> {
    let there = sqlx::query_scalar!("select count(*) from products").fetch_one(&shop.mysql).await?;
    if there > 0 {
        return Ok(());
    }
    let categories = load_categories(shop).await?;
    for (index, (shelf, product)) in products::on_shelves().iter().enumerate() {
        let category = categories.get(shelf.slug).copied();
        load_product(shop, admin, index, product, category).await?;
    }
    Ok(())
}

/// The numbers of the categories by their slugs; what is missing is added.
async fn load_categories(shop: &Shop) -> Outcome<HashMap<String, u16>> {
    for shelf in &SHELVES {
        let added = sqlx::query!(
            "insert into categories (slug, name_ko, name_en, position) values (?, ?, ?, ?)",
            shelf.slug,
            shelf.name_ko,
            shelf.name_en,
            shelf.position,
        )
        .execute(&shop.mysql)
        .await;
        match added {
            Err(error) if !error.as_database_error().is_some_and(|e| e.is_unique_violation()) => {
                return Err(error.into());
            }
            _ => {}
        }
    }
    let rows = sqlx::query!("select slug, id from categories").fetch_all(&shop.mysql).await?;
    Ok(rows.into_iter().map(|row| (row.slug, row.id)).collect())
}

async fn load_product(
    shop: &Shop,
    admin: MemberId,
    index: usize,
    product: &DemoProduct,
    category: Option<u16>,
) -> Outcome<()> {
    let now = shop.now();
    let age = BETWEEN_PRODUCTS * u32::try_from(index).unwrap_or(u32::MAX);
    let mut transaction = shop.mysql.begin().await?;
    let row = sqlx::query!(
        "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                               price_won, stock, category_id, created_at, changed_at, created_by)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        product.name_ko,
        product.name_en,
        product.maker_ko,
        product.maker_en,
        product.detail_ko,
        product.detail_en,
        product.price_won,
        product.stock,
        category,
        now.minus(age),
        now,
        admin.0,
    )
    .execute(&mut *transaction)
    .await?;
    for (position, view) in (1_u8..).zip([View::Front, View::Detail, View::Set]) {
        let picture = draw(product, index, view);
        let hash = blake3::hash(picture.as_bytes()).to_hex();
        let file_name = format!("{}.svg", &hash[..24]);
        shop.media.put(&file_name, picture.into()).await?;
        sqlx::query!(
            "insert into product_pictures (product_id, position, file_name) values (?, ?, ?)",
            row.last_insert_id(),
            position,
            file_name,
        )
        .execute(&mut *transaction)
        .await?;
    }
    transaction.commit().await?;
    Ok(())
}

async fn load_drops(shop: &Shop, admin: MemberId, shoppers: &[MemberId]) -> Outcome<()> {
    let known = list(shop).await?;
    let none_is = |stage| !known.drops.iter().any(|drop| drop.stage(known.now) == stage);
    let fixed = |won, minimum| Terms {
        discount: Discount::Fixed(Won(won)),
        minimum_spend: Won(minimum),
        valid_days: 14,
    };
    let percent = Terms {
        discount: Discount::Percent { percent: 30, cap: Won(20_000) },
        minimum_spend: Won(30_000),
        valid_days: 14,
    };
    if none_is(Stage::SoldOut) {
        let quota = u32::try_from(shoppers.len()).unwrap_or(1);
        let new = drop(shop, "첫 손님 감사 쿠폰", quota, Duration::ZERO, fixed(3_000, 0), None);
        let id = insert(shop, admin, &new).await?;
        let claims: Vec<Claim> = (1..)
            .zip(shoppers)
            .map(|(ticket, member)| Claim { ticket: Some(ticket), member: *member })
            .collect();
        decide(shop, id, &claims).await?;
    }
    if none_is(Stage::Open) {
        // Slow enough that one person alone at a terminal sees a line move.
        let new = drop(
            shop,
            "겨울 보습 1만원 쿠폰",
            10_000,
            Duration::ZERO,
            fixed(10_000, 50_000),
            Some(30),
        );
        insert(shop, admin, &new).await?;
    }
    if none_is(Stage::Upcoming) {
        let new = drop(shop, "한밤의 리빙 30% 쿠폰", 500, OPENS_IN, percent, None);
        insert(shop, admin, &new).await?;
    }
    Ok(())
}

fn drop(
    shop: &Shop,
    name: &str,
    quota: u32,
    opens_in: Duration,
    terms: Terms,
    rate_per_s: Option<u32>,
) -> NewDrop {
    let opens_at = shop.now().plus(opens_in);
    let closes_at = opens_at.plus(STAYS_OPEN);
    NewDrop { name: name.into(), quota, opens_at, closes_at, terms, rate_per_s }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::{Email, NewPassword};

    #[test]
    fn the_accounts_are_ones_that_a_person_could_make() {
        assert!(NewPassword::parse(PASSWORD, &SHOPPERS).is_ok());
        assert!(SHOPPERS.iter().chain([&ADMIN]).all(|email| Email::parse(email).is_ok()));
    }
}
