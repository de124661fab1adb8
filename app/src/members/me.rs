//! Who the reader is, for every page.

use super::api::{self, LogOut};
use crate::api_error::ApiError;
use crate::ui::when_done;
use leptos::prelude::*;
use shop::members::Member;

/// The reader, as the server knows them.
#[derive(Clone, Copy)]
pub struct Me {
    /// The member, or `None` for a visitor.
    pub member: Resource<Result<Option<Member>, ApiError>>,
    /// Ends the session.
    pub log_out: ServerAction<LogOut>,
    /// Rises with every sign-in and sign-out: what belongs to a session reads it.
    pub version: RwSignal<u32>,
}

/// Finds out who the reader is, for everything inside.
pub fn provide_me() -> Me {
    let version = RwSignal::new(0);
    let member = Resource::new(move || version.get(), |_| api::me());
    let log_out = ServerAction::<LogOut>::new();
    let me = Me { member, log_out, version };
    me.reload_after(log_out);
    provide_context(me);
    me
}

/// Who the reader is.
pub fn use_me() -> Me {
    expect_context()
}

impl Me {
    /// Asks again who the reader is.
    pub fn reload(self) {
        self.version.update(|version| *version += 1);
    }

    /// Asks again whenever this action, which starts or ends a session, has been answered.
    pub fn reload_after<S>(self, action: ServerAction<S>)
    where
        S: server_fn::ServerFn<Error = ApiError> + Clone + Send + Sync + 'static,
        S::Output: Send + Sync + 'static,
    {
        when_done(action, move || self.reload());
    }
}
