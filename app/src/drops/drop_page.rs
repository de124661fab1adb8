//! `/drops/:id`: the heart of the shop.

use super::api;
use super::room_view::RoomView;
use crate::api_error::ApiError;
use crate::members::use_me;
use crate::ui::{Loading, NotFound, Refused, use_id};
use leptos::prelude::*;
use shop::drops::{DropId, DropNow, Place};

/// A drop, and the reader's place with it if somebody is signed in.
type Read = (Result<DropNow, ApiError>, Option<Result<Place, ApiError>>);

/// One drop: its countdown, its line, and its coupon.
#[component]
pub fn DropPage() -> impl IntoView {
    let me = use_me();
    let id = use_id();
    let read = Resource::new(
        move || (id.get(), me.version.get()),
        move |(id, _)| async move {
            let id = DropId(id?);
            let is_member = matches!(me.member.await, Ok(Some(_)));
            let place = if is_member { Some(api::mine(id).await) } else { None };
            // The drop comes last: its clock starts the countdown, and should be fresh.
            Some((api::show(id).await, place)) as Option<Read>
        },
    );
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match read.await {
                    Some((Ok(drop), place)) => view! { <RoomView drop place /> }.into_any(),
                    Some((Err(error), _)) => view! { <Refused error /> }.into_any(),
                    None => view! { <NotFound /> }.into_any(),
                }
            })}
        </Transition>
    }
}
