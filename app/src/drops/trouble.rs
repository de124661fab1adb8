//! Why the server did not answer, and that nothing is lost.

use super::live_room::LiveRoom;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::live::{Connection, use_live};
use crate::members::log_in_address;
use crate::sentences;
use crate::ui::Notice;
use leptos::prelude::*;
use shop::Refusal;

/// The last refusal, while it stands.
#[component]
pub fn Trouble(
    /// The room.
    room: LiveRoom,
) -> impl IntoView {
    let locale = use_locale();
    let trouble = room.tell(|room| Some((room.refusal()?.clone(), room.ticket().is_some())));
    let next = format!("/drops/{}", room.drop_id.0);
    let live = use_live();
    // While the socket is away its own notice says all there is to say.
    let is_said = move |refusal: &Refusal| {
        live.connection() == Connection::Lost && matches!(refusal, Refusal::Unavailable { .. })
    };
    move || {
        trouble.get().filter(|(refusal, _)| !is_said(refusal)).map(|(refusal, has_ticket)| {
            let kept = (has_ticket && refusal != Refusal::NotSignedIn).then(|| {
                view! { <p>{td_string!(locale, drops.trouble.kept)}</p> }
            });
            let log_in = (refusal == Refusal::NotSignedIn).then(|| {
                let address = log_in_address(&next);
                view! { <a href=address>{td_string!(locale, drops.trouble.log_in)}</a> }
            });
            view! {
                <Notice text=sentences::refusal(locale, &refusal) quiet=true>
                    {kept}
                    {log_in}
                </Notice>
            }
        })
    }
}
