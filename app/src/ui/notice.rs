//! A sentence that matters now.

use super::Icon;
use leptos::prelude::*;

/// A notice. A quiet one waits until a screen reader is done, a loud one does not.
#[component]
pub fn Notice(
    /// What it says.
    #[prop(into)]
    text: String,
    /// Whether it can wait.
    #[prop(optional)]
    quiet: bool,
    /// What may be done about it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (role, class) = if quiet { ("status", "notice") } else { ("alert", "notice is-loud") };
    view! {
        <div class=class role=role data-testid="notice">
            {Icon::Attention}
            <p>{text}</p>
            {children.map(|children| children())}
        </div>
    }
}
