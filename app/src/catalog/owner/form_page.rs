//! `/admin/products/new` and `/admin/products/:id`: for admins.

use super::address::use_saved;
use super::api;
use super::form::ProductForm;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{Icon, Loading, NotFound, Notice, OwnerFrame, Refused, use_id};
use leptos::prelude::*;
use shop::catalog::ProductId;

/// A product that is not there yet.
#[component]
pub fn NewProductPage() -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, owner_products.form.new).to_owned();
    view! {
        <OwnerFrame title=Signal::stored(title)>
            <Form id=Signal::stored(Some(None)) />
        </OwnerFrame>
    }
}

/// A product that is there.
#[component]
pub fn EditProductPage() -> impl IntoView {
    let locale = use_locale();
    let id = use_id();
    let id = Signal::derive(move || id.get().map(|id| Some(ProductId(id))));
    let title = td_string!(locale, owner_products.form.edit).to_owned();
    view! {
        <OwnerFrame title=Signal::stored(title)>
            <Form id />
        </OwnerFrame>
    }
}

/// The form. `None` is an address that names no product, `Some(None)` a new one.
#[component]
fn Form(id: Signal<Option<Option<ProductId>>>) -> impl IntoView {
    let locale = use_locale();
    let saved = use_saved();
    // Read anew whenever something was saved.
    let workbench = Resource::new(
        move || (id.get(), saved.get()),
        |(id, _)| async move {
            match id {
                Some(id) => Some(api::owner_show(id).await),
                None => None,
            }
        },
    );
    view! {
        <a class="back" href="/admin/products">
            {Icon::Back} {td_string!(locale, owner_products.form.all)}
        </a>
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                let told = saved.get().is_some().then(|| {
                    view! { <Notice text=td_string!(locale, owner_products.form.saved) quiet=true /> }
                });
                match workbench.await {
                    Some(Ok(workbench)) => view! { {told} <ProductForm workbench /> }.into_any(),
                    Some(Err(error)) => view! { <Refused error /> }.into_any(),
                    None => view! { <NotFound /> }.into_any(),
                }
            })}
        </Transition>
    }
}
