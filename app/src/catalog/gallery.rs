//! The pictures of a product.

use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use shop::catalog::picture_srcset;

/// How wide a picture is, as `style/catalog.css` lays them out: on a desk the first one fills the
/// gallery, and the others stand two in a row.
const FIRST_SIZES: &str = "(width >= 56rem) 42rem, 100vw";
const SIZES: &str = "(width >= 56rem) 21rem, 100vw";

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
        let srcset = picture_srcset(&address);
        let sizes = if i == 0 { FIRST_SIZES } else { SIZES };
        view! {
            <li>
                <img
                    src=address
                    srcset=srcset
                    sizes=sizes
                    alt=alt.to_string()
                    width="800"
                    height="800"
                    loading=loading
                />
            </li>
        }
    });
    view! { <ul class="gallery" tabindex="0">{pictures.collect_view()}</ul> }
}
