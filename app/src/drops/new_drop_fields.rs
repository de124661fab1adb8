//! The fields of a new drop, in four groups.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::TextField;
use leptos::prelude::*;
use shop::{Field, Refusal};

/// Its name and how many coupons it has.
#[component]
pub fn Basics(
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <fieldset>
            <legend>{td_string!(locale, drops.new.basics)}</legend>
            <TextField
                field=Field::Name
                name="name"
                label=td_string!(locale, drops.new.name)
                refusal
            />
            <TextField
                field=Field::Quota
                name="quota"
                label=td_string!(locale, drops.new.quota)
                refusal
                inputmode="numeric"
            />
        </fieldset>
    }
}

/// When it opens and closes.
#[component]
pub fn When(
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <fieldset>
            <legend>{td_string!(locale, drops.new.when)}</legend>
            <TextField
                field=Field::OpensAt
                name="opens_at"
                label=td_string!(locale, drops.new.opens_at)
                refusal
                kind="datetime-local"
            />
            <TextField
                field=Field::ClosesAt
                name="closes_at"
                label=td_string!(locale, drops.new.closes_at)
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
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <fieldset class="discount-fields">
            <legend>{td_string!(locale, drops.new.discount)}</legend>
            <div class="choices" role="radiogroup" aria-label=td_string!(locale, drops.new.kind)>
                <label class="choice">
                    <input type="radio" name="discount_kind" value="fixed" checked=true />
                    {td_string!(locale, drops.new.fixed)}
                </label>
                <label class="choice">
                    <input type="radio" name="discount_kind" value="percent" />
                    {td_string!(locale, drops.new.percent)}
                </label>
            </div>
            <div class="for-fixed">
                <TextField
                    field=Field::DiscountWon
                    name="discount_won"
                    label=td_string!(locale, drops.new.won)
                    refusal
                    inputmode="numeric"
                />
            </div>
            <div class="for-percent">
                <TextField
                    field=Field::DiscountPercent
                    name="discount_percent"
                    label=td_string!(locale, drops.new.percent_value)
                    refusal
                    inputmode="numeric"
                />
                <TextField
                    field=Field::DiscountCap
                    name="discount_cap_won"
                    label=td_string!(locale, drops.new.cap)
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
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <fieldset>
            <legend>{td_string!(locale, drops.new.limits)}</legend>
            <TextField
                field=Field::MinimumSpend
                name="minimum_spend_won"
                label=td_string!(locale, drops.new.minimum)
                refusal
                inputmode="numeric"
                hint=td_string!(locale, drops.new.minimum_hint)
                is_optional=true
            />
            <TextField
                field=Field::ValidDays
                name="valid_days"
                label=td_string!(locale, drops.new.valid_days)
                refusal
                inputmode="numeric"
                hint=td_string!(locale, drops.new.valid_days_hint)
                is_optional=true
            />
            <TextField
                field=Field::Rate
                name="rate_per_s"
                label=td_string!(locale, drops.new.rate)
                refusal
                inputmode="numeric"
                hint=td_string!(locale, drops.new.rate_hint)
                is_optional=true
            />
        </fieldset>
    }
}
