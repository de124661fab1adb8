//! What an open room asks of the server.

use super::{OpenRoom, uptime};
use crate::api_error::ApiError;
use crate::chat::api as chat;
use crate::chat::talk::{Draft, Heard, Step};
use crate::counsel::api;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shop::chat::Sent;

impl OpenRoom {
    /// Does what is due.
    pub(super) fn step(self) {
        let mut steps = vec![];
        // Almost every tick finds nothing to do, and need not wake anybody.
        self.talk.maybe_update(|talk| {
            let now = uptime();
            if talk.wakes_at().is_some_and(|at| at <= now) {
                steps = talk.due(now);
            }
            !steps.is_empty()
        });
        for step in steps {
            spawn_local(async move {
                let heard = self.ask(step).await;
                self.hear(heard);
            });
        }
    }

    async fn ask(self, step: Step) -> Heard {
        match step {
            Step::Show { room_id } => {
                let answer = api::show(self.id).await.map(|desk| {
                    self.holder.try_set(desk.holder);
                    Some(desk.talk)
                });
                Heard::Shown(room_id, refused(answer))
            }
            Step::Newer { room_id, after } => {
                Heard::Newer(room_id, refused(chat::history(room_id, 0, after).await))
            }
            Step::Older { room_id, before } => {
                Heard::Older(room_id, refused(chat::history(room_id, before, 0).await))
            }
            Step::Note { room_id, number } => {
                Heard::Noted(refused(chat::read(room_id, number).await))
            }
            Step::Send { draft, .. } => {
                let key = draft.key;
                Heard::Sent(key, refused(self.send(draft).await))
            }
        }
    }

    /// Only who has a room speaks in it.
    async fn send(self, draft: Draft) -> Result<Sent, ApiError> {
        if !self.is_held_by_me() {
            api::take(self.id).await?;
            self.holder.try_set(Some(self.office.me()));
        }
        api::say(self.id, draft.key.to_string(), draft.text).await
    }
}

fn refused<T>(answer: Result<T, ApiError>) -> Result<T, shop::Refusal> {
    answer.map_err(|error| error.refusal)
}
