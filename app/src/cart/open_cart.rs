//! The cart on the screen, and what may be done to it.

use super::api::{Choose, Remove, SetCount};
use super::{use_cart, when_done};
use crate::api_error::ApiError;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use server_fn::ServerFn;
use shop::Refusal;
use shop::cart::{Cart, Line};
use shop::catalog::ProductId;

/// The cart that is shown. Every change is answered with the cart as it is then, so the page
/// never has to load again.
#[derive(Clone, Copy)]
pub struct OpenCart {
    /// What is in it.
    pub cart: RwSignal<Cart>,
    /// Why the last change was refused, if it was.
    pub refusal: RwSignal<Option<Refusal>>,
    /// Sets a count.
    pub set_count: ServerAction<SetCount>,
    /// Takes a line out.
    pub remove: ServerAction<Remove>,
    /// Chooses a line or leaves it out.
    pub choose: ServerAction<Choose>,
}

impl OpenCart {
    /// Shows this cart from now on.
    pub fn new(cart: Cart) -> Self {
        let open = Self {
            cart: RwSignal::new(cart),
            refusal: RwSignal::new(None),
            set_count: ServerAction::new(),
            remove: ServerAction::new(),
            choose: ServerAction::new(),
        };
        open.follow(open.set_count);
        open.follow(open.remove);
        open.follow(open.choose);
        open
    }

    fn follow<S>(self, action: ServerAction<S>)
    where
        S: ServerFn<Error = ApiError, Output = Cart> + Clone + Send + Sync + 'static,
    {
        // What a form without JavaScript was refused stands in the address, and is there already.
        if let Some(refusal) = refusal_in(action) {
            self.refusal.set(Some(refusal));
        }
        let mine = use_cart();
        when_done(action, move |cart: &Cart| {
            self.cart.set(cart.clone());
            mine.reload();
        });
        let answers = action.version();
        Effect::new(move |_| {
            if answers.get() > 0 {
                self.refusal.set(refusal_in(action));
            }
        });
    }

    /// Whether a change is on its way.
    pub fn is_busy(self) -> bool {
        self.set_count.pending().get() || self.remove.pending().get() || self.choose.pending().get()
    }

    /// Stops a form from being sent while another change is on its way: an answer that comes late
    /// must not show an older cart. The button stays enabled, and so keeps the keyboard.
    pub fn one_at_a_time(self) -> impl Fn(SubmitEvent) + Clone + Send + Sync + 'static {
        move |event| {
            if untrack(|| self.is_busy()) {
                event.prevent_default();
            }
        }
    }

    /// A line as it is now; the last that was known of it while it is on its way out.
    pub fn line(self, first: Line) -> Memo<Line> {
        let id: ProductId = first.card.id;
        Memo::new(move |known: Option<&Line>| {
            let now = self.cart.with(|cart| cart.lines.iter().find(|l| l.card.id == id).cloned());
            now.or_else(|| known.cloned()).unwrap_or_else(|| first.clone())
        })
    }
}

fn refusal_in<S>(action: ServerAction<S>) -> Option<Refusal>
where
    S: ServerFn<Error = ApiError, Output = Cart> + Clone + Send + Sync + 'static,
{
    action.value().with_untracked(|answer| match answer {
        Some(Err(error)) => Some(error.refusal.clone()),
        _ => None,
    })
}
