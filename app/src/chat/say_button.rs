//! A button that says something by itself.

use super::api::SendMessage;
use leptos::prelude::*;
use server_fn::ServerFn;

/// A form of one button, which says its own words; it works without JavaScript too.
#[component]
pub fn SayButton(
    /// What it says.
    words: &'static str,
    /// Says it.
    say: Callback<&'static str>,
    /// The button's class.
    #[prop(optional)]
    class: &'static str,
    /// By what tests find it.
    testid: &'static str,
) -> impl IntoView {
    view! {
        <form
            method="post"
            action=SendMessage::url()
            on:submit=move |event| {
                event.prevent_default();
                say.run(words);
            }
        >
            <input type="hidden" name="text" value=words />
            <button class=class type="submit" data-testid=testid>{words}</button>
        </form>
    }
}
