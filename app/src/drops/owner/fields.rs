//! The fields of a drop, in four groups.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FieldProblem, TextField};
use leptos::prelude::*;
use shop::drops::DropForm;
use shop::{Field, Refusal};

/// Its name and how many coupons it has.
#[component]
pub fn Basics(
    /// What they hold at first.
    initial: DropForm,
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <fieldset>
            <legend>{td_string!(locale, owner_drops.form.basics)}</legend>
            <TextField
                field=Field::Name
                name="name"
                value=initial.name
                label=td_string!(locale, owner_drops.form.name)
                refusal
            />
            <TextField
                field=Field::Quota
                name="quota"
                value=initial.quota
                label=td_string!(locale, owner_drops.form.quota)
                refusal
                inputmode="numeric"
            />
        </fieldset>
    }
}

/// When it opens and closes.
#[component]
pub fn When(
    /// What they hold at first.
    initial: DropForm,
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <fieldset>
            <legend>{td_string!(locale, owner_drops.form.when)}</legend>
            <TextField
                field=Field::OpensAt
                name="opens_at"
                value=initial.opens_at
                label=td_string!(locale, owner_drops.form.opens_at)
                refusal
                kind="datetime-local"
            />
            <TextField
                field=Field::ClosesAt
                name="closes_at"
                value=initial.closes_at
                label=td_string!(locale, owner_drops.form.closes_at)
                refusal
                kind="datetime-local"
            />
        </fieldset>
    }
}

/// What its coupons take off. Both kinds of fields are always there, so that the form works
/// without JavaScript; the stylesheet shows those of the chosen kind.
#[component]
pub fn DiscountFields(
    /// What they hold at first.
    initial: DropForm,
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    let is_percent = initial.discount_kind == "percent";
    view! {
        <fieldset class="discount-fields">
            <legend>{td_string!(locale, owner_drops.form.discount)}</legend>
            <div class="choices" role="radiogroup" aria-label=td_string!(locale, owner_drops.form.kind)>
                <label class="choice">
                    <input type="radio" name="discount_kind" value="fixed" checked=!is_percent />
                    {td_string!(locale, owner_drops.form.fixed)}
                </label>
                <label class="choice">
                    <input type="radio" name="discount_kind" value="percent" checked=is_percent />
                    {td_string!(locale, owner_drops.form.percent)}
                </label>
            </div>
            <FieldProblem field=Field::DiscountKind name="discount_kind" refusal />
            <div class="for-fixed">
                <TextField
                    field=Field::DiscountWon
                    name="discount_won"
                    value=initial.discount_won
                    label=td_string!(locale, owner_drops.form.won)
                    refusal
                    inputmode="numeric"
                />
            </div>
            <div class="for-percent">
                <TextField
                    field=Field::DiscountPercent
                    name="discount_percent"
                    value=initial.discount_percent
                    label=td_string!(locale, owner_drops.form.percent_value)
                    refusal
                    inputmode="numeric"
                />
                <TextField
                    field=Field::DiscountCap
                    name="discount_cap_won"
                    value=initial.discount_cap_won
                    label=td_string!(locale, owner_drops.form.cap)
                    refusal
                    inputmode="numeric"
                />
            </div>
        </fieldset>
    }
}

/// When a coupon may be used, and how fast they are issued.
#[component]
pub fn Limits(
    /// What they hold at first.
    initial: DropForm,
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <fieldset>
            <legend>{td_string!(locale, owner_drops.form.limits)}</legend>
            <TextField
                field=Field::MinimumSpend
                name="minimum_spend_won"
                value=initial.minimum_spend_won
                label=td_string!(locale, owner_drops.form.minimum)
                refusal
                inputmode="numeric"
                hint=td_string!(locale, owner_drops.form.minimum_hint)
                is_optional=true
            />
            <TextField
                field=Field::ValidDays
                name="valid_days"
                value=initial.valid_days
                label=td_string!(locale, owner_drops.form.valid_days)
                refusal
                inputmode="numeric"
                hint=td_string!(locale, owner_drops.form.valid_days_hint)
                is_optional=true
            />
            <TextField
                field=Field::Rate
                name="rate_per_s"
                value=initial.rate_per_s
                label=td_string!(locale, owner_drops.form.rate)
                refusal
                inputmode="numeric"
                hint=td_string!(locale, owner_drops.form.rate_hint)
                is_optional=true
            />
        </fieldset>
    }
}
