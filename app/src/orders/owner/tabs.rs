//! The states as tabs, with how many orders the search finds in each.

use super::address::list_address;
use crate::i18n::td_string;
use crate::language::{grouped, use_locale};
use crate::orders::state::state_text;
use leptos::prelude::*;
use shop::orders::State;
use shop::orders::owner::{ORDERS_COUNTED_MAX, OrderSearch};

/// All of them, and each state.
#[component]
pub fn StateTabs(
    /// What was asked for.
    search: OrderSearch,
    /// How many there are in each state.
    counts: Vec<(State, u32)>,
) -> impl IntoView {
    let locale = use_locale();
    let all = counts.iter().map(|(_, orders)| orders).sum();
    let tabs =
        std::iter::once((String::new(), td_string!(locale, owner_orders.all), all))
            .chain(counts.into_iter().map(|(state, orders)| {
                (state.as_str().to_owned(), state_text(locale, state), orders)
            }))
            .map(|(state, name, orders)| {
                let current = (state == search.state).then_some("page");
                let address = list_address(&OrderSearch { state, ..search.clone() }, 1);
                view! {
                    <li>
                        <a href=address aria-current=current>
                            {name} " " <span class="owner-tab-count">{count_text(orders)}</span>
                        </a>
                    </li>
                }
            })
            .collect_view();
    view! {
        <nav class="owner-tabs" aria-label=td_string!(locale, owner_orders.states)>
            <ul>{tabs}</ul>
        </nav>
    }
}

/// `1,204`; `10,000+` where the shop stopped counting.
fn count_text(orders: u32) -> String {
    let shown = grouped(u64::from(orders.min(ORDERS_COUNTED_MAX)));
    if orders < ORDERS_COUNTED_MAX { shown } else { format!("{shown}+") }
}

#[cfg(test)]
mod tests {
    use super::count_text;

    #[test]
    fn a_count_that_was_given_up_says_so() {
        assert_eq!([0, 1_204, 9_999].map(count_text), ["0", "1,204", "9,999"]);
        assert_eq!([10_000, 70_000].map(count_text), ["10,000+", "10,000+"]);
    }
}
