//! A new product as its form sends it, without a picture.

use reqwest::multipart::Form;

/// The form.
pub fn new_product() -> Form {
    [
        ("name_ko", "도자기 컵"),
        ("name_en", "Cup"),
        ("maker_ko", "하루결"),
        ("maker_en", "Harugyeol"),
        ("detail_ko", "설명이에요."),
        ("detail_en", "Details."),
        ("category", ""),
        ("price", "10000"),
        ("stock", "5"),
    ]
    .into_iter()
    .fold(Form::new(), |form, (name, value)| form.text(name, value))
}
