//! Who closed the laptop: since when nobody is there who waits. The issuer passes over whoever is
//! away for too long (`work.lua`); a place is given back then as by leaving.
//!
//! Only a socket can go away: whoever never had one is not away. A process that dies notes nothing,
//! and so keeps places rather than gives them back.

use super::DropId;
use super::line::{Line, script};
use crate::members::MemberId;
use crate::{Outcome, Shop};
use redis::{AsyncCommands, Script};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Members of one call: Redis serves others in between.
const MEMBERS_AT_ONCE: usize = 500;

static AWAY: LazyLock<Script> = LazyLock::new(|| script(include_str!("line/away.lua")));

/// Members by the drop whose line they may wait in.
type ByDrop = HashMap<DropId, Vec<MemberId>>;

/// Notes who went since the last step, and takes the notes of those away who came.
///
/// # Errors
/// Redis is down; the next step makes up for it.
pub async fn note_comings_and_goings(shop: &Shop) -> Outcome<()> {
    let changed = shop.hub.take_comings_and_goings();
    let noted = async {
        let (there, gone): (Vec<_>, Vec<_>) = changed.iter().partition(|change| change.is_there);
        let pairs = |changes: Vec<&crate::live::ComingOrGoing>| {
            by_drop(changes.into_iter().map(|change| (change.drop_id, change.member)))
        };
        take_notes_away(shop, pairs(there)).await?;
        note_away(shop, pairs(gone)).await
    };
    let noted = noted.await;
    if noted.is_err() {
        shop.hub.give_back(changed);
    }
    noted
}

/// Takes the notes away of everybody who has a socket here. A note of another server's, which they
/// have just come from, or where they had one more, would outlive their coming else.
///
/// # Errors
/// Redis is down.
pub async fn note_who_is_there(shop: &Shop) -> Outcome<()> {
    take_notes_away(shop, by_drop(shop.hub.who_is_there())).await
}

fn by_drop(pairs: impl IntoIterator<Item = (DropId, MemberId)>) -> ByDrop {
    let mut by_drop = ByDrop::new();
    for (drop_id, member) in pairs {
        by_drop.entry(drop_id).or_default().push(member);
    }
    by_drop
}

async fn note_away(shop: &Shop, members: ByDrop) -> Outcome<()> {
    for (drop_id, members) in members {
        let line = Line::of(&shop.redis, drop_id);
        for some in members.chunks(MEMBERS_AT_ONCE) {
            let mut noting = AWAY.key(line.key("gate"));
            noting.key(line.key("tickets")).key(line.key("away")).arg(shop.now().ms());
            for member in some {
                noting.arg(member.0);
            }
            let () = noting.invoke_async(&mut shop.redis.shared()).await?;
        }
    }
    Ok(())
}

async fn take_notes_away(shop: &Shop, members: ByDrop) -> Outcome<()> {
    for (drop_id, members) in members {
        let key = Line::of(&shop.redis, drop_id).key("away");
        for some in members.chunks(MEMBERS_AT_ONCE) {
            let ids: Vec<u64> = some.iter().map(|member| member.0).collect();
            let () = shop.redis.shared().hdel(&key, ids).await?;
        }
    }
    Ok(())
}
