//! The demo goods, shelf by shelf.

use super::picture::{Palette, Shape};

mod bedding;
mod body_hand;
mod cleansing;
mod fragrance;
mod hair;
mod home_scent;
mod light_desk;
mod makeup;
mod masks;
mod skin_care;
mod storage_bags;
mod sun_care;
mod tableware;

/// One invented product: what the shop says about it, and how its pictures look.
#[derive(Clone, Copy, Debug)]
pub struct DemoProduct {
    /// The name in Korean.
    pub name_ko: &'static str,
    /// The name in English.
    pub name_en: &'static str,
    /// The maker in Korean.
    pub maker_ko: &'static str,
    /// The maker in English, as printed on the goods.
    pub maker_en: &'static str,
    /// Two sentences about it in Korean.
    pub detail_ko: &'static str,
    /// Two sentences about it in English.
    pub detail_en: &'static str,
    /// The price in whole won.
    pub price_won: u32,
    /// How many pieces there are; none means sold out.
    pub stock: u32,
    /// What it is drawn as.
    pub shape: Shape,
    /// The colours it is drawn in.
    pub palette: Palette,
}

/// A shelf of the demo: a category of the shop and its goods.
#[derive(Debug)]
pub struct DemoShelf {
    /// What stands for it in addresses.
    pub slug: &'static str,
    /// Its name in Korean.
    pub name_ko: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// Its place in the menu.
    pub position: u16,
    /// What stands on it.
    pub goods: &'static [DemoProduct],
}

/// The shelves, in the order in which the catalogue takes from them.
#[rustfmt::skip]
pub static SHELVES: [DemoShelf; 13] = [
    shelf(1, "skin-care", "스킨케어", "Skin care", &skin_care::GOODS),
    shelf(9, "tableware", "그릇·컵", "Tableware", &tableware::GOODS),
    shelf(5, "makeup", "메이크업", "Makeup", &makeup::GOODS),
    shelf(10, "home-scent", "캔들·디퓨저", "Home scent", &home_scent::GOODS),
    shelf(3, "masks", "마스크팩", "Masks", &masks::GOODS),
    shelf(12, "light-desk", "조명·데스크", "Lighting & desk", &light_desk::GOODS),
    shelf(6, "hair", "헤어", "Hair", &hair::GOODS),
    shelf(11, "bedding", "침구·타월", "Bedding & towels", &bedding::GOODS),
    shelf(8, "fragrance", "향수", "Fragrance", &fragrance::GOODS),
    shelf(13, "storage-bags", "수납·가방", "Storage & bags", &storage_bags::GOODS),
    shelf(2, "cleansing", "클렌징", "Cleansing", &cleansing::GOODS),
    shelf(7, "body-hand", "바디·핸드", "Body & hands", &body_hand::GOODS),
    shelf(4, "sun-care", "선케어", "Sun care", &sun_care::GOODS),
];

const fn shelf(
    position: u16,
    slug: &'static str,
    name_ko: &'static str,
    name_en: &'static str,
    goods: &'static [DemoProduct],
) -> DemoShelf {
    DemoShelf { slug, name_ko, name_en, position, goods }
}

/// All products. A product's place here is the index its pictures are seeded with.
pub fn all() -> Vec<DemoProduct> {
    on_shelves().into_iter().map(|(_, product)| product).collect()
}

/// All products in the same order, each with its shelf.
///
/// They are taken from the shelves in turn, so that every page of the catalogue is a mixture.
pub fn on_shelves() -> Vec<(&'static DemoShelf, DemoProduct)> {
    let longest = SHELVES.iter().map(|shelf| shelf.goods.len()).max().unwrap_or(0);
    let row = |row| SHELVES.iter().filter_map(move |shelf| Some((shelf, *shelf.goods.get(row)?)));
    (0..longest).flat_map(row).collect()
}
