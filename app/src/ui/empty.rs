//! A page or a list with nothing in it.

use super::Icon;
use leptos::prelude::*;

/// Says that there is nothing, why, and (inside) where to go next.
#[component]
pub fn Empty(
    /// The drawing above it.
    #[prop(default = Icon::Cup)]
    icon: Icon,
    /// That there is nothing.
    #[prop(into)]
    title: String,
    /// Why, and what helps.
    #[prop(into)]
    body: String,
    /// Whether it is the whole page, and its title the page's.
    #[prop(optional)]
    is_page: bool,
    /// Where to go next.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title = if is_page {
        view! { <h1>{title}</h1> }.into_any()
    } else {
        view! { <h2>{title}</h2> }.into_any()
    };
    view! {
        <section class="empty">
            <span class="empty-icon">{icon}</span>
            {title}
            <p>{body}</p>
            {children.map(|children| view! { <div class="empty-actions">{children()}</div> })}
        </section>
    }
}
