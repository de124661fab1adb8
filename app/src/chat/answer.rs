//! What the server answers to a step of the talk.

use super::talk::{Heard, Step};
use super::{api, kept};
use crate::api_error::ApiError;

/// Does what a step asks of the server, and tells what came of it.
pub async fn answer(step: Step) -> Heard {
    let refusal = |error: ApiError| error.refusal;
    match step {
        Step::Show { room_id } => {
            let answer = api::show().await;
            if let Ok(talk) = &answer {
                kept::note_talk(talk.is_some());
            }
            Heard::Shown(room_id, answer.map_err(refusal))
        }
        Step::Newer { room_id, after } => {
            Heard::Newer(room_id, api::history(room_id, 0, after).await.map_err(refusal))
        }
        Step::Older { room_id, before } => {
            Heard::Older(room_id, api::history(room_id, before, 0).await.map_err(refusal))
        }
        Step::Note { room_id, number } => {
            Heard::Noted(api::read(room_id, number).await.map_err(refusal))
        }
        Step::Send { room_id, draft } => {
            let room_id = room_id.map(|room_id| room_id.0.to_string()).unwrap_or_default();
            let card = draft.about.map(|about| about.what).unwrap_or_default();
            let answer = api::send(room_id, draft.key.to_string(), draft.text, card).await;
            if answer.is_ok() {
                kept::note_talk(true);
            }
            Heard::Sent(draft.key, answer.map_err(refusal))
        }
    }
}
