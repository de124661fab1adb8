//! Pages that are not for everybody.

use super::{Loading, Refused};
use crate::members::use_me;
use leptos::prelude::*;
use shop::Refusal;
use shop::members::Member;

/// Whom a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Admins only.
    Admins,
    /// Admins and counsellors.
    Staff,
    /// Whoever is signed in.
    Members,
}

impl Audience {
    fn includes(self, member: &Member) -> bool {
        match self {
            Self::Admins => member.is_admin(),
            Self::Staff => member.is_staff(),
            Self::Members => true,
        }
    }
}

/// A page for those whom it is for. It decides nothing: each of its verbs asks again.
#[component]
pub fn Admitted<F, V>(
    /// Whom it is for.
    audience: Audience,
    /// The page, for whoever is let in.
    children: F,
) -> impl IntoView
where
    F: Fn(Member) -> V + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let me = use_me();
    let children = StoredValue::new(children);
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                let refused = match me.member.await {
                    Ok(Some(member)) if audience.includes(&member) => Ok(member),
                    Ok(Some(member)) if member.needs_factor => Err(Refusal::FactorNeeded.into()),
                    Ok(Some(_)) => Err(Refusal::NotAllowed.into()),
                    Ok(None) => Err(Refusal::NotSignedIn.into()),
                    Err(error) => Err(error),
                };
                match refused {
                    Ok(member) => children.with_value(|page| page(member)).into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}
