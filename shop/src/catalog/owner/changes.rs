//! What an edit changes, for the record.

use super::Edit;
use crate::{Bilingual, Won};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// A product as it was before an edit.
pub(super) struct Before {
    pub name: Bilingual,
    pub maker: Bilingual,
    pub detail: Bilingual,
    pub category_id: Option<u16>,
    pub price: Won,
    pub stock: u32,
    pub pictures: Vec<String>,
}

/// Each field that changed, before and after; of long texts only that they changed.
pub(super) fn changes(
    before: &Before,
    after: &Edit,
    category_id: Option<u16>,
    stock: u32,
) -> Map<String, Value> {
    let mut found = Map::new();
    let mut note = |field: &str, before: Value, after: Value| {
        if before != after {
            found.insert(field.to_owned(), json!([before, after]));
        }
    };
    note("name_ko", json!(before.name.ko), json!(after.name.ko));
    note("name_en", json!(before.name.en), json!(after.name.en));
    note("maker_ko", json!(before.maker.ko), json!(after.maker.ko));
    note("maker_en", json!(before.maker.en), json!(after.maker.en));
    note("category_id", json!(before.category_id), json!(category_id));
    note("price_won", json!(before.price), json!(after.price));
    note("stock", json!(before.stock), json!(stock));
    let names: Vec<&str> = after.pictures.iter().map(|picture| picture.name()).collect();
    note("pictures", json!(before.pictures), json!(names));
    if before.detail != after.detail {
        found.insert("detail".to_owned(), json!("changed"));
    }
    found
}

/// What the record says of a new product.
#[derive(Serialize)]
pub(super) struct Made<'a> {
    pub name: &'a str,
    pub price_won: Won,
    pub stock: u32,
    pub pictures: usize,
}
