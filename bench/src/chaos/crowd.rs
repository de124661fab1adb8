//! A crowd that wants a drop's coupons, and what became of it.

use super::Parts;
use crate::checker::{Findings, check};
use crate::clicking::{Clicked, click};
use crate::ledger::{self, Ledger};
use crate::schedule;
use crate::settling::settle;
use crate::stage::Stage;
use crate::timeline::Timeline;
use crate::told::Told;
use shop::drops::{self, Discount, NewDrop, Terms};
use shop::members::MemberId;
use shop::{Moment, Won};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// Until then one server may have heard of the drop, and the other not.
const OPENS_AFTER: Duration = Duration::from_millis(500);
/// Whoever was not told by then was never told: longer than any fault lasts.
const PATIENCE: Duration = Duration::from_secs(60);
/// Nobody shall be told that it is over.
const OPEN_FOR: Duration = Duration::from_secs(300);
const TERMS: Terms =
    Terms { discount: Discount::Fixed(Won(5_000)), minimum_spend: Won(20_000), valid_days: 14 };

/// How a crowd behaves: all members of the stage want one.
#[derive(Clone, Copy, Debug)]
pub struct Crowd {
    /// Coupons there are.
    pub quota: u32,
    /// Coupons that the drop issues a second at most: so long does the line live.
    pub drop_rate: Option<u32>,
    /// Clicks a second, at times fixed in advance.
    pub clicks_per_s: u32,
    /// Clicks of a hundred by members who clicked before.
    pub repeat_percent: u32,
    /// Connections that they share.
    pub connections: u32,
    /// How long after it was made the drop opens.
    pub opens_after: Duration,
    /// How long it stays open.
    pub open_for: Duration,
}

impl Crowd {
    /// Three hundred want sixty coupons, within five seconds. The line lives for three.
    pub const SMALL: Self = Self {
        quota: 60,
        drop_rate: Some(20),
        clicks_per_s: 75,
        repeat_percent: 20,
        connections: 32,
        opens_after: OPENS_AFTER,
        open_for: OPEN_FOR,
    };
}

/// What goes on, for whoever breaks parts meanwhile.
pub struct Scene {
    /// Who wants which drop.
    pub stage: Arc<Stage>,
    over: watch::Receiver<bool>,
}

impl Scene {
    /// Whether everybody knows what became of them.
    pub fn is_over(&self) -> bool {
        *self.over.borrow()
    }

    /// Waits for that.
    pub async fn until_over(&self) {
        self.over.clone().wait_for(|over| *over).await.ok();
    }
}

/// What became of it.
pub struct Rush {
    /// The drop, and when it opened.
    pub stage: Arc<Stage>,
    /// Every click.
    pub clicked: Vec<Clicked>,
    /// Every answer, those to later questions as well.
    pub told: Vec<Told>,
    /// What MySQL has.
    pub ledger: Ledger,
    /// What is wrong.
    pub findings: Findings,
}

/// Opens a drop, has everybody click and ask until they know, and meanwhile lets `fault` happen.
///
/// # Errors
/// The drop could not be made, or its coupons not be read; or what the fault says.
pub async fn rush<T>(
    parts: &mut Parts,
    crowd: &Crowd,
    seed: u64,
    fault: impl AsyncFnOnce(&mut Parts, &Scene) -> Result<T, String>,
) -> Result<(Rush, T), String> {
    let stage = Arc::new(open_drop(parts, crowd).await?);
    let addresses = parts.addresses();
    let (ending, over) = watch::channel(false);
    let scene = Scene { stage: Arc::clone(&stage), over };
    let crowding = async {
        let clicks =
            schedule::clicks(stage.actors.len(), crowd.repeat_percent, crowd.clicks_per_s, seed);
        let clicked = click(&stage, &addresses, crowd.connections, clicks).await?;
        let deadline = Instant::now() + PATIENCE;
        let connections = crowd.connections;
        let later = settle(&stage, &addresses, connections, &clicked, deadline, seed).await?;
        ending.send_replace(true);
        Ok::<_, String>((clicked, later))
    };
    let ((clicked, later), faulted) = tokio::try_join!(crowding, fault(parts, &scene))?;
    let told: Vec<Told> = clicked.iter().map(|click| click.told.clone()).chain(later).collect();
    let ledger = ledger::read(&parts.shop, stage.drop_id).await?;
    let findings = check(&ledger, &told);
    Ok((Rush { stage, clicked, told, ledger, findings }, faulted))
}

/// Makes a drop that all members of the stage may click for.
///
/// # Errors
/// MySQL is down.
pub async fn open_drop(parts: &Parts, crowd: &Crowd) -> Result<Stage, String> {
    let shop = &parts.shop;
    let opens_at = shop.now().plus(crowd.opens_after);
    let new = NewDrop {
        name: "혼돈".into(),
        quota: crowd.quota,
        opens_at,
        closes_at: opens_at.plus(crowd.open_for),
        terms: TERMS,
        rate_per_s: crowd.drop_rate,
    };
    let by = parts.actors.first().ok_or("a crowd needs somebody")?.member;
    let id = drops::insert(shop, by, &new).await.map_err(|error| format!("drops: {error}"))?;
    Ok(Stage {
        actors: parts.actors.clone(),
        drop_id: id,
        form: format!("drop_id={}", id.0),
        timeline: Timeline::new(opens_at, shop.now()),
    })
}

impl Rush {
    /// Members who had clicked by then, and learned only later what became of them.
    pub fn undecided_at(&self, at: Moment) -> usize {
        let mut decided: HashMap<MemberId, Moment> = HashMap::new();
        for told in self.told.iter().filter(|told| told.answer.is_decision()) {
            let first = decided.entry(told.member).or_insert(told.at);
            *first = told.at.min(*first);
        }
        let mut clicked: HashMap<MemberId, Moment> = HashMap::new();
        for click in &self.clicked {
            let sent = click.told.at.minus(click.latency.saturating_sub(click.sent_late));
            let first = clicked.entry(click.told.member).or_insert(sent);
            *first = sent.min(*first);
        }
        let is_undecided = |(member, sent): &(&MemberId, &Moment)| {
            **sent <= at && decided.get(member).is_none_or(|decided| *decided > at)
        };
        clicked.iter().filter(is_undecided).count()
    }

    /// When the last coupon was issued.
    pub fn last_coupon_at(&self) -> Option<Moment> {
        self.ledger.coupons.iter().map(|coupon| coupon.issued_at).max()
    }
}
