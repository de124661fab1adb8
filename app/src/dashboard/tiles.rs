//! Today in five numbers.

use crate::i18n::td_string;
use crate::language::{grouped, use_locale};
use leptos::prelude::*;
use shop::dashboard::Dashboard;

/// Orders, revenue, sign-ups, and coupons issued and spent.
#[component]
pub fn Tiles(
    /// The numbers.
    shown: RwSignal<Dashboard>,
) -> impl IntoView {
    let locale = use_locale();
    let tell = move |of: fn(&Dashboard) -> u64| move || grouped(shown.with(of));
    let (orders, revenue) = (tell(|d| d.today().orders), tell(|d| d.today().revenue_won));
    let (sign_ups, issued) = (tell(|d| d.sign_ups), tell(|d| d.coupons_issued));
    let used = tell(|d| d.coupons_used);
    let orders =
        move || td_string!(locale, owner.dashboard.orders_count, count = orders()).to_string();
    let revenue = move || td_string!(locale, common.won, amount = revenue()).to_string();
    let sign_ups =
        move || td_string!(locale, owner.dashboard.sign_ups_count, count = sign_ups()).to_string();
    let issued =
        move || td_string!(locale, owner.dashboard.coupons_count, count = issued()).to_string();
    let used =
        move || td_string!(locale, owner.dashboard.coupons_count, count = used()).to_string();
    view! {
        <section aria-labelledby="dashboard-today">
            <h2 class="visually-hidden" id="dashboard-today">
                {td_string!(locale, owner.dashboard.today)}
            </h2>
            <dl class="tiles">
                <div class="tile">
                    <dt>{td_string!(locale, owner.dashboard.orders)}</dt>
                    <dd data-testid="today-orders">{orders}</dd>
                </div>
                <div class="tile is-wide">
                    <dt>
                        {td_string!(locale, owner.dashboard.revenue)}
                        <small>{td_string!(locale, owner.dashboard.revenue_hint)}</small>
                    </dt>
                    <dd data-testid="today-revenue">{revenue}</dd>
                </div>
                <div class="tile">
                    <dt>{td_string!(locale, owner.dashboard.sign_ups)}</dt>
                    <dd data-testid="today-sign-ups">{sign_ups}</dd>
                </div>
                <div class="tile">
                    <dt>{td_string!(locale, owner.dashboard.issued)}</dt>
                    <dd data-testid="today-issued">{issued}</dd>
                </div>
                <div class="tile">
                    <dt>{td_string!(locale, owner.dashboard.used)}</dt>
                    <dd data-testid="today-used">{used}</dd>
                </div>
            </dl>
        </section>
    }
}
