//! The clicks: an open loop over a bounded number of connections.

use crate::client::{Client, Question};
use crate::http::Address;
use crate::progress::Progress;
use crate::schedule::Click;
use crate::stage::Stage;
use crate::told::Told;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

/// What became of one click.
#[derive(Clone, Debug)]
pub struct Clicked {
    /// Whose.
    pub actor: usize,
    /// The answer.
    pub told: Told,
    /// From the intended time to the answer.
    pub latency: Duration,
    /// From the intended time to the sending: the generator's own lateness, and that of a shop
    /// that keeps every connection busy.
    pub sent_late: Duration,
}

/// Clicks. A click whose time comes while every connection is busy goes out as soon as one is
/// free, and its latency counts from when it should have gone out.
pub async fn click(
    stage: &Arc<Stage>,
    addresses: &Arc<[Address]>,
    connections: u32,
    schedule: Vec<Click>,
) -> Result<Vec<Clicked>, String> {
    click_and_tell(stage, addresses, connections, schedule, &Arc::default()).await
}

/// The same, and tells of every answer at once.
pub async fn click_and_tell(
    stage: &Arc<Stage>,
    addresses: &Arc<[Address]>,
    connections: u32,
    schedule: Vec<Click>,
    progress: &Arc<Progress>,
) -> Result<Vec<Clicked>, String> {
    let schedule: Arc<[Click]> = schedule.into();
    let next = Arc::new(AtomicUsize::new(0));
    let mut hands = JoinSet::new();
    for turn in 0..connections as usize {
        let (stage, addresses) = (Arc::clone(stage), Arc::clone(addresses));
        let (schedule, next) = (Arc::clone(&schedule), Arc::clone(&next));
        let progress = Arc::clone(progress);
        hands.spawn(async move {
            let client = Client::new(&addresses, turn);
            click_in_turn(client, &stage, &schedule, &next, &progress).await
        });
    }
    let mut clicked = Vec::with_capacity(schedule.len());
    while let Some(hand) = hands.join_next().await {
        clicked.extend(hand.map_err(|error| error.to_string())?);
    }
    // In the order of the answers: the last one that a member got is what they know.
    clicked.sort_by_key(|clicked| clicked.told.at);
    Ok(clicked)
}

async fn click_in_turn(
    mut client: Client<'_>,
    stage: &Stage,
    schedule: &[Click],
    next: &AtomicUsize,
    progress: &Progress,
) -> Vec<Clicked> {
    let mut clicked = Vec::new();
    client.connect().await;
    while let Some(click) = schedule.get(next.fetch_add(1, Ordering::Relaxed)) {
        let intended = stage.timeline.start + click.at;
        sleep_until(intended).await;
        let sent_late = intended.elapsed();
        let told = client.ask(stage, &stage.actors[click.actor], Question::Join).await;
        let latency = Instant::now().saturating_duration_since(intended);
        progress.note(&told.answer, latency);
        clicked.push(Clicked { actor: click.actor, told, latency, sent_late });
    }
    clicked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fake_shop;
    use crate::told::Answer;

    const SLOWNESS: Duration = Duration::from_millis(50);

    fn at_once(clicks: usize) -> Vec<Click> {
        (0..clicks).map(|actor| Click { at: Duration::ZERO, actor }).collect()
    }

    #[tokio::test]
    async fn a_slow_shop_cannot_hide_behind_a_busy_connection() {
        let servers = fake_shop::serve(SLOWNESS, |_, _| r#"{"state":"sold_out"}"#).await;
        let stage = fake_shop::stage(5);
        let clicked = click(&stage, &servers, 1, at_once(5)).await.expect("clicks");
        assert_eq!(clicked.len(), 5);
        assert!(clicked.iter().all(|click| click.told.answer == Answer::SoldOut));
        // The fifth waited for the four before it: a closed loop would have measured 50 ms.
        let worst = clicked.iter().map(|click| click.latency).max().expect("five");
        assert!(worst >= SLOWNESS * 5, "{worst:?}");
    }

    #[tokio::test]
    async fn an_answer_that_never_came_is_unknown_and_the_next_click_connects_again() {
        let says = |_: &str, number| if number == 1 { "" } else { r#"{"state":"sold_out"}"# };
        let servers = fake_shop::serve(Duration::ZERO, says).await;
        let stage = fake_shop::stage(4);
        let clicked = click(&stage, &servers, 1, at_once(4)).await.expect("clicks");
        let unknown = |click: &&Clicked| click.told.answer == Answer::Unknown;
        assert_eq!(clicked.iter().filter(unknown).count(), 2, "the second of each connection");
    }
}
