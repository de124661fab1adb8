//! Out of the shop, and back into it.

use super::api::{PutBack, Withdraw};
use crate::i18n::td_string;
use crate::language::{moment, use_locale};
use crate::ui::{FormNotice, refusal_of};
use leptos::prelude::*;
use shop::Moment;
use shop::catalog::ProductId;
use shop::catalog::owner::Saved;

/// Whether the product is in the shop, and the button that changes it. What is typed into the
/// form beside it stays there.
#[component]
pub(super) fn Shelf(
    /// Which product.
    id: ProductId,
    /// Since when it is out of the shop.
    withdrawn_at: Option<Moment>,
    /// Told whenever that changes.
    #[prop(into)]
    on_change: Callback<Saved>,
) -> impl IntoView {
    let locale = use_locale();
    let withdrawn_at = RwSignal::new(withdrawn_at);
    let (withdraw, put_back) = (ServerAction::<Withdraw>::new(), ServerAction::<PutBack>::new());
    let refusals = [refusal_of(withdraw), refusal_of(put_back)];
    let refusal = Signal::derive(move || refusals[0].get().or_else(|| refusals[1].get()));
    // Each answer once, in the order of the clicks.
    for answer in [withdraw.value(), put_back.value()] {
        Effect::new(move |_| {
            if let Some(Ok(saved)) = answer.get() {
                withdrawn_at.set(saved.withdrawn_at);
                on_change.run(saved);
            }
        });
    }
    view! {
        <section class="shelf-switch" aria-labelledby="shelf-switch-title">
            <h2 id="shelf-switch-title">{td_string!(locale, owner_products.shelf.title)}</h2>
            <FormNotice refusal />
            {move || match withdrawn_at.get() {
                None => view! {
                    <p>{td_string!(locale, owner_products.shelf.on_sale)}</p>
                    <ActionForm action=withdraw>
                        <input type="hidden" name="product_id" value=id.0.to_string() />
                        <button class="button is-quiet" type="submit" data-testid="withdraw">
                            {td_string!(locale, owner_products.shelf.withdraw)}
                        </button>
                    </ActionForm>
                }
                .into_any(),
                Some(at) => {
                    let since = moment(locale, at);
                    let text = td_string!(locale, owner_products.shelf.withdrawn, moment = since);
                    view! {
                        <p>{text.to_string()}</p>
                        <ActionForm action=put_back>
                            <input type="hidden" name="product_id" value=id.0.to_string() />
                            <button class="button is-quiet" type="submit" data-testid="put-back">
                                {td_string!(locale, owner_products.shelf.put_back)}
                            </button>
                        </ActionForm>
                    }
                    .into_any()
                }
            }}
        </section>
    }
}
