//! Without Redis: the narrow door.

use crate::kit::{alone, assert_kept, seed};
use bench::chaos::{Crowd, Folder, Part, Parts, rush};
use bench::ledger::Coupon;
use bench::told::Answer;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

const MEMBERS: u32 = 1_200;
/// More want one than the door lets through, and the door alone shall not serve them all.
const CROWD: Crowd = Crowd {
    quota: 600,
    drop_rate: None,
    clicks_per_s: 600,
    repeat_percent: 20,
    connections: 600,
    // Redis has been silent for 2.5 s by then, and every server knows the drop.
    opens_after: Duration::from_secs(4),
    ..Crowd::SMALL
};
const BY_THE_DOOR: u32 = 300;
const SERVERS: usize = 2;
/// What the door says of itself: so many a second on each server, so many at once.
const PER_SECOND: f64 = 100.0;
const AT_ONCE: usize = 2;
/// A coupon bears the time at which its decision began, a little after it was let through.
const SLACK_S: f64 = 0.1;
const BUSY: u16 = 503;
/// Eight reasons a second are said of parts that are down; a second by the wall may meet two.
const LINES_A_SECOND_MAX: usize = 16;
/// How far a time is told in seconds: `2026-11-24T03:00:00`.
const SECOND_BYTES: usize = 19;

#[tokio::test]
async fn without_redis_a_limited_few_are_served_in_the_order_in_which_they_came() {
    let _alone = alone().await;
    let seed = seed();
    let folder = Folder::create().expect("a folder");
    let logs = [0, 1].map(|n| folder.path().join(format!("server_{n}.log")));
    let mut parts = Parts::without_servers(folder, MEMBERS).await.expect("parts");
    parts.start_servers().await.expect("servers");
    let (rush, issued) = rush(&mut parts, &CROWD, seed, async |parts, scene| {
        parts.process(Part::Redis).kill()?;
        let issued = parts.until_issued(scene.stage.drop_id, BY_THE_DOOR).await?;
        parts.process(Part::Redis).start_again()?;
        parts.until_answers(Part::Redis).await?;
        Ok(issued)
    })
    .await
    .expect("a crowd");
    let by_the_door: Vec<&Coupon> =
        rush.ledger.coupons.iter().filter(|coupon| coupon.ticket.is_none()).collect();
    let is_refused = |answer: &Answer| matches!(answer, Answer::Refused { status: BUSY, .. });
    let refused = rush.told.iter().filter(|told| is_refused(&told.answer)).count();
    println!("{} came by the door ({issued} before Redis), {refused} refused", by_the_door.len());
    println!("{:.0} a second by the doors of {SERVERS} servers", per_second(&by_the_door));
    assert!(by_the_door.len() >= BY_THE_DOOR as usize);
    assert!(refused > 0, "nobody was too many");
    assert_rate_is_kept(&by_the_door);
    assert_nobody_is_passed(&by_the_door);
    assert_kept(&rush);
    for log in logs {
        assert_says_little(&log);
    }
}

fn per_second(coupons: &[&Coupon]) -> f64 {
    let times = || coupons.iter().map(|coupon| coupon.issued_at);
    let (first, last) = times().min().zip(times().max()).expect("a coupon");
    coupons.len() as f64 / last.until_from(first).as_secs_f64()
}

/// Thousands of clicks fail for one and the same reason, and it is not said thousands of times.
fn assert_says_little(log: &Path) {
    let log = fs::read_to_string(log).expect("a server's log");
    let mut lines: HashMap<&str, usize> = HashMap::new();
    for line in log.lines().filter(|line| line.contains("a part is down")) {
        let (_, time) = line.split_once("\"timestamp\":\"").expect("a time");
        *lines.entry(&time[..SECOND_BYTES]).or_default() += 1;
    }
    println!("at most {:?} lines a second say that a part is down", lines.values().max());
    assert!(!lines.is_empty(), "nobody says that Redis is down");
    assert!(lines.values().all(|count| *count <= LINES_A_SECOND_MAX), "{lines:?}");
}

fn assert_rate_is_kept(coupons: &[&Coupon]) {
    let first = coupons.iter().map(|coupon| coupon.issued_at).min().expect("a coupon");
    let mut times: Vec<f64> =
        coupons.iter().map(|coupon| coupon.issued_at.until_from(first).as_secs_f64()).collect();
    times.sort_by(f64::total_cmp);
    for (number, at_s) in times.into_iter().enumerate() {
        let most = SERVERS as f64 * (1.0 + PER_SECOND * (at_s + SLACK_S));
        assert!((number + 1) as f64 <= most, "{} coupons after {at_s} s", number + 1);
    }
}

/// Only those who stand in the door at the same moment may pass each other.
fn assert_nobody_is_passed(coupons: &[&Coupon]) {
    for (number, coupon) in coupons.iter().enumerate() {
        let earlier = coupons[..number].iter();
        let passed_by = earlier.filter(|other| other.issued_at > coupon.issued_at).count();
        assert!(passed_by < SERVERS * AT_ONCE, "{passed_by} passed member {}", coupon.member.0);
    }
}
