//! What the demo catalogue promises.

use super::products::SHELVES;
use super::{DemoProduct, Shape, View, all, draw};
use std::collections::HashSet;

const LARGEST_PICTURE: usize = 12_000;

#[test]
fn there_are_120_products_with_names_of_their_own() {
    let products = all();
    assert_eq!(products.len(), 120);
    let distinct = |name: fn(&DemoProduct) -> &'static str| {
        products.iter().map(name).collect::<HashSet<_>>().len()
    };
    assert_eq!(distinct(|product| product.name_ko), 120);
    assert_eq!(distinct(|product| product.name_en), 120);
}

#[test]
fn the_shelves_are_a_menu() {
    let mut positions: Vec<u16> = SHELVES.iter().map(|shelf| shelf.position).collect();
    positions.sort_unstable();
    assert_eq!(positions, (1..=13).collect::<Vec<u16>>());
    let slugs: HashSet<&str> = SHELVES.iter().map(|shelf| shelf.slug).collect();
    assert_eq!(slugs.len(), SHELVES.len());
    for slug in slugs {
        assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{slug}");
    }
    assert_eq!(SHELVES.iter().map(|shelf| shelf.goods.len()).sum::<usize>(), all().len());
}

#[test]
fn every_text_is_there_and_fits_its_column() {
    for product in all() {
        let texts = [
            (product.name_ko, 50),
            (product.name_en, 50),
            (product.maker_ko, 50),
            (product.maker_en, 50),
            (product.detail_ko, 1000),
            (product.detail_en, 1000),
        ];
        for (text, longest) in texts {
            let length = text.chars().count();
            assert!((1..=longest).contains(&length), "{length} letters: {text}");
            assert_eq!(text, text.trim());
            assert!(!text.contains("  "), "a gap in: {text}");
        }
    }
}

#[test]
fn korean_texts_are_korean_and_english_ones_are_not() {
    let has_hangul = |text: &str| text.chars().any(|letter| ('가'..='힣').contains(&letter));
    for product in all() {
        for korean in [product.name_ko, product.maker_ko, product.detail_ko] {
            assert!(has_hangul(korean), "{korean}");
        }
        for english in [product.name_en, product.maker_en, product.detail_en] {
            assert!(!has_hangul(english), "{english}");
        }
    }
}

#[test]
fn a_maker_is_spelled_alike_on_all_its_goods() {
    let products = all();
    let pairs: HashSet<_> = products.iter().map(|it| (it.maker_ko, it.maker_en)).collect();
    let korean: HashSet<_> = pairs.iter().map(|pair| pair.0).collect();
    let english: HashSet<_> = pairs.iter().map(|pair| pair.1).collect();
    assert_eq!((korean.len(), english.len()), (pairs.len(), pairs.len()));
}

#[test]
fn prices_are_plausible_and_in_steps_of_100_won() {
    for product in all() {
        assert_eq!(product.price_won % 100, 0, "{}", product.name_en);
        assert!((5_000..=200_000).contains(&product.price_won), "{}", product.name_en);
    }
}

#[test]
fn some_goods_are_sold_out_and_of_some_few_are_left() {
    let stocks: Vec<u32> = all().iter().map(|product| product.stock).collect();
    let count = |wanted: fn(u32) -> bool| stocks.iter().filter(|stock| wanted(**stock)).count();
    assert!(count(|stock| stock == 0) >= 5);
    assert!(count(|stock| (1..=5).contains(&stock)) >= 5);
    assert!(stocks.iter().all(|stock| *stock <= 5 || (12..=400).contains(stock)));
}

#[test]
fn every_picture_is_well_formed_and_small() {
    for_every_picture(|name, svg| {
        if let Err(fault) = check_tags(svg) {
            panic!("{name}: {fault}");
        }
        assert!(svg.len() <= LARGEST_PICTURE, "{name} takes {} bytes", svg.len());
    });
}

#[test]
fn every_picture_refers_to_its_own_ids_only() {
    for_every_picture(|name, svg| {
        let ids: Vec<&str> = quoted_after(svg, " id=\"");
        let distinct: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len(), "{name} uses an id twice");
        for reference in svg.split("url(#").skip(1) {
            let id = reference.split(')').next().unwrap_or_default();
            assert!(distinct.contains(id), "{name} refers to the missing {id}");
        }
        for foreign in ["<script", "href", "<image", "url(h", "@import", "NaN", "inf"] {
            assert!(!svg.contains(foreign), "{name} contains {foreign}");
        }
    });
}

#[test]
fn a_picture_is_the_same_twice_and_like_no_other() {
    let mut seen = HashSet::new();
    for (index, product) in all().iter().enumerate() {
        for view in View::ALL {
            let svg = draw(product, index, view);
            assert_eq!(svg, draw(product, index, view));
            assert!(seen.insert(without_ids(&svg, index)), "{} {view:?}", product.name_en);
        }
    }
    assert_eq!(seen.len(), 360);
}

#[test]
fn goods_carry_their_makers_name() {
    for (index, product) in all().iter().enumerate() {
        let svg = draw(product, index, View::Front);
        let silent = matches!(
            product.shape,
            Shape::Bowl | Shape::Plate | Shape::Teapot | Shape::MoonJar | Shape::BottleVase
        );
        let maker = format!(">{}</text>", product.maker_en.to_uppercase());
        assert_eq!(svg.contains(&maker), !silent, "{}", product.name_en);
    }
}

#[test]
fn the_tag_check_finds_faults() {
    assert!(check_tags("<a><b x=\"1\"/></a>").is_ok());
    for broken in ["<a><b></a></b>", "<a>", "</a>", "<a/><b/>", "<a x=1/>", "<a x=\"1/>", "<a"] {
        assert!(check_tags(broken).is_err(), "{broken}");
    }
}

fn for_every_picture(check: impl Fn(&str, &str)) {
    for (index, product) in all().iter().enumerate() {
        for view in View::ALL {
            let name = format!("{} {} {view:?}", index, product.name_en);
            check(&name, &draw(product, index, view));
        }
    }
}

/// The picture without the prefix that makes ids differ even between alike pictures.
fn without_ids(svg: &str, index: usize) -> String {
    ['f', 'd', 's']
        .iter()
        .fold(svg.to_owned(), |svg, view| svg.replace(&format!("p{index}{view}"), ""))
}

fn quoted_after<'a>(svg: &'a str, start: &str) -> Vec<&'a str> {
    svg.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Checks that tags nest, that attributes are quoted and that there is one root.
fn check_tags(svg: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut roots = 0;
    for part in svg.split('<').skip(1) {
        let (tag, _text) = part.split_once('>').ok_or_else(|| format!("unfinished <{part}"))?;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (tag, is_empty) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        check_attributes(tag)?;
        roots += usize::from(open.is_empty());
        if !is_empty {
            open.push(tag.split(' ').next().unwrap_or(tag));
        }
    }
    match (open.last(), roots) {
        (Some(name), _) => Err(format!("<{name}> stays open")),
        (None, 1) => Ok(()),
        (None, roots) => Err(format!("{roots} roots")),
    }
}

fn check_attributes(tag: &str) -> Result<(), String> {
    let quotes = tag.matches('"').count();
    let opened = tag.matches("=\"").count();
    if quotes == opened * 2 && tag.matches('=').count() == opened {
        Ok(())
    } else {
        Err(format!("unquoted attribute in <{tag}>"))
    }
}
