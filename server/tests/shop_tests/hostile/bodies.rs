//! Bodies that begin as a good form, and what becomes of them.

use super::dice::Dice;
use super::values;
use std::fmt;

const FORM: &str = "application/x-www-form-urlencoded";
const BOUNDARY: &str = "seonchak-test";
/// Deeper than any form, and than what a parser's stack should follow.
const DEPTH: usize = 3_000;
/// A picture's beginning that says 50,000 by 50,000 pixels.
const VAST_PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xc3\x50\0\0\xc3\x50\x08\x06\0\0\0";

/// What is sent.
pub struct Hostile {
    pub content_type: String,
    pub bytes: Vec<u8>,
}

type Pair = (String, Vec<u8>);

impl Hostile {
    /// A good form over and over, one field after the other spoilt by each of the worst values;
    /// with a file, as an upload.
    pub fn each(good: &[(&'static str, String)], file: Option<&[u8]>) -> Vec<Self> {
        let mut all = vec![];
        for at in 0..good.len() {
            for worst in values::worst() {
                let mut pairs = owned(good);
                pairs[at].1 = worst.into();
                let (content_type, bytes) = match file {
                    Some(file) => (multipart(), [parts(&pairs, "a.png", file), end()].concat()),
                    None => (FORM.into(), form(&pairs)),
                };
                all.push(Self { content_type, bytes });
            }
        }
        all
    }

    /// A good form, spoilt.
    pub fn of(good: &[(&'static str, String)], dice: &mut Dice) -> Self {
        let pairs = spoilt(good, dice);
        let (content_type, bytes) = match dice.below(12) {
            0 => ("application/json".into(), json(&pairs)),
            1 => (multipart(), no_picture(&pairs, dice)),
            2 => (FORM.into(), noise(dice)),
            3 => (FORM.into(), deep(dice)),
            4 => (values::any(dice).replace(|c: char| !c.is_ascii_graphic(), "?"), form(&pairs)),
            _ => (FORM.into(), form(&pairs)),
        };
        Self { content_type, bytes }
    }
}

impl fmt::Display for Hostile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.60}: {:.400}", self.content_type, self.bytes.escape_ascii().to_string())
    }
}

/// Bytes as a form or an address writes them, no more of them than `max`.
pub fn escaped(bytes: &[u8], max: usize) -> String {
    let escape = |byte: &u8| match byte {
        byte if byte.is_ascii_alphanumeric() => char::from(*byte).to_string(),
        byte => format!("%{byte:02x}"),
    };
    bytes.iter().take(max).map(escape).collect()
}

fn owned(good: &[(&'static str, String)]) -> Vec<Pair> {
    good.iter().map(|(name, value)| ((*name).to_owned(), value.clone().into())).collect()
}

fn spoilt(good: &[(&'static str, String)], dice: &mut Dice) -> Vec<Pair> {
    let mut pairs = owned(good);
    for _ in 0..=dice.below(2) {
        if pairs.is_empty() || dice.one_in(10) {
            pairs.push((values::any(dice), values::any(dice).into()));
        }
        let at = dice.below(pairs.len());
        match dice.below(10) {
            0 => drop(pairs.swap_remove(at)),
            1 => pairs.push((pairs[at].0.clone(), values::any(dice).into())),
            2 => pairs[at].0.push_str(dice.pick(&["[]", "[0]", "[a][b]", "[", "]", "\0", "."])),
            3 => pairs[at].1 = dice.bytes(16),
            _ => pairs[at].1 = values::any(dice).into(),
        }
    }
    pairs
}

fn form(pairs: &[Pair]) -> Vec<u8> {
    let pair = |(name, value): &Pair| {
        let (name, value) = (escaped(name.as_bytes(), usize::MAX), escaped(value, usize::MAX));
        format!("{name}={value}")
    };
    pairs.iter().map(pair).collect::<Vec<_>>().join("&").into()
}

fn json(pairs: &[Pair]) -> Vec<u8> {
    let pairs = pairs.iter().map(|(name, value)| {
        (name.clone(), serde_json::Value::from(String::from_utf8_lossy(value).into_owned()))
    });
    serde_json::Value::Object(pairs.collect()).to_string().into()
}

fn multipart() -> String {
    format!("multipart/form-data; boundary={BOUNDARY}")
}

/// The texts as parts, and a file.
fn parts(pairs: &[Pair], file_name: &str, file: &[u8]) -> Vec<u8> {
    let mut body = vec![];
    for (name, value) in pairs {
        let name = name.replace(['"', '\r', '\n'], "");
        let head = format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"");
        body.extend([head.as_bytes(), b"\r\n\r\n", value.as_slice(), b"\r\n"].concat());
    }
    let head = format!(
        "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"picture\"; filename=\"{file_name}\""
    );
    body.extend([head.as_bytes(), b"\r\n\r\n", file, b"\r\n"].concat());
    body
}

fn end() -> Vec<u8> {
    format!("--{BOUNDARY}--\r\n").into()
}

/// A file that is no picture, and now and then no end.
fn no_picture(pairs: &[Pair], dice: &mut Dice) -> Vec<u8> {
    let file_name = values::any(dice).replace('"', "");
    let length = dice.below(600);
    let file = match dice.below(3) {
        0 => [VAST_PNG, dice.bytes(length).as_slice()].concat(),
        1 => b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".to_vec(),
        _ => dice.bytes(length),
    };
    let mut body = parts(pairs, &file_name, &file);
    if !dice.one_in(4) {
        body.extend(end());
    }
    body
}

fn noise(dice: &mut Dice) -> Vec<u8> {
    let length = dice.below(2_000);
    dice.bytes(length)
}

fn deep(dice: &mut Dice) -> Vec<u8> {
    match dice.below(3) {
        0 => format!("a{}=1", "[a]".repeat(DEPTH)).into(),
        1 => [b"[".repeat(DEPTH), b"]".repeat(DEPTH)].concat(),
        _ => b"a=1&".repeat(DEPTH),
    }
}
