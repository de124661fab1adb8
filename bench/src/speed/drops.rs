//! Drops to measure with, and how they stand.

use super::ground::Ground;
use redis::AsyncCommands;
use shop::Won;
use shop::drops::{self, Discount, DropId, NewDrop, Terms};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// No measuring takes as long.
const OPEN_FOR: Duration = Duration::from_secs(60 * 60);
const LOOK_EVERY: Duration = Duration::from_millis(10);
/// Whatever is waited for takes less.
const PATIENCE: Duration = Duration::from_secs(60);
const TERMS: Terms =
    Terms { discount: Discount::Fixed(Won(5_000)), minimum_spend: Won(20_000), valid_days: 14 };

impl Ground {
    /// Opens a drop, and waits until there is a line for it.
    pub async fn open_drop(&self, quota: u32, rate_per_s: Option<u32>) -> Result<DropId, String> {
        let opens_at = self.shop.now();
        let new = NewDrop {
            name: format!("리허설 {}", opens_at.ms()),
            quota,
            opens_at,
            closes_at: opens_at.plus(OPEN_FOR),
            terms: TERMS,
            rate_per_s,
        };
        let id = drops::insert(&self.shop, self.owner, &new)
            .await
            .map_err(|error| format!("drops: {error}"))?;
        self.until("the server knows the drop", async || {
            Ok(self.gate(id, "state").await?.is_some())
        })
        .await?;
        Ok(id)
    }

    /// The same, paused before anybody comes.
    pub async fn open_paused(&self, quota: u32) -> Result<DropId, String> {
        let id = self.open_drop(quota, None).await?;
        drops::owner::pause(&self.shop, self.owner, id).await.map_err(|e| format!("drops: {e}"))?;
        self.until_state(id, "paused").await?;
        Ok(id)
    }

    /// Lets a paused drop go on.
    pub async fn resume(&self, id: DropId) -> Result<(), String> {
        drops::owner::resume(&self.shop, self.owner, id).await.map_err(|e| format!("drops: {e}"))
    }

    /// Waits until the gate says so.
    pub async fn until_state(&self, id: DropId, state: &str) -> Result<(), String> {
        let stands = async || Ok(self.gate(id, "state").await?.as_deref() == Some(state));
        self.until(&format!("drop {} is {state}", id.0), stands).await
    }

    /// The highest ticket that was given.
    pub async fn last_ticket(&self, id: DropId) -> Result<u64, String> {
        let last = self.gate(id, "last").await?;
        last.and_then(|last| last.parse().ok()).ok_or_else(|| "the line is gone".into())
    }

    /// Coupons that MySQL has committed.
    pub async fn issued(&self, id: DropId) -> Result<u32, String> {
        sqlx::query_scalar("select issued from drops where id = ?")
            .bind(id.0)
            .fetch_one(&self.shop.mysql)
            .await
            .map_err(|error| format!("drops: {error}"))
    }

    /// Waits until MySQL has committed so many coupons; gives when that was seen.
    pub async fn until_issued(&self, id: DropId, count: u32) -> Result<Instant, String> {
        let done = async || Ok(self.issued(id).await? >= count);
        self.until(&format!("{count} coupons are issued"), done).await?;
        Ok(Instant::now())
    }

    async fn gate(&self, id: DropId, field: &str) -> Result<Option<String>, String> {
        let key = self.shop.redis.name(&format!("{{drop:{}}}:gate", id.0));
        self.shop.redis.shared().hget(key, field).await.map_err(|error| format!("redis: {error}"))
    }

    /// Looks until it is so.
    async fn until(
        &self,
        what: &str,
        is_so: impl AsyncFn() -> Result<bool, String>,
    ) -> Result<(), String> {
        let deadline = Instant::now() + PATIENCE;
        while !is_so().await? {
            if Instant::now() > deadline {
                return Err(format!("not within {PATIENCE:?}: {what}"));
            }
            sleep(LOOK_EVERY).await;
        }
        Ok(())
    }
}
