//! Values that have broken programs before, and any others.

use super::dice::Dice;

const KNOWN: [&str; 62] = [
    "",
    " ",
    "\0",
    "a\0b",
    "\r\n",
    "0",
    "-0",
    "-1",
    "+1",
    "1.5",
    "1e308",
    "NaN",
    "0x10",
    "１２",
    "1,000",
    "127",
    "256",
    "65536",
    "2147483648",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "340282366920938463463374607431768211456",
    "0000-01-01T00:00",
    "0001-01-01T00:00",
    "1970-01-01T00:00",
    "2026-12-01T20:00",
    "2026-02-30T00:00",
    "9999-12-31T23:59:59",
    "99999-01-01T00:00",
    "0000-01-01",
    "9999-12-31",
    "true",
    "null",
    "[]",
    "{}",
    "none",
    "percent",
    "fixed",
    "admin",
    "approved",
    "product:18446744073709551615",
    "order:1",
    ":",
    "remove-18446744073709551615",
    "00000000000000000000000000000000",
    "0000-0000-0000",
    "a@b.kr",
    "010-1234-5678",
    "%",
    "%00",
    "_\\%'\"` or 1=1 -- ",
    "<script>alert(1)</script>",
    "../../../../etc/passwd",
    "//evil.kr",
    "\u{202e}\u{200b}\u{feff}",
    "e\u{301}\u{1109}\u{1166}",
    "👩\u{200d}👩\u{200d}👧",
];

/// The longest of the long ones, in bytes: past every limit of a field, and below a body's.
const LONG_BYTES_MAX: usize = 70_000;

/// Names that addresses and plain forms have, each with a good value.
pub fn fields() -> Vec<(&'static str, String)> {
    let fields = [
        ("words", "컵"),
        ("page", "1"),
        ("sort", "newest"),
        ("min", "1"),
        ("max", "100000"),
        ("category", ""),
        ("in_stock", "true"),
        ("state", "paid"),
        ("from", "2026-11-24"),
        ("to", "2026-11-25"),
        ("tab", "mine"),
        ("next", "/drops"),
        ("saved", "1"),
        ("refused", "form"),
        ("subject", "drop"),
        ("actor", "1"),
        ("since", "week"),
        ("standing", "on_sale"),
        ("by", "name"),
        ("language", "ko"),
        ("coupon", "none"),
        ("product_id", ""),
        ("version", ""),
        ("stock_shown", ""),
        ("name_ko", "비누"),
        ("name_en", "Soap"),
        ("maker_ko", "하루결"),
        ("maker_en", "Harugyeol"),
        ("price", "12,900"),
        ("stock", "10"),
        ("detail_ko", "설명"),
        ("detail_en", "Details"),
        ("arrange", ""),
    ];
    fields.map(|(name, value)| (name, value.to_owned())).into()
}

/// Those that every field meets: no ASCII, what a text cannot hold, too large a number, too long.
pub fn worst() -> [String; 4] {
    ["쿠", "a\0b", "18446744073709551616", "9".repeat(3_000).as_str()].map(str::to_owned)
}

/// One of the known ones, a long one, or any text at all.
pub fn any(dice: &mut Dice) -> String {
    match dice.below(8) {
        0 => dice.pick(&["a", "쿠", "9", "\u{301}", "-", "\n", "𝟘"]).repeat(length(dice)),
        1 => text(dice),
        2 => dice.next().to_string(),
        _ => dice.pick(&KNOWN).to_owned(),
    }
}

fn length(dice: &mut Dice) -> usize {
    let bytes = [51, 129, 201, 255, 2_001, 8_193, LONG_BYTES_MAX];
    bytes[dice.below(bytes.len())] / 4
}

/// Characters from all over, control characters among them.
fn text(dice: &mut Dice) -> String {
    let count = dice.below(40);
    let drawn = |dice: &mut Dice| match dice.below(3) {
        0 => char::from(dice.next() as u8 & 0x7f),
        1 => char::from_u32(0xac00 + dice.below(11_172) as u32).unwrap_or('가'),
        _ => char::from_u32(dice.below(0x11_0000) as u32).unwrap_or('\u{fffd}'),
    };
    (0..count).map(|_| drawn(dice)).collect()
}
