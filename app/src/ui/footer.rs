//! The foot of every page.

use super::Mark;
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;

/// What the shop promises, and where to go.
#[component]
pub fn Footer() -> impl IntoView {
    let locale = use_locale();
    view! {
        <footer class="footer">
            <div class="footer-inner">
                <div class="footer-shop">
                    <Mark />
                    <p class="footer-tagline">{td_string!(locale, common.tagline)}</p>
                </div>
                <section class="footer-promise">
                    <h2>{td_string!(locale, common.footer.promise_title)}</h2>
                    <p>{td_string!(locale, common.footer.promise)}</p>
                    <p>{td_string!(locale, common.footer.time)}</p>
                </section>
                <nav class="footer-menu" aria-label=td_string!(locale, common.footer.menu)>
                    <a href="/">{td_string!(locale, catalog.product.back)}</a>
                    <a href="/drops">{td_string!(locale, common.nav.drops)}</a>
                    <a href="/coupons">{td_string!(locale, common.nav.coupons)}</a>
                </nav>
            </div>
        </footer>
    }
}
