//! The owner's form of a product, as its parts come in: `name=value`, a part a line.

use shop::catalog::owner::{ChosenPicture, PICTURES_MAX, ProductForm};

const NAME_CHARS_MAX: usize = 100;
const MAKER_CHARS_MAX: usize = 50;
const DETAIL_CHARS_MAX: usize = 2_000;
/// Stands for the end of a line within a value.
const LINE_END: char = '|';

/// Whatever the parts are called and hold, they make a product that a shop can have, or are refused.
pub fn product_form(text: &str) {
    let mut form = ProductForm::default();
    let mut pictures = Vec::new();
    for part in text.split('\n') {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let value = value.replace(LINE_END, "\n");
        if name == "picture" {
            pictures.push(ChosenPicture::Kept(value));
        } else if let Some(text) = form.text(name) {
            *text = value;
        }
    }
    let sent = pictures.len();
    match form.parse(pictures) {
        Ok(edit) => {
            assert!((1..=PICTURES_MAX.min(sent)).contains(&edit.pictures.len()));
            assert!((1..=100_000_000).contains(&edit.price.0) && edit.stock <= 1_000_000);
            let texts = [
                (edit.name, NAME_CHARS_MAX, false),
                (edit.maker, MAKER_CHARS_MAX, false),
                (edit.detail, DETAIL_CHARS_MAX, true),
            ];
            for (text, max, has_lines) in texts {
                for text in [text.ko, text.en] {
                    assert!((1..=max).contains(&text.chars().count()), "{text:?}");
                    let may_be = |c: char| !c.is_control() || (has_lines && c == '\n');
                    assert!(text.chars().all(may_be), "{text:?}");
                }
            }
        }
        Err(refusal) => assert!([400, 422].contains(&refusal.status()), "{refusal:?}"),
    }
}
