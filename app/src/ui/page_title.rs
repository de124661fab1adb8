//! The title of a page, in the tab.

use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use leptos_meta::{Meta, Title};

/// The page's title with the shop's name, and what search engines and messengers show of it.
#[component]
pub fn PageTitle(
    /// What this page is.
    #[prop(into)]
    text: String,
    /// What it is about, in a sentence; the shop's own where there is none.
    #[prop(optional, into)]
    description: Option<String>,
    /// What kind of thing it is, in the words of the Open Graph.
    #[prop(default = "website")]
    kind: &'static str,
) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, common.title, page = text.as_str()).to_string();
    let description =
        description.unwrap_or_else(|| td_string!(locale, common.description).to_owned());
    view! {
        <Title text=title />
        <Meta name="description" content=description.clone() />
        <Meta property="og:title" content=text />
        <Meta property="og:description" content=description />
        <Meta property="og:type" content=kind />
        <Meta property="og:site_name" content=td_string!(locale, common.site_name) />
    }
}
