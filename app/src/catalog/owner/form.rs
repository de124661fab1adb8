//! The form that makes a product or changes one. A plain multipart form, which a browser sends by
//! itself; with JavaScript it is sent in the background, and what was typed stays where it is.

use super::address::use_refusal;
use super::changes::Changes;
use super::fields::{Details, Names, Selling};
use super::pictures::{Pictures, slots_of};
use super::shelf::Shelf;
use super::{api, files, order};
use crate::browser;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, SubmitButton};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shop::Refusal;
use shop::catalog::ProductId;
use shop::catalog::owner::{OwnerProduct, Saved, Workbench};

const FORM: &str = "product-form";
const NOTICES: &str = "product-form-notices";

/// The form, with a product in it or empty.
#[component]
pub(super) fn ProductForm(
    /// What it starts with.
    workbench: Workbench,
) -> impl IntoView {
    let locale = use_locale();
    let Workbench { product, categories } = workbench;
    let refusal = RwSignal::new(use_refusal());
    let sending = RwSignal::new(false);
    let slots = RwSignal::new(product.as_ref().map(slots_of).unwrap_or_default());
    let version = RwSignal::new(product.as_ref().map_or(0, |product| product.version));
    // As it is by now, once somebody else was first to save it.
    let newer = RwSignal::new(None::<OwnerProduct>);
    let id = product.as_ref().map(|product| product.id);
    let navigate = use_navigate();

    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        let navigate = navigate.clone();
        spawn_local(async move {
            let pictures: Vec<_> =
                slots.with_untracked(|slots| slots.iter().map(|s| s.picture.clone()).collect());
            let answer = files::send(FORM, &pictures).await;
            sending.try_set(false);
            match answer {
                Ok(saved) => {
                    pictures.iter().for_each(forget);
                    navigate(&saved_address(saved), NavigateOptions::default());
                }
                Err(refused) => {
                    if refused == Refusal::EditedMeanwhile {
                        catch_up(id, version, slots, newer).await;
                    }
                    let is_about_fields = matches!(refused, Refusal::Form(_));
                    refusal.try_set(Some(refused));
                    request_animation_frame(move || match is_about_fields {
                        true => browser::focus_first_problem(),
                        false => files::focus(NOTICES),
                    });
                }
            }
        });
    };

    let shelf = product.as_ref().map(|product| {
        let on_change = move |saved: Saved| version.set(saved.version);
        view! { <Shelf id=product.id withdrawn_at=product.withdrawn_at on_change=on_change /> }
    });
    let (before, choices) = (product.clone(), categories.clone());
    let changes = move || {
        let before = before.clone()?;
        let categories = choices.clone();
        newer.get().map(|now| view! { <Changes before now categories /> })
    };
    let stock_shown = product.as_ref().map(|product| product.stock.to_string());
    view! {
        <div id=NOTICES class="form-notices" tabindex="-1">
            <FormNotice refusal=refusal.into() />
            {changes}
        </div>
        <form
            id=FORM
            class="form product-form"
            method="post"
            action="/admin/products"
            enctype="multipart/form-data"
            novalidate=true
            on:submit=send
        >
            // Enter in a field saves; without this it would press the first picture's button.
            <button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true"></button>
            <input type="hidden" name="product_id" value=id.map(|id| id.0.to_string()) />
            <input type="hidden" name="version" value=move || version.get().to_string() />
            // Orders go on meanwhile: what is typed counts against what was shown.
            <input type="hidden" name="stock_shown" value=stock_shown />
            <Pictures slots refusal=refusal.into() />
            <Names product=product.clone() refusal=refusal.into() />
            <Selling product=product.clone() categories refusal=refusal.into() />
            <Details product refusal=refusal.into() />
            <SubmitButton
                label=td_string!(locale, owner_products.form.submit)
                sending=td_string!(locale, owner_products.form.sending)
                pending=sending
            />
        </form>
        {shelf}
    }
}

fn forget(picture: &order::Picture) {
    if let order::Picture::New(number) = picture {
        files::forget(*number);
    }
}

fn saved_address(saved: Saved) -> String {
    format!("/admin/products/{}?saved={}", saved.id.0, saved.version)
}

/// Learns what somebody else saved, so that it can be shown, and that saving once more counts.
async fn catch_up(
    id: Option<ProductId>,
    version: RwSignal<u32>,
    slots: RwSignal<Vec<order::Slot>>,
    newer: RwSignal<Option<OwnerProduct>>,
) {
    if let Ok(Workbench { product: Some(now), .. }) = api::owner_show(id).await {
        version.try_set(now.version);
        slots.try_update(|slots| order::follow(slots, slots_of(&now)));
        newer.try_set(Some(now));
    }
}
