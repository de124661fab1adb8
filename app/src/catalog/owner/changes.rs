//! What somebody else changed while the owner was typing.

use crate::i18n::td_string;
use crate::language::{own_text, use_locale, won};
use crate::ui::Notice;
use leptos::prelude::*;
use shop::catalog::owner::{CategoryChoice, OwnerProduct};

/// Each field that is another one by now, as it is now. What the owner typed stays in the form;
/// saving again puts it over this.
#[component]
pub(super) fn Changes(
    /// As it was when the form was shown.
    before: OwnerProduct,
    /// As it is.
    now: OwnerProduct,
    /// For the name of its category.
    categories: Vec<CategoryChoice>,
) -> impl IntoView {
    let locale = use_locale();
    let category = |slug: &Option<String>| {
        let choice = categories.iter().find(|choice| Some(&choice.slug) == slug.as_ref());
        match choice {
            Some(choice) => own_text(locale, &choice.name),
            None => td_string!(locale, owner_products.field.no_category).to_owned(),
        }
    };
    let pictures = td_string!(locale, owner_products.changes.pictures, count = now.pictures.len());
    let all = [
        (td_string!(locale, owner_products.field.name_ko), before.name.ko, now.name.ko),
        (td_string!(locale, owner_products.field.name_en), before.name.en, now.name.en),
        (td_string!(locale, owner_products.field.maker_ko), before.maker.ko, now.maker.ko),
        (td_string!(locale, owner_products.field.maker_en), before.maker.en, now.maker.en),
        (
            td_string!(locale, owner_products.field.category),
            category(&before.category),
            category(&now.category),
        ),
        (
            td_string!(locale, owner_products.field.price),
            won(locale, before.price),
            won(locale, now.price),
        ),
        (
            td_string!(locale, owner_products.field.stock),
            before.stock.to_string(),
            now.stock.to_string(),
        ),
        (td_string!(locale, owner_products.field.detail_ko), before.detail.ko, now.detail.ko),
        (td_string!(locale, owner_products.field.detail_en), before.detail.en, now.detail.en),
        (
            td_string!(locale, owner_products.pictures.label),
            if before.pictures == now.pictures { pictures.to_string() } else { String::new() },
            pictures.to_string(),
        ),
    ];
    let changed = all.into_iter().filter(|(_, before, now)| before != now);
    let changed =
        changed.map(|(label, _, now)| view! { <div><dt>{label}</dt><dd>{now}</dd></div> });
    view! {
        <Notice text=td_string!(locale, owner_products.changes.title) quiet=true>
            <dl class="changes" data-testid="changes">{changed.collect_view()}</dl>
            <a class="button is-quiet" rel="external" href=format!("/admin/products/{}", now.id.0)>
                {td_string!(locale, owner_products.changes.take_over)}
            </a>
        </Notice>
    }
}
