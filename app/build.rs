//! Turns the catalogue of texts in `locales/` into code, so that a missing text is an error of
//! the build and not of a visitor's day.

use leptos_i18n_build::options::CodegenOptions;
use leptos_i18n_build::{Config, ParseOptions, TranslationsInfos};
use std::{error::Error, path::PathBuf};

const NAMESPACES: [&str; 24] = [
    "account",
    "bot",
    "cart",
    "catalog",
    "chat",
    "checkout",
    "common",
    "counsel",
    "coupons",
    "drops",
    "forgotten",
    "letters",
    "live",
    "members",
    "orders",
    "owner",
    "owner_drops",
    "owner_members",
    "owner_orders",
    "owner_products",
    "refusals",
    "security",
    "sign_in",
    "wishes",
];

/// The generated code is nobody's reading: the lints of this workspace are for what people write.
const ATTRIBUTES: &str =
    "#![allow(missing_docs, clippy::all, clippy::unwrap_used, clippy::allow_attributes)]";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let config = Config::new("ko")?
        .add_locale("en")?
        .add_namespaces(NAMESPACES)?
        .parse_options(ParseOptions::default().interpolate_display(true));
    let texts = TranslationsInfos::parse(config)?;
    texts.emit_diagnostics();
    texts.rerun_if_locales_changed();
    let options = CodegenOptions::default().top_level_attributes(Some(ATTRIBUTES.parse()?));
    texts.generate_i18n_module_with_options(out.join("i18n"), options)?;
    Ok(())
}
