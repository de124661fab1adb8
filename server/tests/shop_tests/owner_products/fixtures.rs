//! The form as a browser sends it, and pictures to put into it.

use crate::kit::Person;
use crate::kit::person::Answer;
use image::{ImageFormat, Rgb, RgbImage};
use reqwest::header::{ACCEPT, REFERER};
use reqwest::multipart;
use serde_json::Value;
use std::io::Cursor;

/// A filled-in form.
#[derive(Clone)]
pub struct Form {
    texts: Vec<(&'static str, String)>,
    pictures: Vec<Part>,
}

#[derive(Clone)]
enum Part {
    Kept(String),
    File { name: String, bytes: Vec<u8> },
}

impl Form {
    /// Of a new product, with everything but pictures.
    pub fn new() -> Self {
        let texts = [
            ("name_ko", "쌀겨 비누"),
            ("name_en", "Rice bran soap"),
            ("maker_ko", "하루결"),
            ("maker_en", "Harugyeol"),
            ("category", ""),
            ("price", "12,900"),
            ("stock", "10"),
            ("detail_ko", "첫 줄\r\n둘째 줄"),
            ("detail_en", "First line\r\nsecond line"),
        ];
        let texts = texts.map(|(name, text)| (name, text.to_owned())).into();
        Self { texts, pictures: vec![] }
    }

    /// Of a product that is there, with all that `catalog/owner_show` says of it.
    pub fn of(product: &Value) -> Self {
        let text = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        let mut form = Self::new();
        for (name, value) in [
            ("product_id", &product["id"]),
            ("version", &product["version"]),
            ("stock_shown", &product["stock"]),
            ("stock", &product["stock"]),
            ("name_ko", &product["name"]["ko"]),
            ("name_en", &product["name"]["en"]),
            ("maker_ko", &product["maker"]["ko"]),
            ("maker_en", &product["maker"]["en"]),
            ("detail_ko", &product["detail"]["ko"]),
            ("detail_en", &product["detail"]["en"]),
            ("category", &product["category"]),
            ("price", &product["price"]),
        ] {
            form = form.set(name, &text(value));
        }
        let pictures = product["pictures"].as_array().unwrap();
        pictures.iter().fold(form, |form, it| form.keeping(it["name"].as_str().unwrap()))
    }

    pub fn set(mut self, name: &'static str, text: &str) -> Self {
        self.texts.retain(|(other, _)| *other != name);
        self.texts.push((name, text.to_owned()));
        self
    }

    pub fn without_pictures(mut self) -> Self {
        self.pictures.clear();
        self
    }

    pub fn keeping(mut self, name: &str) -> Self {
        self.pictures.push(Part::Kept(name.to_owned()));
        self
    }

    pub fn with(self, bytes: Vec<u8>) -> Self {
        self.with_file("picture.jpg", bytes)
    }

    pub fn with_file(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.pictures.push(Part::File { name: name.to_owned(), bytes });
        self
    }

    /// As a script sends it.
    pub async fn sent_by(&self, person: &Person) -> Answer {
        person.send(person.post_to("/admin/products").multipart(self.parts())).await
    }

    /// As a browser sends it by itself.
    pub async fn sent_as_page(&self, person: &Person, from: &str) -> Answer {
        let request = person.post_to("/admin/products").multipart(self.parts());
        let from = format!("http://shop.test{from}");
        person.send(request.header(ACCEPT, "text/html").header(REFERER, from)).await
    }

    /// Sent, and the number of what it made.
    pub async fn made_by(&self, person: &Person) -> u64 {
        let answer = self.sent_by(person).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()["id"].as_u64().unwrap()
    }

    /// What is sent.
    pub fn parts(&self) -> multipart::Form {
        let texts = self.texts.iter().cloned();
        let form = texts.fold(multipart::Form::new(), |form, (name, text)| form.text(name, text));
        self.pictures.iter().cloned().fold(form, |form, picture| match picture {
            Part::Kept(name) => form.text("picture", name),
            Part::File { name, bytes } => {
                form.part("picture", multipart::Part::bytes(bytes).file_name(name))
            }
        })
    }
}

/// A picture whose right edge is red, on a ground of its own.
pub struct Picture(RgbImage);

pub fn picture(width: u32, height: u32) -> Picture {
    Picture(RgbImage::from_fn(width, height, |x, y| {
        if x > width - width / 10 { Rgb([255, 0, 0]) } else { Rgb([0, (x + y) as u8, 200]) }
    }))
}

impl Picture {
    pub fn jpeg(&self) -> Vec<u8> {
        self.encoded(ImageFormat::Jpeg)
    }

    pub fn encoded(&self, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(vec![]);
        self.0.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }
}

/// A small picture that differs from those of other numbers.
pub fn png(number: u8) -> Vec<u8> {
    let ground = Rgb([number.wrapping_mul(40), 80, 120]);
    Picture(RgbImage::from_pixel(24, 16, ground)).encoded(ImageFormat::Png)
}

/// A picture of noise, whose files cannot be small.
pub fn noise(width: u32, height: u32) -> Vec<u8> {
    let mut state = 1_u32;
    let image = RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(state >> 24) as u8, (state >> 16) as u8, (state >> 8) as u8])
    });
    Picture(image).encoded(ImageFormat::Png)
}

/// The JPEG with EXIF: this orientation, and a word that nobody should read.
pub fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    // The artist, whose text stands behind the directory.
    exif.extend_from_slice(&[0x01, 0x3b, 0, 2, 0, 0, 0, 7, 0, 0, 0, 38]);
    exif.extend_from_slice(&[0, 0, 0, 0]);
    exif.extend_from_slice(b"SECRET\0");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

/// A JPEG that says to be so large.
pub fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
    let mut jpeg = picture(16, 16).jpeg();
    let frame = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}
