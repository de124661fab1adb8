//! A checkout in a browser: the quote, the choice of a coupon, and what is read anew when the
//! shop says that something has changed.

use super::super::api::{self, Place};
use crate::browser;
use crate::cart::{use_cart, when_done};
use crate::ui::refusal_of;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shop::Refusal;
use shop::orders::{NO_COUPON, Quote, Totals};

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What the server said of the order.
    pub quote: RwSignal<Quote>,
    /// The code of the coupon that is chosen.
    pub coupon: RwSignal<Option<String>>,
    /// What it comes to with that coupon.
    pub totals: Memo<Totals>,
    /// Orders it.
    pub place: ServerAction<Place>,
    /// Why the last try was refused.
    pub refusal: Signal<Option<Refusal>>,
}

impl Desk {
    /// The desk of a rendered page. In a browser it starts to live.
    pub fn open(quote: Quote) -> Self {
        let coupon = RwSignal::new(quote.coupon.clone());
        let quote = RwSignal::new(quote);
        let totals = Memo::new(move |_| {
            coupon.with(|coupon| quote.with(|quote| quote.totals_with(coupon.as_deref())))
        });
        let place = ServerAction::<Place>::new();
        let cart = use_cart();
        when_done(place, move |_| cart.reload());
        let desk = Self { quote, coupon, totals, place, refusal: refusal_of(place) };
        desk.hear_early_choice();
        desk.follow_refusals();
        desk
    }

    /// The coupon as the form says it.
    pub fn coupon_field(self) -> String {
        self.coupon.get().unwrap_or_else(|| NO_COUPON.to_owned())
    }

    /// Somebody may have chosen before the page came to life.
    fn hear_early_choice(self) {
        Effect::new(move |_| {
            let Some(code) = browser::checked_value("coupon") else { return };
            self.choose(&code);
        });
    }

    /// Chooses a coupon by its code, or none.
    pub fn choose(self, code: &str) {
        let chosen = (code != NO_COUPON).then(|| code.to_owned());
        if self.coupon.get_untracked() != chosen {
            self.coupon.set(chosen);
        }
    }

    /// A refusal that is not about the form says that the quote is old. What was typed stays.
    fn follow_refusals(self) {
        let (answers, answer) = (self.place.version(), self.place.value());
        Effect::new(move |_| {
            if answers.get() == 0 {
                return;
            }
            let refusal = answer.with_untracked(|answer| match answer {
                Some(Err(error)) => Some(error.refusal.clone()),
                _ => None,
            });
            let asked = match refusal {
                Some(Refusal::CartChanged) => {
                    self.coupon.get_untracked().unwrap_or_else(|| NO_COUPON.to_owned())
                }
                Some(
                    Refusal::CouponRefused(_) | Refusal::NoSuchCoupon | Refusal::NoSuchAddress,
                ) => String::new(),
                _ => return,
            };
            spawn_local(async move {
                // The cart may be empty by now, or the connection gone: the refusal says enough.
                if let Ok(quote) = api::quote(asked).await {
                    self.coupon.try_set(quote.coupon.clone());
                    self.quote.try_set(quote);
                }
            });
        });
    }
}
