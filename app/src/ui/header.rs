//! The top of every page.

use super::{Icon, LanguageSwitch, Mark, MemberMenu, SearchBox};
use crate::cart::CartLink;
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use leptos_router::components::A;

/// The shop's name, the search, the ways to everything, and the reader's own menu.
#[component]
pub fn Header() -> impl IntoView {
    let locale = use_locale();
    view! {
        <header class="header">
            <div class="header-inner">
                <a class="logo" href="/" aria-label=td_string!(locale, common.nav.home)>
                    <Mark />
                    <span class="logo-name">{td_string!(locale, common.logo.hangul)}</span>
                    <span class="logo-latin">{td_string!(locale, common.logo.latin)}</span>
                </a>
                <SearchBox />
                <nav class="header-nav" aria-label=td_string!(locale, common.nav.label)>
                    <A href="/drops" attr:class="menu-link is-drops">
                        {Icon::Clock} <span>{td_string!(locale, common.nav.drops)}</span>
                    </A>
                </nav>
                <div class="header-member">
                    <MemberMenu />
                    <CartLink />
                </div>
                <LanguageSwitch />
            </div>
        </header>
    }
}
