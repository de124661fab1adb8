//! The heart beside a product.

use super::api::{self, Add, Remove};
use crate::cart::when_done;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::{log_in_address, use_me};
use crate::ui::Icon;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use server_fn::ServerFn;
use shop::catalog::ProductId;

/// Whether the reader has a product on their list; `None` for a visitor.
pub type Wished = Resource<Option<bool>>;

/// Asks it. Called by the page itself: what is asked within a part that waits is asked each time
/// that the part is rendered.
pub fn use_wished(product_id: Memo<Option<u64>>) -> Wished {
    let me = use_me();
    Resource::new(
        move || (product_id.get(), me.version.get()),
        move |(product_id, _)| async move {
            match me.member.await {
                // A heart that cannot be read is empty: filling it again changes nothing.
                Ok(Some(_)) => Some(api::has(ProductId(product_id?)).await.unwrap_or(false)),
                _ => None,
            }
        },
    )
}

/// Puts a product on the reader's list or takes it off; a visitor is led to log in, and back.
#[component]
pub fn WishButton(
    /// The product.
    product_id: ProductId,
    /// Whether it is on the list.
    wished: Wished,
) -> impl IntoView {
    view! {
        <Transition fallback=|| ()>
            {move || Suspend::new(async move {
                match wished.await {
                    Some(is_wished) => view! { <Heart product_id is_wished /> }.into_any(),
                    None => view! { <LogInFirst product_id /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// One form for both ways, so that the button stays the same, and keeps the keyboard.
#[component]
fn Heart(product_id: ProductId, is_wished: bool) -> impl IntoView {
    let locale = use_locale();
    let (add, remove) = (ServerAction::<Add>::new(), ServerAction::<Remove>::new());
    let wished = RwSignal::new(is_wished);
    when_done(add, move |()| wished.set(true));
    when_done(remove, move |()| wished.set(false));
    let address = move || if wished.get() { Remove::url() } else { Add::url() };
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if add.pending().get_untracked() || remove.pending().get_untracked() {
            return;
        }
        if wished.get_untracked() {
            remove.dispatch(Remove { product_id });
        } else {
            add.dispatch(Add { product_id });
        }
    };
    view! {
        <form class="wish-form" method="post" action=address on:submit=send>
            <input type="hidden" name="product_id" value=product_id.0.to_string() />
            <button
                class="wish-button"
                type="submit"
                aria-pressed=move || wished.get().to_string()
                data-testid="wish"
            >
                {Icon::Heart} <span>{td_string!(locale, wishes.button)}</span>
            </button>
        </form>
    }
}

#[component]
fn LogInFirst(product_id: ProductId) -> impl IntoView {
    let locale = use_locale();
    let address = log_in_address(&format!("/products/{}", product_id.0));
    view! {
        <a class="wish-button" href=address data-testid="wish">
            {Icon::Heart} <span>{td_string!(locale, wishes.button)}</span>
        </a>
    }
}
