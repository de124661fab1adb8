//! What a rehearsal needs: members who are signed in, and a drop that opens in a moment. All of
//! it is its own; nothing that was there is touched, and nothing is deleted afterwards, so that
//! whoever doubts a report can look.

pub mod actors;
mod drop;

use crate::options::Options;
use crate::timeline::Timeline;
use shop::Shop;
use shop::drops::DropId;
use shop::members::MemberId;
use std::sync::Arc;

/// A member of this rehearsal.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Who.
    pub member: MemberId,
    /// The text of their session's cookie.
    pub session: String,
}

/// The stage.
pub struct Stage {
    /// Everybody who will click.
    pub actors: Vec<Actor>,
    /// What they click for.
    pub drop_id: DropId,
    /// The same, as a form sends it.
    pub form: String,
    /// When it opens.
    pub timeline: Timeline,
}

/// Makes it; the drop opens seconds later.
///
/// # Errors
/// MySQL said no.
pub async fn set(shop: &Arc<Shop>, options: &Options) -> Result<Stage, String> {
    let run = shop.now().ms();
    let members = actors::insert_members(shop, run, options.members).await?;
    let actors = actors::sign_in(shop, &members).await?;
    let by = *members.first().ok_or("a rehearsal needs somebody")?;
    let (drop_id, opens_at) = drop::insert(shop, by, run, options).await?;
    let timeline = Timeline::new(opens_at, shop.now());
    Ok(Stage { actors, drop_id, form: format!("drop_id={}", drop_id.0), timeline })
}
