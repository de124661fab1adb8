//! The pictures of a product.

use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;

/// All of them, the first one large; on a phone they are swiped through.
#[component]
pub fn Gallery(
    /// Their addresses.
    pictures: Vec<String>,
    /// The product's name.
    name: String,
) -> impl IntoView {
    let locale = use_locale();
    let pictures = pictures.into_iter().enumerate().map(|(i, address)| {
        let number = i + 1;
        let alt = td_string!(locale, catalog.product.picture, name = &name, number = number);
        let loading = if i == 0 { "eager" } else { "lazy" };
        view! {
            <li>
                <img src=address alt=alt.to_string() width="800" height="800" loading=loading />
            </li>
        }
    });
    view! { <ul class="gallery" tabindex="0">{pictures.collect_view()}</ul> }
}
