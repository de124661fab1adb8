//! Without MySQL: nobody is told "issued", and everybody keeps their place.

use crate::kit::{alone, assert_kept, seed};
use bench::chaos::{Blow, Crowd, Fault, Parts, Target, break_parts, rush};
use bench::told::{Answer, Told};
use std::collections::HashSet;
use std::time::Duration;

const MEMBERS: u32 = 300;
const AWAY: Duration = Duration::from_secs(4);
/// An answer that was on its way when MySQL went.
const UNDER_WAY: Duration = Duration::from_millis(250);
/// Who came meanwhile; far more clicked.
const CAME_MIN: usize = 50;

#[tokio::test]
async fn while_mysql_is_dead_places_are_given_and_no_coupon() {
    without_mysql(Blow::Kill { down_for: AWAY }).await;
}

#[tokio::test]
async fn while_mysql_swallows_everything_places_are_given_and_no_coupon() {
    without_mysql(Blow::Pause { lasting: AWAY }).await;
}

async fn without_mysql(blow: Blow) {
    let _alone = alone().await;
    let mut parts = Parts::start(MEMBERS).await.expect("parts");
    let fault = Fault { after: Duration::ZERO, target: Target::MySql, blow };
    let (rush, broken) = rush(&mut parts, &Crowd::SMALL, seed(), async |parts, scene| {
        parts.until_issued(scene.stage.drop_id, Crowd::SMALL.quota / 4).await?;
        break_parts(parts, scene, &[fault]).await
    })
    .await
    .expect("a crowd");
    let [broken] = broken.as_slice() else { panic!("it was broken once: {broken:?}") };
    let is_meanwhile =
        |told: &&Told| told.at > broken.at.plus(UNDER_WAY) && told.at < broken.started_at;
    let meanwhile: Vec<&Answer> =
        rush.told.iter().filter(is_meanwhile).map(|told| &told.answer).collect();
    let waiting =
        meanwhile.iter().filter(|answer| matches!(answer, Answer::Waiting { .. })).count();
    println!("{waiting} of {} answers meanwhile were places", meanwhile.len());
    assert!(waiting >= CAME_MIN, "{waiting}");
    assert!(!meanwhile.iter().any(|answer| answer.is_decision()), "{meanwhile:?}");
    let epochs: HashSet<i64> = rush.told.iter().filter_map(|told| epoch(&told.answer)).collect();
    assert_eq!(epochs.len(), 1, "one line from the opening to the end");
    assert_kept(&rush);
}

fn epoch(answer: &Answer) -> Option<i64> {
    match answer {
        Answer::Waiting { epoch, .. } => Some(*epoch),
        _ => None,
    }
}
