//! What the page in sight is about, and how it goes along with a message.

use super::card_view::CardView;
use super::message_view::Eyes;
use super::talk::About;
use super::use_talk;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{Icon, escape};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::chat::Card;

const PRODUCTS: (&str, &str) = ("/products/", "product");
const ORDERS: (&str, &str) = ("/orders/", "order");

/// Says what the page is about, for as long as its owner lives.
pub fn page_is_about(card: Card) {
    let page = use_talk().page;
    Effect::new(move |_| {
        page.set(Some(card.clone()));
        on_cleanup(move || {
            page.set(None);
        });
    });
}

/// The address of the talk, seen from a page: without JavaScript it says what that page is about.
pub fn talk_address(pathname: &str) -> String {
    let about = [PRODUCTS, ORDERS].into_iter().find_map(|(place, word)| {
        let id: u64 = pathname.strip_prefix(place)?.parse().ok()?;
        Some(format!("{word}:{id}"))
    });
    about.map_or_else(|| "/chat".to_owned(), |about| format!("/chat?about={}", escape(&about)))
}

/// Offers what the page is about, and shows what goes along.
#[component]
pub fn AboutTools() -> impl IntoView {
    let locale = use_locale();
    let talk = use_talk();
    let attached = talk.attached;
    let offered = Memo::new(move |_| {
        let is_free = attached.with(Option::is_none);
        talk.page.get().filter(|_| is_free)
    });
    let shown = move || attached.with(|about| about.as_ref().and_then(|about| about.card.clone()));
    view! {
        {move || offered.get().map(|card| {
            let label = match card {
                Card::Product { .. } => td_string!(locale, chat.about.product),
                Card::Order { .. } => td_string!(locale, chat.about.order),
            };
            view! {
                <button
                    class="about-offer"
                    type="button"
                    on:click=move |_| {
                        attached.set(Some(About::from(card.clone())));
                        crate::browser::focus("chat-text");
                    }
                    data-testid="chat-about"
                >
                    {Icon::Plus} {label}
                </button>
            }
        })}
        {move || shown().map(|card| view! {
            <div class="about-along" data-testid="chat-along">
                <CardView card eyes=Eyes::Shopper />
                <button
                    class="chat-tool"
                    type="button"
                    aria-label=td_string!(locale, chat.about.remove)
                    on:click=move |_| attached.set(None)
                >
                    {Icon::Cross}
                </button>
            </div>
        })}
    }
}

/// What the address says that the reader was looking at: it goes along if they leave it checked.
#[component]
pub fn AlongField() -> impl IntoView {
    let query = use_query_map();
    let about = query.with_untracked(|query| query.get("about")).filter(|about| is_about(about));
    about.map(|about| view! { <Along about /> })
}

#[component]
fn Along(about: String) -> impl IntoView {
    let locale = use_locale();
    let talk = use_talk();
    let is_product = about.starts_with(PRODUCTS.1);
    let label = if is_product {
        td_string!(locale, chat.about.along_product)
    } else {
        td_string!(locale, chat.about.along_order)
    };
    let what = StoredValue::new(about.clone());
    let choose = move |is_chosen: bool| {
        let about = About { what: what.get_value(), card: None };
        talk.attached.set(is_chosen.then_some(about));
    };
    Effect::new(move |_| choose(true));
    view! {
        <label class="about-field">
            <input
                type="checkbox"
                name="card"
                value=about
                checked
                prop:checked=move || talk.attached.with(Option::is_some)
                on:change:target=move |event| choose(event.target().checked())
            />
            {label}
        </label>
    }
}

fn is_about(text: &str) -> bool {
    text.split_once(':').is_some_and(|(word, id)| {
        [PRODUCTS.1, ORDERS.1].contains(&word) && id.parse::<u64>().is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_what_the_page_was_about() {
        assert_eq!(talk_address("/products/12"), "/chat?about=product%3A12");
        assert_eq!(talk_address("/orders/34"), "/chat?about=order%3A34");
        for pathname in ["/", "/products/", "/products/x", "/orders", "/drops/3"] {
            assert_eq!(talk_address(pathname), "/chat");
        }
    }

    #[test]
    fn nothing_else_is_taken_from_an_address() {
        assert!(is_about("product:12") && is_about("order:1"));
        for text in ["", "product", "product:", "member:1", "product:1\"", "product:1:2"] {
            assert!(!is_about(text), "{text}");
        }
    }
}
