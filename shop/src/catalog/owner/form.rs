//! The form that makes a product or changes one.

use super::{Developed, Edit, PICTURES_MAX, Picture, Target};
use crate::catalog::ProductId;
use crate::members::line_of_text;
use crate::refusal::Problems;
use crate::typed::number;
use crate::{Bilingual, Field, Problem, Refusal, Won};

const NAME_CHARS_MAX: u32 = 100;
const MAKER_CHARS_MAX: u32 = 50;
const DETAIL_CHARS_MAX: u32 = 2_000;
const PRICE_WON_MAX: u64 = 100_000_000;
/// As much as the form takes at once; orders called off may bring back more.
pub(super) const STOCK_MAX: u64 = 1_000_000;

/// What the form sends: texts as they were typed, parsed by [`ProductForm::parse`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductForm {
    /// The product's number; empty for a new one.
    pub product_id: String,
    /// The version that was changed; for a new product, nothing.
    pub version: String,
    /// The stock that the form showed; for a new product, nothing.
    pub stock_shown: String,
    /// 1 to 100 characters.
    pub name_ko: String,
    /// 1 to 100 characters.
    pub name_en: String,
    /// 1 to 50 characters.
    pub maker_ko: String,
    /// 1 to 50 characters.
    pub maker_en: String,
    /// The slug of a category; empty for none.
    pub category: String,
    /// Won, 1 to 100,000,000.
    pub price: String,
    /// Pieces, 0 to 1,000,000.
    pub stock: String,
    /// 1 to 2,000 characters, in as many lines.
    pub detail_ko: String,
    /// 1 to 2,000 characters, in as many lines.
    pub detail_en: String,
    /// `forward-2`, `back-2`, `remove-2`: what a browser without JavaScript does to a picture, by
    /// its position, while saving.
    pub arrange: String,
}

/// A picture of the form, in its place.
#[derive(Clone, Debug)]
pub enum ChosenPicture {
    /// One that the product has, by its name.
    Kept(String),
    /// A new one, or what is wrong with it.
    New(Result<Developed, Problem>),
}

impl ProductForm {
    /// The text that a part of the form with this name goes into.
    pub fn text(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "product_id" => &mut self.product_id,
            "version" => &mut self.version,
            "stock_shown" => &mut self.stock_shown,
            "name_ko" => &mut self.name_ko,
            "name_en" => &mut self.name_en,
            "maker_ko" => &mut self.maker_ko,
            "maker_en" => &mut self.maker_en,
            "category" => &mut self.category,
            "price" => &mut self.price,
            "stock" => &mut self.stock,
            "detail_ko" => &mut self.detail_ko,
            "detail_en" => &mut self.detail_en,
            "arrange" => &mut self.arrange,
            _ => return None,
        })
    }

    /// Reads the form.
    ///
    /// # Errors
    /// Everything that is wrong with it, field by field; [`Refusal::NotUnderstood`] for numbers that
    /// nobody types.
    pub fn parse(&self, pictures: Vec<ChosenPicture>) -> Result<Edit, Refusal> {
        let target = self.target()?;
        let mut problems = Problems::default();
        let mut texts = |ko: (Field, Result<String, Problem>), en: (Field, Result<_, _>)| {
            (problems.take(ko.0, ko.1), problems.take(en.0, en.1))
        };
        let name = texts(
            (Field::NameKo, line_of_text(&self.name_ko, NAME_CHARS_MAX)),
            (Field::NameEn, line_of_text(&self.name_en, NAME_CHARS_MAX)),
        );
        let maker = texts(
            (Field::MakerKo, line_of_text(&self.maker_ko, MAKER_CHARS_MAX)),
            (Field::MakerEn, line_of_text(&self.maker_en, MAKER_CHARS_MAX)),
        );
        let detail = texts(
            (Field::DetailKo, lines(&self.detail_ko)),
            (Field::DetailEn, lines(&self.detail_en)),
        );
        let price = problems.take(Field::Price, number(&self.price, 1, PRICE_WON_MAX));
        let stock = problems.take(Field::Stock, number(&self.stock, 0, STOCK_MAX));
        let pictures = self.pictures(pictures, &mut problems);
        match (name, maker, detail, price, stock) {
            (
                (Some(name_ko), Some(name_en)),
                (Some(maker_ko), Some(maker_en)),
                (Some(detail_ko), Some(detail_en)),
                Some(price),
                Some(stock),
            ) if problems.is_empty() => Ok(Edit {
                target,
                name: Bilingual { ko: name_ko, en: name_en },
                maker: Bilingual { ko: maker_ko, en: maker_en },
                detail: Bilingual { ko: detail_ko, en: detail_en },
                category: Some(self.category.trim()).filter(|it| !it.is_empty()).map(str::to_owned),
                price: Won(price),
                stock,
                pictures,
            }),
            _ => Err(problems.refuse()),
        }
    }

    /// No person types these: one that cannot be read is no form of ours.
    fn target(&self) -> Result<Target, Refusal> {
        if self.product_id.is_empty() {
            return Ok(Target::New);
        }
        let not_understood = |_| Refusal::NotUnderstood;
        Ok(Target::Existing {
            id: ProductId(self.product_id.parse().map_err(not_understood)?),
            version: self.version.parse().map_err(not_understood)?,
            stock_shown: self.stock_shown.parse().map_err(not_understood)?,
        })
    }

    fn pictures(&self, mut chosen: Vec<ChosenPicture>, problems: &mut Problems) -> Vec<Picture> {
        arrange(&mut chosen, &self.arrange);
        if chosen.is_empty() {
            problems.note(Field::Pictures, Problem::Missing);
        } else if chosen.len() > PICTURES_MAX {
            let max = u32::try_from(PICTURES_MAX).unwrap_or(u32::MAX);
            problems.note(Field::Pictures, Problem::TooMany { max });
        }
        (1_u8..)
            .zip(chosen)
            .take(PICTURES_MAX)
            .filter_map(|(position, picture)| match picture {
                ChosenPicture::Kept(name) => Some(Picture::Kept(name)),
                ChosenPicture::New(developed) => {
                    problems.take(Field::Picture(position), developed).map(Picture::New)
                }
            })
            .collect()
    }
}

/// Moves or removes one; what does not fit the list changes nothing.
fn arrange<T>(pictures: &mut Vec<T>, how: &str) {
    let Some((verb, position)) = how.split_once('-') else { return };
    let Some(index) = position.parse::<usize>().ok().and_then(|n| n.checked_sub(1)) else { return };
    if index >= pictures.len() {
        return;
    }
    match verb {
        "forward" if index > 0 => pictures.swap(index, index - 1),
        "back" if index + 1 < pictures.len() => pictures.swap(index, index + 1),
        "remove" => drop(pictures.remove(index)),
        _ => {}
    }
}

/// Text in lines, trimmed. Browsers send each line's end as two characters; it counts as one.
fn lines(text: &str) -> Result<String, Problem> {
    let text = text.replace("\r\n", "\n");
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::Missing);
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(Problem::NotPrintable);
    }
    if text.chars().count() > DETAIL_CHARS_MAX as usize {
        return Err(Problem::TooLong { max: DETAIL_CHARS_MAX });
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> ProductForm {
        ProductForm {
            name_ko: "쌀겨 비누".into(),
            name_en: "Rice bran soap".into(),
            maker_ko: "하루결".into(),
            maker_en: "Harugyeol".into(),
            price: "12,900".into(),
            stock: "0".into(),
            detail_ko: "첫 줄\r\n둘째 줄".into(),
            detail_en: "First line\r\nsecond line".into(),
            ..ProductForm::default()
        }
    }

    fn kept(names: &[&str]) -> Vec<ChosenPicture> {
        names.iter().map(|name| ChosenPicture::Kept((*name).to_owned())).collect()
    }

    fn problem(form: &ProductForm, field: Field) -> Option<Problem> {
        form.parse(kept(&["a"])).err().and_then(|refusal| refusal.problem(field))
    }

    #[test]
    fn a_good_form_is_a_product() {
        let edit = good().parse(kept(&["a", "b"])).expect("a good form");
        assert_eq!((edit.price, edit.stock), (Won(12_900), 0));
        assert_eq!(edit.detail.ko, "첫 줄\n둘째 줄");
        assert_eq!((edit.target, edit.category), (Target::New, None));
    }

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let new = |problem| ChosenPicture::New(Err(problem));
        let pictures = vec![
            ChosenPicture::Kept("a".into()),
            new(Problem::DamagedPicture),
            new(Problem::NotAPicture),
        ];
        let refusal = ProductForm::default().parse(pictures).expect_err("an empty form");
        let fields = [
            Field::NameKo,
            Field::NameEn,
            Field::MakerKo,
            Field::MakerEn,
            Field::DetailKo,
            Field::DetailEn,
            Field::Price,
            Field::Stock,
        ];
        for field in fields {
            assert_eq!(refusal.problem(field), Some(Problem::Missing), "{field:?}");
        }
        assert_eq!(refusal.problem(Field::Picture(1)), None);
        assert_eq!(refusal.problem(Field::Picture(2)), Some(Problem::DamagedPicture));
        assert_eq!(refusal.problem(Field::Picture(3)), Some(Problem::NotAPicture));
    }

    #[test]
    fn texts_and_numbers_have_bounds() {
        let long = |n: usize| "가".repeat(n);
        assert_eq!(problem(&ProductForm { name_ko: long(100), ..good() }, Field::NameKo), None);
        let form = ProductForm { name_ko: long(101), ..good() };
        assert_eq!(problem(&form, Field::NameKo), Some(Problem::TooLong { max: 100 }));
        let form = ProductForm { detail_en: long(2_001), ..good() };
        assert_eq!(problem(&form, Field::DetailEn), Some(Problem::TooLong { max: 2_000 }));
        let form = ProductForm { detail_en: "a\u{0}b".into(), ..good() };
        assert_eq!(problem(&form, Field::DetailEn), Some(Problem::NotPrintable));
        for price in ["0", "-1", "100000001"] {
            let out = Problem::OutOfRange { min: 1, max: PRICE_WON_MAX };
            let form = ProductForm { price: price.into(), ..good() };
            assert_eq!(problem(&form, Field::Price), Some(out), "{price}");
        }
        let form = ProductForm { stock: "1000001".into(), ..good() };
        let out = Problem::OutOfRange { min: 0, max: STOCK_MAX };
        assert_eq!(problem(&form, Field::Stock), Some(out));
    }

    #[test]
    fn a_product_has_one_to_five_pictures() {
        let refused = |names: &[&str]| {
            good().parse(kept(names)).err().and_then(|refusal| refusal.problem(Field::Pictures))
        };
        assert_eq!(refused(&[]), Some(Problem::Missing));
        assert_eq!(refused(&["a", "b", "c", "d", "e"]), None);
        assert_eq!(refused(&["a", "b", "c", "d", "e", "f"]), Some(Problem::TooMany { max: 5 }));
    }

    #[test]
    fn pictures_are_arranged_while_saving() {
        let after = |how: &str| {
            let form = ProductForm { arrange: how.into(), ..good() };
            let edit = form.parse(kept(&["a", "b", "c"])).expect("a good form");
            edit.pictures.iter().map(Picture::name).collect::<String>()
        };
        assert_eq!(after("forward-2"), "bac");
        assert_eq!(after("back-2"), "acb");
        assert_eq!(after("remove-1"), "bc");
        for nothing in ["", "forward-1", "back-3", "remove-4", "remove-0", "eat-1", "remove-x"] {
            assert_eq!(after(nothing), "abc", "{nothing}");
        }
    }

    #[test]
    fn what_no_person_types_is_not_understood() {
        let form = ProductForm { product_id: "7".into(), version: "x".into(), ..good() };
        assert_eq!(form.parse(kept(&["a"])).err(), Some(Refusal::NotUnderstood));
    }
}
