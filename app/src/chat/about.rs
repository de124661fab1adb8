//! What the page in sight is about, and how it goes along with a message.

use super::card_view::CardView;
use super::message_view::Eyes;
use super::talk::Along;
use super::use_talk;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{Icon, escape};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::catalog::ProductId;
use shop::chat::{About, Card};
use shop::orders::OrderId;

const PRODUCTS: &str = "/products/";
const ORDERS: &str = "/orders/";

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
    let id = |place| pathname.strip_prefix(place)?.parse::<u64>().ok();
    let about = match (id(PRODUCTS), id(ORDERS)) {
        (Some(id), _) => About::Product(ProductId(id)),
        (_, Some(id)) => About::Order(OrderId(id)),
        (None, None) => return "/chat".to_owned(),
    };
    format!("/chat?about={}", escape(&about.to_string()))
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
                        attached.set(Some(Along::from(card.clone())));
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
    let about = query.with_untracked(|query| query.get("about")?.parse::<About>().ok());
    about.map(|about| view! { <AlongBox about /> })
}

#[component]
fn AlongBox(about: About) -> impl IntoView {
    let locale = use_locale();
    let talk = use_talk();
    let label = match about {
        About::Product(_) => td_string!(locale, chat.about.along_product),
        About::Order(_) => td_string!(locale, chat.about.along_order),
    };
    let choose = move |is_chosen: bool| {
        let along = Along { what: about.to_string(), card: None };
        talk.attached.set(is_chosen.then_some(along));
    };
    Effect::new(move |_| choose(true));
    view! {
        <label class="about-field">
            <input
                type="checkbox"
                name="card"
                value=about.to_string()
                checked
                prop:checked=move || talk.attached.with(Option::is_some)
                on:change:target=move |event| choose(event.target().checked())
            />
            {label}
        </label>
    }
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
}
