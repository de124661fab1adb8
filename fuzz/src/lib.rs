//! What must hold of everything that comes in from outside, said once. The fuzz targets look for an
//! input of which it does not; `shop/tests/fuzz_corpus.rs` plays again every input that they kept.

pub mod chat;
pub mod fields;
pub mod forms;
pub mod wire;

#[cfg(feature = "ssr")]
pub mod cookies;
#[cfg(feature = "ssr")]
pub mod picture;

/// Panics where something does not hold of an input.
pub type Property = fn(&[u8]);

/// Every target and its property.
pub const ALL: &[(&str, Property)] = &[
    ("challenge", |input| text(input, wire::challenge)),
    ("counsel_hours", |input| text(input, chat::counsel_hours)),
    ("drop_form", |input| text(input, forms::drop_form)),
    ("email", |input| text(input, fields::email)),
    ("links", |input| text(input, chat::links)),
    ("live_frame", |input| text(input, wire::live_frame)),
    ("message_key", |input| text(input, chat::message_key)),
    ("message_text", |input| text(input, chat::message_text)),
    ("moment", |input| text(input, forms::moment)),
    ("money", |input| text(input, forms::money)),
    ("names", |input| text(input, fields::names)),
    ("order_form", |input| text(input, forms::order_form)),
    ("phone", |input| text(input, fields::phone)),
    ("words", |input| text(input, wire::words)),
    #[cfg(feature = "ssr")]
    ("bot", |input| text(input, chat::bot)),
    #[cfg(feature = "ssr")]
    ("password", |input| text(input, cookies::password)),
    #[cfg(feature = "ssr")]
    ("picture", picture::picture),
    #[cfg(feature = "ssr")]
    ("session_cookie", |input| text(input, cookies::session_cookie)),
    #[cfg(feature = "ssr")]
    ("settings", |input| text(input, cookies::settings)),
    #[cfg(feature = "ssr")]
    ("visitor_cookie", |input| text(input, cookies::visitor_cookie)),
];

/// Holds an input against a target's property.
pub fn hold(target: &str, input: &[u8]) {
    let (_, property) = ALL.iter().find(|(name, _)| *name == target).expect("a known target");
    property(input);
}

/// What is no text never reaches a parser of texts.
fn text(input: &[u8], property: fn(&str)) {
    if let Ok(text) = std::str::from_utf8(input) {
        property(text);
    }
}
