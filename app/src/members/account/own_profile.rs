//! What the reader's own pages show of them.

use crate::api_error::ApiError;
use crate::members::{api, use_me};
use leptos::prelude::*;
use shop::Refusal;
use shop::members::Profile;

/// The reader's profile, read anew whenever they have become somebody else.
pub fn use_profile() -> Resource<Result<Profile, ApiError>> {
    let me = use_me();
    Resource::new(
        move || me.version.get(),
        move |_| async move {
            // A visitor has none: no need to ask.
            match me.member.await {
                Ok(None) => Err(Refusal::NotSignedIn.into()),
                _ => api::own_profile().await,
            }
        },
    )
}
