//! `/admin/drops/new`.

use super::fields::{Basics, DiscountFields, Limits, When};
use crate::drops::api::Create;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, OwnerFrame, SubmitButton, refusal_of};
use leptos::prelude::*;
use shop::drops::DropForm;

/// The form that makes a drop. The server checks the role again when it is sent.
#[component]
pub fn NewDropPage() -> impl IntoView {
    let locale = use_locale();
    view! {
        <OwnerFrame title=td_string!(locale, owner_drops.form.new_title)>
            <NewDropForm />
        </OwnerFrame>
    }
}

#[component]
fn NewDropForm() -> impl IntoView {
    let locale = use_locale();
    let create = ServerAction::<Create>::new();
    let refusal = refusal_of(create);
    let initial = DropForm::default;
    view! {
        <div class="owner-form">
            <p>{td_string!(locale, owner_drops.form.lead)}</p>
            <FormNotice refusal />
            <ActionForm action=create attr:class="form" attr:novalidate=true>
                <Basics initial=initial() refusal />
                <When initial=initial() refusal />
                <DiscountFields initial=initial() refusal />
                <Limits initial=initial() refusal />
                <SubmitButton
                    label=td_string!(locale, owner_drops.form.create)
                    sending=td_string!(locale, owner_drops.form.creating)
                    pending=create.pending()
                />
            </ActionForm>
        </div>
    }
}
