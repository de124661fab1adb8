//! The fields of a product that hold text, in three groups.

use crate::i18n::td_string;
use crate::language::{own_text, use_locale};
use crate::ui::{FieldProblem, TextField, problem_of};
use leptos::prelude::*;
use shop::catalog::owner::{CategoryChoice, OwnerProduct};
use shop::{Field, Refusal};

type Why = Signal<Option<Refusal>>;

/// What it is called, and who makes it.
#[component]
pub(super) fn Names(
    /// As it is now; `None` for a new one.
    product: Option<OwnerProduct>,
    /// Why the form was refused.
    refusal: Why,
) -> impl IntoView {
    let locale = use_locale();
    let (name, maker) = product.map(|product| (product.name, product.maker)).unwrap_or_default();
    view! {
        <fieldset>
            <legend>{td_string!(locale, owner_products.form.names)}</legend>
            <div class="field-pair">
                <TextField
                    field=Field::NameKo
                    name="name_ko"
                    label=td_string!(locale, owner_products.field.name_ko)
                    refusal
                    value=name.ko
                />
                <TextField
                    field=Field::NameEn
                    name="name_en"
                    label=td_string!(locale, owner_products.field.name_en)
                    refusal
                    value=name.en
                />
                <TextField
                    field=Field::MakerKo
                    name="maker_ko"
                    label=td_string!(locale, owner_products.field.maker_ko)
                    refusal
                    value=maker.ko
                />
                <TextField
                    field=Field::MakerEn
                    name="maker_en"
                    label=td_string!(locale, owner_products.field.maker_en)
                    refusal
                    value=maker.en
                />
            </div>
        </fieldset>
    }
}

/// Where it stands, what it costs, and how much there is.
#[component]
pub(super) fn Selling(
    /// As it is now; `None` for a new one.
    product: Option<OwnerProduct>,
    /// The categories, in the order of the menu.
    categories: Vec<CategoryChoice>,
    /// Why the form was refused.
    refusal: Why,
) -> impl IntoView {
    let locale = use_locale();
    let price = product.as_ref().map(|product| product.price.0.to_string()).unwrap_or_default();
    let stock = product.as_ref().map(|product| product.stock.to_string()).unwrap_or_default();
    let is_there = product.is_some();
    let chosen = product.and_then(|product| product.category);
    let stock_hint = is_there.then(|| td_string!(locale, owner_products.field.stock_hint));
    view! {
        <fieldset>
            <legend>{td_string!(locale, owner_products.form.selling)}</legend>
            <CategoryField chosen categories refusal />
            <div class="field-pair">
                <TextField
                    field=Field::Price
                    name="price"
                    label=td_string!(locale, owner_products.field.price)
                    refusal
                    inputmode="numeric"
                    value=price
                />
                <TextField
                    field=Field::Stock
                    name="stock"
                    label=td_string!(locale, owner_products.field.stock)
                    refusal
                    inputmode="numeric"
                    hint=stock_hint.unwrap_or(td_string!(locale, owner_products.field.stock_new))
                    value=stock
                />
            </div>
        </fieldset>
    }
}

/// What the shop says of it.
#[component]
pub(super) fn Details(
    /// As it is now; `None` for a new one.
    product: Option<OwnerProduct>,
    /// Why the form was refused.
    refusal: Why,
) -> impl IntoView {
    let locale = use_locale();
    let detail = product.map(|product| product.detail).unwrap_or_default();
    view! {
        <fieldset>
            <legend>{td_string!(locale, owner_products.form.detail)}</legend>
            <AreaField
                field=Field::DetailKo
                name="detail_ko"
                label=td_string!(locale, owner_products.field.detail_ko)
                refusal
                value=detail.ko
            />
            <AreaField
                field=Field::DetailEn
                name="detail_en"
                label=td_string!(locale, owner_products.field.detail_en)
                refusal
                value=detail.en
            />
        </fieldset>
    }
}

#[component]
fn CategoryField(
    chosen: Option<String>,
    categories: Vec<CategoryChoice>,
    refusal: Why,
) -> impl IntoView {
    let locale = use_locale();
    let none_is_chosen = chosen.is_none();
    let options = categories.into_iter().map(move |choice| {
        let selected = chosen.as_ref() == Some(&choice.slug);
        let name = own_text(locale, &choice.name);
        view! { <option value=choice.slug selected=selected>{name}</option> }
    });
    view! {
        <div class="field">
            <label for="field-category">
                {td_string!(locale, owner_products.field.category)}
                <span class="field-optional">{td_string!(locale, common.optional)}</span>
            </label>
            <select
                id="field-category"
                name="category"
                aria-invalid=move || problem_of(refusal, Field::Category).map(|_| "true")
                aria-describedby="problem-category"
            >
                <option value="" selected=none_is_chosen>
                    {td_string!(locale, owner_products.field.no_category)}
                </option>
                {options.collect_view()}
            </select>
            <FieldProblem field=Field::Category name="category" refusal />
        </div>
    }
}

/// Text in lines.
#[component]
fn AreaField(
    field: Field,
    name: &'static str,
    label: &'static str,
    refusal: Why,
    value: String,
) -> impl IntoView {
    let id = format!("field-{name}");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <textarea
                id=id
                name=name
                rows="8"
                aria-required="true"
                aria-invalid=move || problem_of(refusal, field).map(|_| "true")
                aria-describedby=format!("problem-{name}")
            >
                {value}
            </textarea>
            <FieldProblem field name refusal />
        </div>
    }
}
