//! The coupons that nobody has yet.

use super::live_room::LiveRoom;
use super::room::Room;
use crate::i18n::td_string;
use crate::language::{grouped, use_locale};
use leptos::prelude::*;

/// How many are left of how many, as figures and as a bar.
#[component]
pub fn Remaining(
    /// The room.
    room: LiveRoom,
) -> impl IntoView {
    let locale = use_locale();
    let remaining = room.tell(Room::remaining);
    let count = move || {
        let remaining = grouped(remaining.get().into());
        td_string!(locale, drops.remaining.count, remaining = remaining).to_string()
    };
    let quota = room.tell(|room| room.drop().quota);
    let of = move || {
        td_string!(locale, drops.remaining.of, quota = grouped(quota.get().into())).to_string()
    };
    view! {
        <div class="remaining">
            <p class="remaining-text">
                <span id="remaining-label">{td_string!(locale, drops.remaining.label)}</span>
                " "
                <strong data-testid="remaining">{count}</strong>
                " "
                <span class="remaining-of">{of}</span>
            </p>
            <progress
                aria-labelledby="remaining-label"
                max=move || quota.get().to_string()
                value=move || remaining.get().to_string()
            ></progress>
        </div>
    }
}
