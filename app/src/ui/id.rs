//! The number in a page's address.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The `:id` of the route; `None` if it is no number, and then there is no such page.
pub fn use_id() -> Memo<Option<u64>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("id")?.parse().ok()))
}
