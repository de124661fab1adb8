//! What servers tell each other over Redis Pub/Sub. It may be lost: everything in it is also in
//! MySQL or in Redis, and is asked for again.

use super::{Drop, DropId, IssuedCoupon, LineView, stop};
use crate::live::ToBrowser;
use crate::members::MemberId;
use crate::{Outcome, Shop};
use futures::StreamExt;
use redis::AsyncCommands;
use serde::{Deserialize, Serialize};

const CHANNEL: &str = "news";

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum News {
    Drop(Drop),
    Line(LineView),
    Issued {
        drop_id: DropId,
        coupons: Vec<(MemberId, IssuedCoupon)>,
    },
    /// Look whether clicks are stopped.
    Stop,
}

/// Tells every server what an owner has made of a drop.
pub(super) async fn publish_drop(shop: &Shop, drop: &Drop) -> Outcome<()> {
    publish(shop, &News::Drop(drop.clone())).await
}

/// Tells every server to look whether clicks are stopped.
pub(super) async fn publish_stop(shop: &Shop) -> Outcome<()> {
    publish(shop, &News::Stop).await
}

/// Tells every server how a line stands.
pub(super) async fn publish_line(shop: &Shop, view: LineView) -> Outcome<()> {
    publish(shop, &News::Line(view)).await
}

/// Tells every server who holds a coupon now, so that it can tell its browsers.
pub(super) async fn publish_issued(
    shop: &Shop,
    drop_id: DropId,
    coupons: &[(MemberId, IssuedCoupon)],
) -> Outcome<()> {
    if coupons.is_empty() {
        return Ok(());
    }
    publish(shop, &News::Issued { drop_id, coupons: coupons.to_vec() }).await
}

async fn publish(shop: &Shop, news: &News) -> Outcome<()> {
    let text = serde_json::to_string(news).unwrap_or_default();
    let () = shop.redis.shared().publish(shop.redis.name(CHANNEL), text).await?;
    Ok(())
}

/// Listens until the connection is lost, and takes in what it hears.
///
/// # Errors
/// Redis is down, or went down.
pub async fn listen(shop: &Shop) -> Outcome<()> {
    let mut said = shop.redis.listen(CHANNEL).await?;
    while let Some(news) = said.next().await {
        take_in(shop, news).await;
    }
    Ok(())
}

async fn take_in(shop: &Shop, news: News) {
    match news {
        News::Drop(drop) => {
            // Who never heard of it has nothing to forget.
            if shop.lines.get(drop.id).is_some() {
                shop.lines.keep(drop);
            }
        }
        News::Line(view) => {
            let Some(line) = shop.lines.get(view.drop_id) else { return };
            line.hear(view, shop.now());
            if let Err(fault) = line.learn_winners(shop).await {
                fault.log();
            }
        }
        News::Stop => {
            if let Err(fault) = stop::look(shop).await {
                fault.log();
            }
        }
        News::Issued { drop_id, coupons } => {
            for (member, coupon) in coupons {
                shop.hub.tell_member(member, &ToBrowser::Issued { drop_id, coupon });
            }
        }
    }
}
