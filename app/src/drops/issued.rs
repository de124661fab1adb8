//! The coupon.

use super::live_room::LiveRoom;
use super::room::Shown;
use crate::coupons::CouponCard;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Icon;
use leptos::prelude::*;
use shop::drops::Drop;

/// The reader's coupon, which is in MySQL, and what to do with it.
#[component]
pub fn Issued(
    /// The room.
    room: LiveRoom,
    /// The drop that issued it.
    drop: Drop,
) -> impl IntoView {
    let locale = use_locale();
    let coupon = Memo::new(move |_| {
        room.shown.with(|shown| match shown {
            Shown::Issued(coupon) => Some(coupon.clone()),
            _ => None,
        })
    });
    let now = room.clock.now_untracked();
    let card = move || {
        coupon.get().map(|coupon| {
            let (name, terms) = (drop.name.clone(), drop.terms);
            let (code, expires_at) = (coupon.code, coupon.expires_at);
            view! { <CouponCard code name terms expires_at now /> }
        })
    };
    view! {
        <div class="issued">
            <h2 class="stage-title">{td_string!(locale, drops.issued.title)}</h2>
            <p class="stage-body">{td_string!(locale, drops.issued.body)}</p>
            {card}
            <div class="stage-actions">
                <a class="button" href="/">
                    {td_string!(locale, drops.issued.shop)} {Icon::Forward}
                </a>
                <a class="button is-quiet" href="/coupons">
                    {td_string!(locale, drops.issued.link)}
                </a>
            </div>
        </div>
    }
}
