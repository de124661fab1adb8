//! The name of a picture in an address.

/// What a file of ours holds. Only the shop writes here: WebP of what was uploaded, SVG of what
/// it drew itself.
pub fn content_type(name: &str) -> Option<&'static str> {
    let (stem, kind) = name.rsplit_once('.')?;
    if !stem.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return None;
    }
    match kind {
        "webp" => Some("image/webp"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::content_type;

    #[test]
    fn only_what_the_shop_keeps_is_served() {
        assert_eq!(content_type("9f3c-800.webp"), Some("image/webp"));
        assert_eq!(content_type("4b1d.svg"), Some("image/svg+xml"));
        for name in ["x.html", "x", ".webp.exe", "../x.webp", "a/b.svg", "x.webp#1", "x.svg.webp"] {
            assert_eq!(content_type(name), None, "{name}");
        }
    }
}
