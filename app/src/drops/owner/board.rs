//! A board in a browser: it asks for new figures every second.

use super::api;
use crate::api_error::ApiError;
use crate::browser;
use leptos::prelude::*;
use leptos::task::spawn_local;
use server_fn::ServerFn;
use shop::drops::{Board, BoardLine, DropId};
use std::time::Duration;

const ASK_EVERY: Duration = Duration::from_secs(1);

/// The figures of a drop, and whether they are fresh.
#[derive(Clone, Copy)]
pub struct LiveBoard {
    /// Which drop.
    pub id: DropId,
    board: RwSignal<Board>,
    is_lost: RwSignal<bool>,
    is_asking: StoredValue<bool>,
}

impl LiveBoard {
    /// The board of a rendered page. In a browser it starts to live.
    pub fn open(board: Board) -> Self {
        let live = Self {
            id: board.drop.id,
            board: RwSignal::new(board),
            is_lost: RwSignal::new(false),
            is_asking: StoredValue::new(false),
        };
        Effect::new(move |_| {
            if let Ok(interval) = set_interval_with_handle(move || live.look(), ASK_EVERY) {
                on_cleanup(move || interval.clear());
            }
        });
        live
    }

    /// Something about the board, as a signal.
    pub fn tell<T>(self, of: impl Fn(&Board) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.board.with(&of))
    }

    /// Whether new figures do not come in.
    pub fn is_lost(self) -> Signal<bool> {
        self.is_lost.into()
    }

    /// Shows at once what an action has done.
    pub fn look_after<S>(self, action: ServerAction<S>)
    where
        S: ServerFn<Error = ApiError> + Clone + Send + Sync + 'static,
        S::Output: Send + Sync + 'static,
    {
        let answers = action.version();
        Effect::new(move |_| {
            if answers.get() > 0 {
                self.ask();
            }
        });
    }

    /// Nobody asks for what nobody sees.
    fn look(self) {
        if browser::is_visible() {
            self.ask();
        }
    }

    fn ask(self) {
        // The page may be gone by the time of a tick or an answer.
        if self.is_asking.try_get_value().unwrap_or(true) {
            return;
        }
        self.is_asking.set_value(true);
        spawn_local(async move {
            let answer = api::board(self.id).await;
            self.is_asking.try_set_value(false);
            self.is_lost.try_set(answer.is_err());
            if let Ok(board) = answer {
                self.board.try_update(|old| *old = newer(old, board));
            }
        });
    }
}

/// While Redis is down there is no past to be told: what is known of it stays.
fn newer(old: &mut Board, mut board: Board) -> Board {
    if board.line == BoardLine::Unreachable {
        board.beats = std::mem::take(&mut old.beats);
    }
    board
}
