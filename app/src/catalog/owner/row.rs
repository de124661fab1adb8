//! A product in the owner's list.

use crate::i18n::{Locale, td_string};
use crate::language::{date, grouped, own_text, use_locale, won};
use leptos::prelude::*;
use shop::catalog::owner::{OwnerRow, Standing};
use shop::catalog::picture_srcset;

/// Its picture, its name, what it costs, how much there is, and who made it when.
#[component]
pub(super) fn ProductRow(
    /// The product.
    product: OwnerRow,
) -> impl IntoView {
    let locale = use_locale();
    let stock = grouped(u64::from(product.stock));
    let stock = td_string!(locale, owner_products.row.stock, pieces = stock).to_string();
    let sold = grouped(u64::from(product.sold));
    let sold = td_string!(locale, owner_products.row.sold, pieces = sold).to_string();
    let made = date(locale, product.created_at);
    let made = match product.creator {
        Some(name) => {
            td_string!(locale, owner_products.row.made_by, date = made, name = name).to_string()
        }
        None => td_string!(locale, owner_products.row.made, date = made).to_string(),
    };
    let srcset = picture_srcset(&product.picture);
    view! {
        <li class="owner-product" data-testid="owner-product">
            <img
                src=product.picture
                srcset=srcset
                sizes="5rem"
                alt=""
                width="80"
                height="80"
                loading="lazy"
            />
            <div class="owner-product-text">
                <a class="owner-product-name" href=format!("/admin/products/{}", product.id.0)>
                    {own_text(locale, &product.name)}
                </a>
                <p class="owner-product-made">{made}</p>
            </div>
            <p class="owner-product-price">{won(locale, product.price)}</p>
            <p class="owner-product-stock"><span>{stock}</span> <span>{sold}</span></p>
            {standing_badge(locale, product.standing)}
        </li>
    }
}

/// Whether it can be bought, where that is not as usual.
pub(super) fn standing_badge(locale: Locale, standing: Standing) -> impl IntoView {
    let (class, text) = match standing {
        Standing::OnSale => ("badge", td_string!(locale, owner_products.standing.on_sale)),
        Standing::SoldOut => ("badge is-few", td_string!(locale, owner_products.standing.sold_out)),
        Standing::Withdrawn => {
            ("badge is-gone", td_string!(locale, owner_products.standing.withdrawn))
        }
    };
    view! { <span class=class data-testid="standing">{text}</span> }
}
