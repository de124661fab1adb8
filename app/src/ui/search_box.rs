//! The search in the header.

mod combo;

use super::Icon;
use crate::catalog::{api, suggested_address};
use crate::i18n::{Locale, td_string};
use crate::language::{own_text, use_locale};
use combo::Combo;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Form;
use leptos_router::hooks::{use_navigate, use_query_map};
use shop::catalog::{SuggestedPlace, Suggestion};
use std::time::Duration;

/// Somebody who types is not interrupted.
const QUIET: Duration = Duration::from_millis(150);

/// Searches the catalogue. A plain GET form, the words are in the address; where there is
/// JavaScript it suggests what they could mean.
#[component]
pub fn SearchBox() -> impl IntoView {
    let locale = use_locale();
    let query = use_query_map();
    let words = move || query.with(|query| query.get("q").unwrap_or_default());
    let combo = RwSignal::new(Combo::default());
    let navigate = use_navigate();
    let go = move |suggestion: &Suggestion| {
        combo.update(Combo::finish);
        navigate(&suggested_address(locale, suggestion), Default::default());
    };
    let on_key = {
        let go = go.clone();
        move |event: KeyboardEvent| press(combo, &event, &go)
    };
    let is_open = move || combo.with(Combo::is_open);
    let active = move || combo.with(Combo::active).map(option_id);
    view! {
        // The form itself stops the event on its way up.
        <search class="search" on:submit:capture=move |_| combo.update(Combo::finish)>
            <Form method="GET" action="/">
                <label class="visually-hidden" for="search-words">
                    {td_string!(locale, common.search.label)}
                </label>
                <input
                    id="search-words"
                    type="search"
                    name="q"
                    value=words
                    prop:value=words
                    placeholder=td_string!(locale, common.search.placeholder)
                    autocomplete="off"
                    enterkeyhint="search"
                    role="combobox"
                    aria-autocomplete="list"
                    aria-controls="search-options"
                    aria-expanded=move || is_open().to_string()
                    aria-activedescendant=active
                    on:input=move |event| ask(combo, event_target_value(&event))
                    on:keydown=on_key
                    on:blur=move |_| combo.update(|combo| _ = combo.close())
                />
                <button type="submit" aria-label=td_string!(locale, common.search.submit)>
                    {Icon::Search}
                </button>
            </Form>
            <ul
                id="search-options"
                class="search-options"
                role="listbox"
                aria-label=td_string!(locale, catalog.suggest.label)
                hidden=move || !is_open()
            >
                {move || {
                    let options = combo.with(|combo| combo.options().to_vec());
                    let go = go.clone();
                    options
                        .into_iter()
                        .enumerate()
                        .map(move |(i, suggestion)| option(locale, combo, i, suggestion, go.clone()))
                        .collect_view()
                }}
            </ul>
            <p class="visually-hidden" role="status">
                {move || is_open().then(|| {
                    let count = combo.with(|combo| combo.options().len());
                    td_string!(locale, catalog.suggest.count, count = count).to_string()
                })}
            </p>
        </search>
    }
}

/// Asks what the words could mean, once nobody has typed for a moment.
fn ask(combo: RwSignal<Combo>, words: String) {
    let Some(turn) = combo.try_update(|combo| combo.type_in(&words)).flatten() else { return };
    let ask = move || {
        if !combo.with_untracked(|combo| combo.is_turn(turn)) {
            return;
        }
        spawn_local(async move {
            // Without an answer the search still works.
            if let Ok(options) = api::suggest(words).await {
                combo.try_update(|combo| combo.hear(turn, options));
            }
        });
    };
    set_timeout(ask, QUIET);
}

fn press(combo: RwSignal<Combo>, event: &KeyboardEvent, go: &impl Fn(&Suggestion)) {
    match event.key().as_str() {
        "ArrowDown" => {
            event.prevent_default();
            combo.update(Combo::down);
        }
        "ArrowUp" => {
            event.prevent_default();
            combo.update(Combo::up);
        }
        // Enter may only finish a syllable.
        "Enter" if !event.is_composing() => {
            if let Some(suggestion) = combo.with_untracked(|combo| combo.chosen().cloned()) {
                event.prevent_default();
                go(&suggestion);
            }
        }
        // The first Escape folds the suggestions, the next one is the browser's.
        "Escape" if combo.try_update(Combo::close) == Some(true) => event.prevent_default(),
        _ => {}
    }
}

fn option(
    locale: Locale,
    combo: RwSignal<Combo>,
    place: usize,
    suggestion: Suggestion,
    go: impl Fn(&Suggestion) + 'static,
) -> impl IntoView {
    let name = own_text(locale, &suggestion.name);
    let kind = match suggestion.to {
        SuggestedPlace::Category(_) => td_string!(locale, catalog.suggest.category),
        SuggestedPlace::Maker => td_string!(locale, catalog.suggest.maker),
        SuggestedPlace::Product(_) => td_string!(locale, catalog.suggest.product),
    };
    let is_active = move || combo.with(|combo| combo.active() == Some(place)).to_string();
    view! {
        <li
            id=option_id(place)
            role="option"
            aria-selected=is_active
            // The keyboard stays in the field, which would fold the suggestions.
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| go(&suggestion)
        >
            <span>{name}</span>
            <span class="search-kind">{kind}</span>
        </li>
    }
}

fn option_id(place: usize) -> String {
    format!("search-option-{place}")
}
