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

/// All products. A product's place here is the index its pictures are seeded with.
///
/// They are taken from the shelves in turn, so that every page of the catalogue is a mixture.
pub fn all() -> Vec<DemoProduct> {
    let shelves: [&[DemoProduct]; 13] = [
        &skin_care::GOODS,
        &tableware::GOODS,
        &makeup::GOODS,
        &home_scent::GOODS,
        &masks::GOODS,
        &light_desk::GOODS,
        &hair::GOODS,
        &bedding::GOODS,
        &fragrance::GOODS,
        &storage_bags::GOODS,
        &cleansing::GOODS,
        &body_hand::GOODS,
        &sun_care::GOODS,
    ];
    let longest = shelves.iter().map(|shelf| shelf.len()).max().unwrap_or(0);
    (0..longest)
        .flat_map(|row| shelves.iter().filter_map(move |shelf| shelf.get(row)))
        .copied()
        .collect()
}
