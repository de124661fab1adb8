//! The board of a drop.

use crate::drops::board::{Board, BoardLine, beats};
use crate::drops::line::Line;
use crate::drops::{DropId, list, pulse};
use crate::members::{MemberId, require_admin};
use crate::{Outcome, Refusal, Shop};

/// How a drop goes just now, and went in the last two minutes. What MySQL knows is told without
/// Redis as well.
///
/// # Errors
/// [`Refusal::NotAllowed`] for others than admins, and [`Refusal::NoSuchDrop`].
pub async fn board(shop: &Shop, by: MemberId, id: DropId) -> Outcome<Board> {
    require_admin(shop, by).await?;
    let drop = list::find(shop, id).await?.ok_or(Refusal::NoSuchDrop)?;
    let (line, beats) = match read(shop, id).await {
        Ok(read) => read,
        Err(fault) => {
            fault.log();
            (BoardLine::Unreachable, Vec::new())
        }
    };
    Ok(Board { drop, now: shop.now(), line, beats })
}

async fn read(shop: &Shop, id: DropId) -> Outcome<(BoardLine, Vec<crate::drops::Beat>)> {
    let Some(line) = Line::of(&shop.redis, id).gate().await? else {
        return Ok((BoardLine::NotBuilt, Vec::new()));
    };
    let records = pulse::records(&shop.redis, id, shop.now()).await?;
    Ok((BoardLine::Known { line }, beats(&records)))
}
