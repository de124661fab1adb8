//! What must hold of everything that comes in from outside, said once. The fuzz targets look for an
//! input of which it does not; `shop/tests/fuzz_corpus.rs` plays again every input that they kept.

pub mod chat;
pub mod fields;
pub mod forms;
pub mod head;
pub mod wire;

#[cfg(feature = "ssr")]
pub mod cookies;
#[cfg(feature = "ssr")]
pub mod looks;
#[cfg(feature = "ssr")]
pub mod picture;
#[cfg(feature = "ssr")]
pub mod product;
#[cfg(feature = "ssr")]
pub mod secrets;

/// Panics where something does not hold of an input.
pub type Property = fn(&[u8]);

/// Every target and its property.
pub const ALL: &[(&str, Property)] = &[
    ("about", |input| text(input, chat::about)),
    ("challenge", |input| text(input, wire::challenge)),
    ("click", wire::click),
    ("cookie_header", |input| text(input, head::cookie_header)),
    ("counsel_hours", |input| text(input, chat::counsel_hours)),
    ("drop_form", |input| text(input, forms::drop_form)),
    ("email", |input| text(input, fields::email)),
    ("forwarded_for", |input| text(input, head::forwarded_for)),
    ("links", |input| text(input, chat::links)),
    ("live_frame", |input| text(input, wire::live_frame)),
    ("media_name", |input| text(input, head::media_name)),
    ("message_key", |input| text(input, chat::message_key)),
    ("message_text", |input| text(input, chat::message_text)),
    ("moment", |input| text(input, forms::moment)),
    ("money", |input| text(input, forms::money)),
    ("names", |input| text(input, fields::names)),
    ("order_form", |input| text(input, forms::order_form)),
    ("origin", |input| text(input, head::origin)),
    ("phone", |input| text(input, fields::phone)),
    ("refusal", |input| text(input, wire::refusal)),
    ("shortcut", |input| text(input, chat::shortcut)),
    ("trusted_proxies", |input| text(input, head::trusted_proxies)),
    ("way_back", |input| text(input, head::way_back)),
    ("words", |input| text(input, wire::words)),
    #[cfg(feature = "ssr")]
    ("bot", |input| text(input, chat::bot)),
    #[cfg(feature = "ssr")]
    ("catalogue_look", |input| text(input, looks::catalogue)),
    #[cfg(feature = "ssr")]
    ("chat_record", chat::record),
    #[cfg(feature = "ssr")]
    ("identity", |input| text(input, secrets::identity)),
    #[cfg(feature = "ssr")]
    ("letter_link", |input| text(input, secrets::letter_link)),
    #[cfg(feature = "ssr")]
    ("order_search", |input| text(input, looks::orders)),
    #[cfg(feature = "ssr")]
    ("password", |input| text(input, cookies::password)),
    #[cfg(feature = "ssr")]
    ("picture", picture::picture),
    #[cfg(feature = "ssr")]
    ("product_form", |input| text(input, product::product_form)),
    #[cfg(feature = "ssr")]
    ("proof", |input| text(input, secrets::proof)),
    #[cfg(feature = "ssr")]
    ("sealed_cookie", |input| text(input, cookies::sealed_cookie)),
    #[cfg(feature = "ssr")]
    ("second_factor", |input| text(input, secrets::second_factor)),
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

/// The fields of a form, which stand in an input line by line; empty where there are no more.
fn lines(text: &str) -> impl FnMut() -> String {
    let mut lines = text.split('\n').map(str::to_owned);
    move || lines.next().unwrap_or_default()
}

/// What is no text never reaches a reader of texts.
fn text(input: &[u8], property: fn(&str)) {
    if let Ok(text) = std::str::from_utf8(input) {
        property(text);
    }
}
