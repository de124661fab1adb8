//! `/counsel/rooms/:id`.

use super::api;
use super::beside::BesideRoom;
use super::office::use_office;
use super::open_room::OpenRoom;
use super::room_view::RoomView;
use crate::ui::{Loading, NotFound, Refused, use_id};
use leptos::prelude::*;
use shop::chat::RoomId;
use shop::chat::counsel::Desk;

/// One room: the talk, and what the shop knows of the shopper beside it.
#[component]
pub fn CounselRoomPage() -> impl IntoView {
    let id = use_id();
    let desk =
        Resource::new(move || id.get(), |id| async move { Some(api::show(RoomId(id?)).await) });
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match desk.await {
                    Some(Ok(desk)) => view! { <AtDesk desk /> }.into_any(),
                    Some(Err(error)) => view! { <Refused error /> }.into_any(),
                    None => view! { <NotFound /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn AtDesk(desk: Desk) -> impl IntoView {
    let room = OpenRoom::open(desk, use_office());
    view! {
        <RoomView room />
        <BesideRoom room />
    }
}
