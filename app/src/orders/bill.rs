//! What an order comes to, line by line.

use crate::i18n::td_string;
use crate::language::{use_locale, won};
use leptos::prelude::*;
use shop::Won;
use shop::orders::{FREE_DELIVERY_FROM, Totals};

/// Goods, delivery, discount, total; they follow the choice of a coupon.
#[component]
pub fn Bill(
    /// The sums.
    #[prop(into)]
    totals: Signal<Totals>,
    /// What the last line is called.
    total_label: &'static str,
    /// Whether more goods could still be added.
    #[prop(optional)]
    is_open: bool,
) -> impl IntoView {
    let locale = use_locale();
    let amount = move |of: fn(&Totals) -> Won| won(locale, totals.with(of));
    let delivery = move || match totals.get().delivery {
        Won(0) => td_string!(locale, orders.bill.free).to_owned(),
        fee => won(locale, fee),
    };
    let is_given = move || totals.get().discount > Won(0);
    let missing = move || {
        let Totals { goods, delivery, .. } = totals.get();
        (is_open && delivery > Won(0)).then(|| {
            let more = won(locale, Won(FREE_DELIVERY_FROM.0.saturating_sub(goods.0)));
            let text = td_string!(locale, orders.bill.more, more = more).to_string();
            view! { <p class="bill-hint">{text}</p> }
        })
    };
    view! {
        <dl class="bill">
            <div>
                <dt>{td_string!(locale, orders.bill.goods)}</dt>
                <dd data-testid="bill-goods">{move || amount(|bill| bill.goods)}</dd>
            </div>
            <div>
                <dt>{td_string!(locale, orders.bill.delivery)}</dt>
                <dd data-testid="bill-delivery">{delivery}</dd>
            </div>
            <div>
                <dt>{td_string!(locale, orders.bill.discount)}</dt>
                <dd
                    class="bill-discount"
                    class:is-given=is_given
                    data-testid="bill-discount"
                >
                    {move || match totals.get().discount {
                        Won(0) => won(locale, Won(0)),
                        off => format!("−{}", won(locale, off)),
                    }}
                </dd>
            </div>
            <div class="bill-total">
                <dt>{total_label}</dt>
                <dd data-testid="bill-total" aria-live="polite">
                    {move || amount(|bill| bill.total)}
                </dd>
            </div>
        </dl>
        {missing}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(goods: u32, is_open: bool) -> String {
        Owner::new().with(|| {
            let totals = Signal::stored(Totals::of(Won(goods), None));
            view! { <Bill totals total_label="결제할 금액" is_open /> }.to_html()
        })
    }

    #[test]
    fn it_says_how_much_more_is_delivered_for_nothing() {
        let html = rendered(27_000, true);
        assert!(html.contains("30,000원"), "{html}");
        assert!(html.contains("3,000원 더"), "{html}");
        assert!(!rendered(30_000, true).contains("더 담으면"));
        assert!(rendered(30_000, true).contains("무료"));
        assert!(!rendered(27_000, false).contains("더 담으면"), "it is ordered already");
    }
}
