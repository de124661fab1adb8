//! The shell around every page, and the routes: reads as the sitemap.

use crate::addresses::AddressBookPage;
use crate::audit::AuditPage;
use crate::browser;
use crate::cart::{CartPage, provide_cart};
use crate::catalog::{EditProductPage, HomePage, NewProductPage, OwnerProductsPage, ProductPage};
use crate::chat::{ChatCorner, ChatPage, provide_talk};
use crate::counsel::{CannedPage, ChooseRoom, CounselPage, CounselRoomPage};
use crate::coupons::MyCouponsPage;
use crate::dashboard::DashboardPage;
use crate::drops::owner::{DropBoardPage, EditDropPage, NewDropPage, OwnerDropsPage};
use crate::drops::{DropPage, DropsPage};
use crate::i18n::td_string;
use crate::language::provide_locale;
use crate::live::provide_live;
use crate::members::owner::{MemberPage, MembersPage};
use crate::members::security::{FactorPage, LeavePage, LogInCodePage};
use crate::members::{
    AccountPage, CompletePage, ConfirmPage, EmailPage, ForgottenPage, LogInPage, PasswordPage,
    ProfilePage, ResetPage, SignUpPage, WaysInPage, provide_me,
};
use crate::orders::owner::{OwnerOrderPage, OwnerOrdersPage};
use crate::orders::{CheckoutPage, OrderPage, OrdersPage};
use crate::ui::{Footer, Header, NotFound};
use crate::wishes::WishesPage;
use leptos::prelude::*;
use leptos_i18n::Locale as _;
use leptos_meta::{Html, MetaTags, provide_meta_context};
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::{SsrMode, path};

/// The HTML around every page.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::policy::say(&options);
    view! {
        <!DOCTYPE html>
        <html>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf8f4" />
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#161412" />
                <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
                <link rel="manifest" href="/site.webmanifest" />
                <AutoReload options=options.clone() />
                <HydrationScripts options />
                <link rel="stylesheet" id="leptos" href="/pkg/seonchak.css" />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let locale = provide_locale();
    let me = provide_me();
    provide_cart(me);
    provide_live(Callback::new(move |()| me.reload()));
    provide_talk(me);
    Effect::new(|_| browser::mark_hydrated());
    view! {
        <Html {..} lang=locale.as_str() />
        <Router>
            <a class="skip" href="#content" rel="external">{td_string!(locale, common.skip)}</a>
            <Header />
            <main id="content" class="content" tabindex="-1">
                <Pages />
            </main>
            <Footer />
            <ChatCorner />
        </Router>
    }
}

/// Every page. All of them are rendered whole before they are sent: out-of-order streaming needs
/// JavaScript to show what it streams, and the shop works without.
#[component]
fn Pages() -> impl IntoView {
    const WHOLE: SsrMode = SsrMode::Async;
    let pathname = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let pathname = pathname.get();
        // A browser that loads a page does this by itself; a router has to.
        if before.is_some_and(|before| before != pathname) {
            browser::focus_content();
        }
        pathname
    });
    view! {
        <Routes fallback=|| view! { <NotFound /> }>
            <Route path=path!("/") view=HomePage ssr=WHOLE />
            <Route path=path!("/products/:id") view=ProductPage ssr=WHOLE />
            <Route path=path!("/cart") view=CartPage ssr=WHOLE />
            <Route path=path!("/wishes") view=WishesPage ssr=WHOLE />
            <Route path=path!("/drops") view=DropsPage ssr=WHOLE />
            <Route path=path!("/drops/:id") view=DropPage ssr=WHOLE />
            <Route path=path!("/checkout") view=CheckoutPage ssr=WHOLE />
            <Route path=path!("/orders") view=OrdersPage ssr=WHOLE />
            <Route path=path!("/orders/:id") view=OrderPage ssr=WHOLE />
            <Route path=path!("/coupons") view=MyCouponsPage ssr=WHOLE />
            <Route path=path!("/chat") view=ChatPage ssr=WHOLE />
            <Route path=path!("/sign-up") view=SignUpPage ssr=WHOLE />
            <Route path=path!("/sign-up/complete") view=CompletePage ssr=WHOLE />
            <Route path=path!("/log-in") view=LogInPage ssr=WHOLE />
            <Route path=path!("/log-in/code") view=LogInCodePage ssr=WHOLE />
            <Route path=path!("/forgotten") view=ForgottenPage ssr=WHOLE />
            <Route path=path!("/reset") view=ResetPage ssr=WHOLE />
            <Route path=path!("/confirm") view=ConfirmPage ssr=WHOLE />
            <Route path=path!("/account") view=AccountPage ssr=WHOLE />
            <Route path=path!("/account/profile") view=ProfilePage ssr=WHOLE />
            <Route path=path!("/account/email") view=EmailPage ssr=WHOLE />
            <Route path=path!("/account/password") view=PasswordPage ssr=WHOLE />
            <Route path=path!("/account/factor") view=FactorPage ssr=WHOLE />
            <Route path=path!("/account/leave") view=LeavePage ssr=WHOLE />
            <Route path=path!("/account/ways-in") view=WaysInPage ssr=WHOLE />
            <Route path=path!("/account/addresses") view=AddressBookPage ssr=WHOLE />
            <Route path=path!("/counsel/canned") view=CannedPage ssr=WHOLE />
            <ParentRoute path=path!("/counsel") view=CounselPage ssr=WHOLE>
                <Route path=path!("") view=ChooseRoom ssr=WHOLE />
                <Route path=path!("rooms/:id") view=CounselRoomPage ssr=WHOLE />
            </ParentRoute>
            <Route path=path!("/admin") view=DashboardPage ssr=WHOLE />
            <Route path=path!("/admin/members") view=MembersPage ssr=WHOLE />
            <Route path=path!("/admin/members/:id") view=MemberPage ssr=WHOLE />
            <Route path=path!("/admin/audit") view=AuditPage ssr=WHOLE />
            <Route path=path!("/admin/products") view=OwnerProductsPage ssr=WHOLE />
            <Route path=path!("/admin/products/new") view=NewProductPage ssr=WHOLE />
            <Route path=path!("/admin/products/:id") view=EditProductPage ssr=WHOLE />
            <Route path=path!("/admin/orders") view=OwnerOrdersPage ssr=WHOLE />
            <Route path=path!("/admin/orders/:id") view=OwnerOrderPage ssr=WHOLE />
            <Route path=path!("/admin/drops") view=OwnerDropsPage ssr=WHOLE />
            <Route path=path!("/admin/drops/new") view=NewDropPage ssr=WHOLE />
            <Route path=path!("/admin/drops/:id") view=DropBoardPage ssr=WHOLE />
            <Route path=path!("/admin/drops/:id/edit") view=EditDropPage ssr=WHOLE />
        </Routes>
    }
}
