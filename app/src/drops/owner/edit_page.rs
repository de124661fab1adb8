//! `/admin/drops/:id/edit`.

use super::api::{self, Edit};
use super::fields::{Basics, DiscountFields, Limits, When};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{
    FormNotice, Icon, Loading, NotFound, Notice, OwnerFrame, Refused, SubmitButton, refusal_of,
    use_id,
};
use leptos::prelude::*;
use shop::drops::{Drop, DropForm, DropId, NewDrop};

/// The form that edits a drop before it opens.
#[component]
pub fn EditDropPage() -> impl IntoView {
    let locale = use_locale();
    let id = use_id();
    let read = Resource::new(
        move || id.get(),
        |id| async move { Some(api::owner_show(DropId(id?)).await) },
    );
    view! {
        <OwnerFrame title=td_string!(locale, owner_drops.form.edit_title)>
            <Transition fallback=|| view! { <Loading /> }>
                {move || Suspend::new(async move {
                    match read.await {
                        Some(Ok(read)) if read.now < read.drop.opens_at => {
                            view! { <EditDropForm drop=read.drop /> }.into_any()
                        }
                        Some(Ok(read)) => view! { <HasOpened id=read.drop.id /> }.into_any(),
                        Some(Err(error)) => view! { <Refused error /> }.into_any(),
                        None => view! { <NotFound /> }.into_any(),
                    }
                })}
            </Transition>
        </OwnerFrame>
    }
}

#[component]
fn EditDropForm(drop: Drop) -> impl IntoView {
    let locale = use_locale();
    let edit = ServerAction::<Edit>::new();
    let refusal = refusal_of(edit);
    let (id, version) = (drop.id.0, drop.version);
    let initial = DropForm::from(&NewDrop::from(&drop));
    view! {
        <div class="owner-form">
            <a class="back" href=format!("/admin/drops/{id}")>
                {Icon::Back} {drop.name}
            </a>
            <p>{td_string!(locale, owner_drops.form.lead)}</p>
            <FormNotice refusal />
            <ActionForm action=edit attr:class="form" attr:novalidate=true>
                <input type="hidden" name="drop_id" value=id.to_string() />
                <input type="hidden" name="version" value=version.to_string() />
                <Basics initial=initial.clone() refusal />
                <When initial=initial.clone() refusal />
                <DiscountFields initial=initial.clone() refusal />
                <Limits initial refusal />
                <SubmitButton
                    label=td_string!(locale, owner_drops.form.save)
                    sending=td_string!(locale, owner_drops.form.saving)
                    pending=edit.pending()
                />
            </ActionForm>
        </div>
    }
}

#[component]
fn HasOpened(id: DropId) -> impl IntoView {
    let locale = use_locale();
    view! {
        <Notice text=td_string!(locale, owner_drops.form.has_opened) quiet=true>
            <a href=format!("/admin/drops/{}", id.0)>{td_string!(locale, owner_drops.to_board)}</a>
        </Notice>
    }
}
