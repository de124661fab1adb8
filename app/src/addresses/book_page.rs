//! `/account/addresses`, and `?edit=ID` for one of them.

use super::api;
use super::book::{Actions, Book};
use crate::members::use_me;
use crate::ui::{Loading, Refused};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::Refusal;
use shop::addresses::AddressId;

/// The reader's address book.
#[component]
pub fn AddressBookPage() -> impl IntoView {
    let me = use_me();
    let actions = Actions::new();
    let query = use_query_map();
    let edited = Memo::new(move |_| {
        let id = query.with(|query| query.get("edit")?.parse().ok());
        id.map(AddressId)
    });
    actions.forget_refusals_after(edited);
    let book = Resource::new(
        move || (me.version.get(), actions.saved.get()),
        move |_| async move {
            // A visitor has none: no need to ask.
            match me.member.await {
                Ok(None) => Err(Refusal::NotSignedIn.into()),
                _ => api::list().await,
            }
        },
    );
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || {
                let edited = edited.get();
                Suspend::new(async move {
                    match book.await {
                        Ok(addresses) => {
                            view! { <Book addresses edited actions /> }.into_any()
                        }
                        Err(error) => view! { <Refused error /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}
