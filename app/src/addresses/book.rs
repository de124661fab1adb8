//! A book on its page: the addresses, and room for one more.

use super::api::{Add, Edit, MakeDefault, Remove};
use super::card::AddressCard;
use super::form::{AddForm, EditForm};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{Empty, FormNotice, Icon, PageTitle, refusal_of, when_done};
use leptos::prelude::*;
use shop::addresses::{ADDRESSES_MAX, AddressId, SavedAddress};

/// What may be done to a book.
#[derive(Clone, Copy)]
pub struct Actions {
    /// A new address.
    pub add: ServerAction<Add>,
    /// Another text.
    pub edit: ServerAction<Edit>,
    /// One address less.
    pub remove: ServerAction<Remove>,
    /// Another default.
    pub make_default: ServerAction<MakeDefault>,
    /// Rises with everything that was done.
    pub saved: RwSignal<u32>,
}

impl Actions {
    /// One of each for the whole page: a refusal that comes back in the page's address, without
    /// JavaScript, belongs to all forms of an action.
    pub fn new() -> Self {
        let saved = RwSignal::new(0);
        let (add, edit) = (ServerAction::new(), ServerAction::new());
        let (remove, make_default) = (ServerAction::new(), ServerAction::new());
        let done = move || saved.update(|saved| *saved += 1);
        when_done(add, done);
        when_done(edit, done);
        when_done(remove, done);
        when_done(make_default, done);
        Self { add, edit, remove, make_default, saved }
    }

    /// Whoever turns to another address leaves what was wrong about the last one behind.
    pub fn forget_refusals_after(self, edited: Memo<Option<AddressId>>) {
        Effect::new(move |before: Option<Option<AddressId>>| {
            let edited = edited.get();
            if before.is_some_and(|before| before != edited) {
                self.add.clear();
                self.edit.clear();
            }
            edited
        });
    }
}

/// The addresses as cards; the edited one as a form, the others with what may be done to them.
#[component]
pub fn Book(
    /// The default one first.
    addresses: Vec<SavedAddress>,
    /// The one that is being edited.
    edited: Option<AddressId>,
    /// What may be done.
    actions: Actions,
) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, account.addresses.title);
    let kept = addresses.len();
    let count = td_string!(locale, account.addresses.count, count = kept, max = ADDRESSES_MAX);
    let count = count.to_string();
    let edited = edited.filter(|id| addresses.iter().any(|address| address.id == *id));
    let list = if addresses.is_empty() {
        view! {
            <Empty
                icon=Icon::Pin
                title=td_string!(locale, account.addresses.empty.title)
                body=td_string!(locale, account.addresses.empty.body)
            />
        }
        .into_any()
    } else {
        let cards = addresses.into_iter().map(|saved| {
            let card = if edited == Some(saved.id) {
                view! { <EditForm saved action=actions.edit /> }.into_any()
            } else {
                view! { <AddressCard saved actions /> }.into_any()
            };
            view! { <li data-testid="address">{card}</li> }
        });
        view! {
            <ul class="address-list" aria-label=td_string!(locale, account.addresses.list)>
                {cards.collect_view()}
            </ul>
        }
        .into_any()
    };
    // One form at a time: two would have fields of the same names.
    let room = edited.is_none().then(|| view! { <Room kept add=actions.add /> });
    view! {
        <PageTitle text=title />
        <section class="page addresses">
            <header class="page-head">
                <a class="back" href="/account">{Icon::Back} {td_string!(locale, account.back)}</a>
                <h1>{title}</h1>
                <p data-testid="address-count">{count}</p>
            </header>
            <FormNotice refusal=refusal_of(actions.remove) />
            <FormNotice refusal=refusal_of(actions.make_default) />
            {list}
            {room}
        </section>
    }
}

#[component]
fn Room(kept: usize, add: ServerAction<Add>) -> impl IntoView {
    let locale = use_locale();
    if kept < ADDRESSES_MAX as usize {
        view! { <AddForm action=add /> }.into_any()
    } else {
        let full = td_string!(locale, account.addresses.full, max = ADDRESSES_MAX).to_string();
        view! { <p class="addresses-full">{full}</p> }.into_any()
    }
}
