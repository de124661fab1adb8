//! Making a product, and changing one.

use super::changes::{Before, Made, changes};
use super::form::STOCK_MAX;
use super::keep::{keep, tidy};
use super::{ChosenPicture, Developed, Edit, Picture, ProductForm, Saved, Target};
use crate::audit::{self, Subject};
use crate::catalog::ProductId;
use crate::members::{MemberId, require_admin};
use crate::parts::is_passing;
use crate::{Bilingual, Fault, Field, Moment, Outcome, Problem, Refusal, Shop, Won};
use sqlx::MySqlConnection;

/// A deadlock passes; more than this in a row is no accident.
const TRIES_MAX: u32 = 3;

/// Makes a product, or changes the one that the form names.
///
/// The stock is what the form says *counted against what it showed*: orders go on while an owner
/// types, so the difference is applied and nobody's piece is made twice.
///
/// # Errors
/// [`Refusal::NotAllowed`] for others than admins, [`Refusal::NoSuchProduct`], everything that is
/// wrong in the form, [`Refusal::EditedMeanwhile`] if somebody else saved it since the form was
/// shown, [`Refusal::StorageFull`]. Then nothing has changed, and no file is left behind.
pub async fn save(
    shop: &Shop,
    by: MemberId,
    form: &ProductForm,
    pictures: Vec<ChosenPicture>,
) -> Outcome<Saved> {
    require_admin(shop, by).await?;
    let edit = form.parse(pictures)?;
    let mut tries = 1;
    let saved = loop {
        match try_to_save(shop, by, &edit).await {
            Err(Failure::Passing(_)) if tries < TRIES_MAX => tries += 1,
            Err(Failure::Passing(error)) => break Err(error.into()),
            Err(Failure::Final(fault)) => break Err(fault),
            Ok(saved) => break Ok(saved),
        }
    };
    match saved {
        Ok((saved, removed)) => {
            tidy(shop, by, &removed).await;
            Ok(saved)
        }
        Err(fault) => {
            let names: Vec<String> = new_pictures(&edit).map(|new| new.name.clone()).collect();
            tidy(shop, by, &names).await;
            Err(fault)
        }
    }
}

/// Why a try to save came to nothing.
enum Failure {
    /// Another try may do better.
    Passing(sqlx::Error),
    Final(Fault),
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        if error.as_database_error().is_some_and(is_passing) {
            Self::Passing(error)
        } else {
            Self::Final(error.into())
        }
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Final(fault)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Final(refusal.into())
    }
}

/// Everything in one transaction. Gives the names of the pictures that the product shows no more.
async fn try_to_save(
    shop: &Shop,
    by: MemberId,
    edit: &Edit,
) -> Result<(Saved, Vec<String>), Failure> {
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    // The files come first, and with them the wait for a slow store: the product's row, which
    // orders need, is locked for as long as MySQL takes.
    let new: Vec<&Developed> = new_pictures(edit).collect();
    keep(shop, &mut transaction, now, by, &new).await?;
    let category_id = category_id(&mut transaction, edit.category.as_deref()).await?;
    let (saved, before) = match edit.target {
        Target::New => (insert(&mut transaction, now, by, edit, category_id).await?, vec![]),
        Target::Existing { id, version, stock_shown } => {
            let shown = Shown { id, version, stock: stock_shown };
            update(&mut transaction, now, by, edit, category_id, shown).await?
        }
    };
    insert_pictures(&mut transaction, saved.id, &edit.pictures).await?;
    transaction.commit().await?;
    let is_gone = |name: &String| edit.pictures.iter().all(|picture| picture.name() != name);
    Ok((saved, before.into_iter().filter(is_gone).collect()))
}

fn new_pictures(edit: &Edit) -> impl Iterator<Item = &Developed> {
    edit.pictures.iter().filter_map(|picture| match picture {
        Picture::New(developed) => Some(developed),
        Picture::Kept(_) => None,
    })
}

async fn category_id(
    transaction: &mut MySqlConnection,
    slug: Option<&str>,
) -> Result<Option<u16>, Failure> {
    let Some(slug) = slug else { return Ok(None) };
    let none = Refusal::Form(vec![(Field::Category, Problem::NotAChoice)]);
    // A column of ASCII cannot be compared with anything else: MySQL calls that an error.
    if !slug.is_ascii() {
        return Err(none.into());
    }
    let found = sqlx::query_scalar!("select id from categories where slug = ?", slug)
        .fetch_optional(transaction)
        .await?;
    found.map(Some).ok_or(none.into())
}

async fn insert(
    transaction: &mut MySqlConnection,
    now: Moment,
    by: MemberId,
    edit: &Edit,
    category_id: Option<u16>,
) -> Result<Saved, Failure> {
    if edit.pictures.iter().any(|picture| matches!(picture, Picture::Kept(_))) {
        return Err(Refusal::NotUnderstood.into());
    }
    let row = sqlx::query!(
        "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                               price_won, stock, category_id, created_at, created_by, changed_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        edit.name.ko,
        edit.name.en,
        edit.maker.ko,
        edit.maker.en,
        edit.detail.ko,
        edit.detail.en,
        edit.price.0,
        edit.stock,
        category_id,
        now,
        by.0,
        now,
    )
    .execute(&mut *transaction)
    .await?;
    let id = ProductId(row.last_insert_id());
    let made = Made {
        name: &edit.name.ko,
        price_won: edit.price,
        stock: edit.stock,
        pictures: edit.pictures.len(),
    };
    audit::note(transaction, now, by, "catalog.create", Subject::Product(id.0), &made).await?;
    Ok(Saved { id, version: 1, withdrawn_at: None })
}

/// What the form had before it when the owner began to type.
struct Shown {
    id: ProductId,
    version: u32,
    stock: u32,
}

async fn update(
    transaction: &mut MySqlConnection,
    now: Moment,
    by: MemberId,
    edit: &Edit,
    category_id: Option<u16>,
    shown: Shown,
) -> Result<(Saved, Vec<String>), Failure> {
    let id = shown.id;
    let row = sqlx::query!(
        r#"select version, name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                  category_id, price_won, stock, withdrawn_at as "withdrawn_at: Moment"
           from products where id = ? for update"#,
        id.0
    )
    .fetch_optional(&mut *transaction)
    .await?
    .ok_or(Refusal::NoSuchProduct)?;
    if row.version != shown.version {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let before = Before {
        name: Bilingual { ko: row.name_ko, en: row.name_en },
        maker: Bilingual { ko: row.maker_ko, en: row.maker_en },
        detail: Bilingual { ko: row.detail_ko, en: row.detail_en },
        category_id: row.category_id,
        price: Won(row.price_won),
        stock: row.stock,
        pictures: take_pictures(transaction, id).await?,
    };
    let is_its_own = |picture: &Picture| match picture {
        Picture::Kept(name) => before.pictures.contains(name),
        Picture::New(_) => true,
    };
    if !edit.pictures.iter().all(is_its_own) {
        return Err(Refusal::NotUnderstood.into());
    }
    let stock = stock_after(row.stock, shown.stock, edit.stock)?;
    sqlx::query!(
        "update products
         set name_ko = ?, name_en = ?, maker_ko = ?, maker_en = ?, detail_ko = ?, detail_en = ?,
             category_id = ?, price_won = ?, stock = ?, changed_at = ?, version = version + 1
         where id = ?",
        edit.name.ko,
        edit.name.en,
        edit.maker.ko,
        edit.maker.en,
        edit.detail.ko,
        edit.detail.en,
        category_id,
        edit.price.0,
        stock,
        now,
        id.0,
    )
    .execute(&mut *transaction)
    .await?;
    let changed = changes(&before, edit, category_id, stock);
    audit::note(transaction, now, by, "catalog.edit", Subject::Product(id.0), &changed).await?;
    let saved = Saved { id, version: row.version + 1, withdrawn_at: row.withdrawn_at };
    Ok((saved, before.pictures))
}

/// The stock now, and the difference that the owner made to what the form showed.
fn stock_after(now: u32, shown: u32, typed: u32) -> Result<u32, Refusal> {
    let after = i64::from(now) + i64::from(typed) - i64::from(shown);
    u32::try_from(after).map_err(|_| {
        // So many pieces have been sold since that less than this would be less than nothing.
        let min = u64::from(shown.saturating_sub(now));
        Refusal::Form(vec![(Field::Stock, Problem::OutOfRange { min, max: STOCK_MAX })])
    })
}

/// Takes the product's pictures out of its rows, in their order.
async fn take_pictures(
    transaction: &mut MySqlConnection,
    id: ProductId,
) -> Result<Vec<String>, sqlx::Error> {
    let names = sqlx::query_scalar!(
        "select file_name from product_pictures where product_id = ? order by position",
        id.0
    )
    .fetch_all(&mut *transaction)
    .await?;
    sqlx::query!("delete from product_pictures where product_id = ?", id.0)
        .execute(transaction)
        .await?;
    Ok(names)
}

async fn insert_pictures(
    transaction: &mut MySqlConnection,
    id: ProductId,
    pictures: &[Picture],
) -> Result<(), sqlx::Error> {
    for (position, picture) in (1_u8..).zip(pictures) {
        sqlx::query!(
            "insert into product_pictures (product_id, position, file_name) values (?, ?, ?)",
            id.0,
            position,
            picture.name(),
        )
        .execute(&mut *transaction)
        .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sold_meanwhile_stays_sold() {
        assert_eq!(stock_after(7, 10, 10), Ok(7), "the owner did not touch it");
        assert_eq!(stock_after(7, 10, 15), Ok(12), "five more came in");
        assert_eq!(stock_after(12, 10, 0), Ok(2), "two came back");
    }

    #[test]
    fn stock_is_never_less_than_nothing() {
        let out = Problem::OutOfRange { min: 6, max: STOCK_MAX };
        let refused = stock_after(4, 10, 5).expect_err("one too few");
        assert_eq!(refused.problem(Field::Stock), Some(out));
        assert_eq!(stock_after(4, 10, 6), Ok(0));
    }
}
