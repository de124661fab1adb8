//! What the process does without being asked. No worker holds logic: each calls a step of `shop`
//! again and again, and a test calls the same step.

mod chat;

use crate::limits::Limits;
use crate::post::PostOffice;
use shop::cart;
use shop::catalog;
use shop::drops::issuer::{self, Issuer};
use shop::drops::{DropId, away, news, reconcile};
use shop::letters;
use shop::live::TICK;
use shop::members::{sessions, tries};
use shop::orders;
use shop::parts::note_skew;
use shop::{Moment, Outcome, Shop};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{MissedTickBehavior, interval, sleep};
use tokio_util::sync::CancellationToken;

/// A session that ended elsewhere is known here after at most this long and one query.
const ENDINGS_EVERY: Duration = Duration::from_millis(500);
/// What docs/http.md promises of a session that is ended: no server knows it after so long.
const ENDED_WITHIN: Duration = Duration::from_secs(2);
const _: () = assert!(
    ENDINGS_EVERY.as_millis() * 2 < ENDED_WITHIN.as_millis(),
    "a look that was just missed, and as long again for the next one's query"
);
/// A socket outlives its session's thirty days by at most so much.
const SOCKETS_OVER_EVERY: Duration = Duration::from_secs(60);
/// What another server changed in the catalogue is seen here after at most this long and one query.
const CATALOG_EVERY: Duration = Duration::from_secs(1);
const RECONCILE_EVERY: Duration = Duration::from_secs(1);
/// An order that was not paid in time is off the shelf at most so much longer.
const EXPIRE_ORDERS_EVERY: Duration = Duration::from_secs(1);
/// Whoever asks for a letter has not yet looked into their mailbox.
const LETTERS_EVERY: Duration = Duration::from_secs(1);
/// A drop's issuer starts within this long of the opening.
const ISSUERS_EVERY: Duration = Duration::from_millis(50);
/// A click is forgotten so much later than it could be at most.
const FORGET_CLICKS_EVERY: Duration = Duration::from_secs(60);
/// A page that is closed and opened again within this time was never away.
const NOTE_AWAY_EVERY: Duration = Duration::from_secs(1);
/// While a place is kept for who is away, it is seen so often that they are there after all.
const PRESENCE_NOTED_TIMES: u32 = 3;
/// Nobody waits for it: a cart is as old as its cookie, a talk older.
const SWEEP_EVERY: Duration = Duration::from_secs(60 * 60);
/// A clock drifts by some milliseconds in a minute; what is set wrong is wrong at once.
const CLOCK_EVERY: Duration = Duration::from_secs(60);
const LISTEN_AGAIN_AFTER: Duration = Duration::from_millis(200);

/// Starts them all; they end with the token.
pub fn start(
    shop: &Arc<Shop>,
    limits: &Arc<Limits>,
    post: PostOffice,
    endings_since: Moment,
    stop: &CancellationToken,
) -> JoinSet<()> {
    let mut workers = JoinSet::new();
    let mut spawn = |worker: std::pin::Pin<Box<dyn Future<Output = ()> + Send>>| {
        let stop = stop.clone();
        workers.spawn(async move {
            stop.run_until_cancelled(worker).await;
        });
    };
    spawn(Box::pin(follow_endings(Arc::clone(shop), endings_since)));
    let follow = async |shop: &Shop| catalog::follow_changes(shop).await.map(drop);
    spawn(Box::pin(again_and_again(Arc::clone(shop), CATALOG_EVERY, follow)));
    let reconcile = async |shop: &Shop| reconcile::step(shop).await.map(drop);
    spawn(Box::pin(again_and_again(Arc::clone(shop), RECONCILE_EVERY, reconcile)));
    let close_over = async |shop: &Shop| {
        shop.hub.close_over(shop.now());
        Ok(())
    };
    spawn(Box::pin(again_and_again(Arc::clone(shop), SOCKETS_OVER_EVERY, close_over)));
    let clock = async |shop: &Shop| note_skew(shop).await.map(drop);
    spawn(Box::pin(again_and_again(Arc::clone(shop), CLOCK_EVERY, clock)));
    spawn(Box::pin(listen_to_news(Arc::clone(shop))));
    spawn(Box::pin(run_issuers(Arc::clone(shop))));
    spawn(Box::pin(tick(Arc::clone(shop))));
    spawn(Box::pin(forget_old_clicks(Arc::clone(limits))));
    let come_and_go = async |shop: &Shop| away::note_comings_and_goings(shop).await.map(drop);
    spawn(Box::pin(again_and_again(Arc::clone(shop), NOTE_AWAY_EVERY, come_and_go)));
    if let Some(kept) = shop.place_kept {
        let every = (kept / PRESENCE_NOTED_TIMES).max(NOTE_AWAY_EVERY);
        let be_there = async |shop: &Shop| away::note_who_is_there(shop).await.map(drop);
        spawn(Box::pin(again_and_again(Arc::clone(shop), every, be_there)));
    }
    let expire = async |shop: &Shop| orders::expire_step(shop).await.map(drop);
    spawn(Box::pin(again_and_again(Arc::clone(shop), EXPIRE_ORDERS_EVERY, expire)));
    spawn(Box::pin(deliver_letters(Arc::clone(shop), post)));
    let mail = async |shop: &Shop| letters::sweep(shop).await;
    spawn(Box::pin(sweep(Arc::clone(shop), letters::SWEPT_AT_ONCE, mail)));
    let carts = async |shop: &Shop| cart::sweep(shop).await;
    spawn(Box::pin(sweep(Arc::clone(shop), cart::SWEPT_AT_ONCE, carts)));
    let talks = async |shop: &Shop| shop::chat::sweep(shop).await;
    spawn(Box::pin(sweep(Arc::clone(shop), shop::chat::SWEPT_AT_ONCE, talks)));
    let tries = async |shop: &Shop| tries::sweep(shop).await;
    spawn(Box::pin(sweep(Arc::clone(shop), tries::SWEPT_AT_ONCE, tries)));
    if shop.chat.is_some() {
        chat::start(shop, stop, &mut workers);
    }
    workers
}

async fn follow_endings(shop: Arc<Shop>, mut since: Moment) {
    let mut every = every(ENDINGS_EVERY);
    loop {
        every.tick().await;
        match sessions::follow_endings(&shop, Some(since)).await {
            Ok(read_at) => since = read_at,
            Err(fault) => fault.log(),
        }
    }
}

async fn listen_to_news(shop: Arc<Shop>) {
    loop {
        if let Err(fault) = news::listen(&shop).await {
            fault.log();
        }
        sleep(LISTEN_AGAIN_AFTER).await;
    }
}

/// Keeps one issuer for every line that needs one. Dropping the map ends them all.
async fn run_issuers(shop: Arc<Shop>) {
    let mut every = every(ISSUERS_EVERY);
    let mut running: HashMap<DropId, AbortOnDrop> = HashMap::new();
    loop {
        every.tick().await;
        running.retain(|_, issuer| !issuer.0.is_finished());
        for id in issuer::drops_to_serve(&shop) {
            if !running.contains_key(&id)
                && let Some(issuer) = Issuer::new(&shop, id)
            {
                running.insert(id, AbortOnDrop(tokio::spawn(issuer.run())));
            }
        }
    }
}

async fn tick(shop: Arc<Shop>) {
    let mut every = every(TICK);
    loop {
        every.tick().await;
        shop.hub.tick(&shop);
    }
}

async fn deliver_letters(shop: Arc<Shop>, post: PostOffice) {
    let mut every = every(LETTERS_EVERY);
    loop {
        every.tick().await;
        if let Err(fault) = letters::deliver_due(&shop, &post).await {
            fault.log();
        }
    }
}

async fn forget_old_clicks(limits: Arc<Limits>) {
    let mut every = every(FORGET_CLICKS_EVERY);
    loop {
        every.tick().await;
        limits.forget_old_ones();
    }
}

async fn sweep(shop: Arc<Shop>, full: u64, step: impl AsyncFn(&Shop) -> Outcome<u64>) {
    let mut every = every(SWEEP_EVERY);
    loop {
        every.tick().await;
        // A full step means that there may be more.
        loop {
            match step(&shop).await {
                Ok(swept) if swept == full => {}
                Ok(_) => break,
                Err(fault) => {
                    fault.log();
                    break;
                }
            }
        }
    }
}

/// Takes a step in this rhythm, for ever; a fault is logged, and the next step comes in its time.
async fn again_and_again(
    shop: Arc<Shop>,
    period: Duration,
    mut step: impl AsyncFnMut(&Shop) -> Outcome<()>,
) {
    let mut every = every(period);
    loop {
        every.tick().await;
        if let Err(fault) = step(&shop).await {
            fault.log();
        }
    }
}

fn every(period: Duration) -> tokio::time::Interval {
    let mut every = interval(period);
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    every
}

struct AbortOnDrop(JoinHandle<()>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}
