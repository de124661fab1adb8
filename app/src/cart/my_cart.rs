//! How much is in the reader's cart, for every page.

use super::api;
use crate::api_error::ApiError;
use crate::members::Me;
use leptos::prelude::*;
use server_fn::ServerFn;

/// The reader's cart, as the header knows it.
#[derive(Clone, Copy)]
pub struct MyCart {
    /// How many pieces it holds.
    pub pieces: Resource<Result<u32, ApiError>>,
    /// Rises with every change of the cart.
    pub version: RwSignal<u32>,
}

/// Finds out how much is in the cart, for everything inside. Whoever logs in or out has another.
pub fn provide_cart(me: Me) -> MyCart {
    let version = RwSignal::new(0);
    let pieces = Resource::new(move || (me.version.get(), version.get()), |_| api::count());
    let cart = MyCart { pieces, version };
    provide_context(cart);
    cart
}

/// The reader's cart.
pub fn use_cart() -> MyCart {
    expect_context()
}

impl MyCart {
    /// Asks again how much is in it.
    pub fn reload(self) {
        self.version.update(|version| *version += 1);
    }
}

/// Does something whenever the server has done what the action asked for.
pub fn when_done<S>(action: ServerAction<S>, then: impl Fn(&S::Output) + 'static)
where
    S: ServerFn<Error = ApiError> + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
{
    let answers = action.version();
    Effect::new(move |_| {
        if answers.get() > 0 {
            action.value().with_untracked(|answer| {
                if let Some(Ok(output)) = answer {
                    then(output);
                }
            });
        }
    });
}
