//! A server whose clock is an hour ahead, and is put right while people wait.

use crate::kit::{alone, seed};
use bench::chaos::{Crowd, Folder, Parts, rush, until};
use bench::checker::Kind;
use bench::client::{Client, Question};
use bench::told::Answer;
use std::fs;
use std::time::Duration;

const MEMBERS: u32 = 300;
/// Where Debian keeps it, by machine.
const LIBRARIES: [&str; 2] = [
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
];
const AN_HOUR_AHEAD: &str = "+3600s";
const RIGHT: &str = "+0s";
/// Time enough for the misled server to open it early.
const OPENS_AFTER: Duration = Duration::from_secs(4);
/// On both clocks it is open until the end.
const OPEN_FOR: Duration = Duration::from_secs(2 * 60 * 60);
const NOT_SIGNED_IN: u16 = 401;

/// A drop opens by the clock of the server that is asked, so a wrong clock opens it early there.
/// How many it issues, to whom, and in what order does not depend on any clock.
#[tokio::test]
async fn a_clock_an_hour_ahead_and_put_right_again_changes_no_number() {
    let _alone = alone().await;
    let library = LIBRARIES.into_iter().find(|path| fs::exists(path).unwrap_or(false));
    let library = library.expect("libfaketime, which bin/setup installs");
    let folder = Folder::create().expect("a folder");
    let clock = folder.path().join("clock");
    fs::write(&clock, AN_HOUR_AHEAD).expect("a clock");
    let mut parts = Parts::without_servers(folder, MEMBERS).await.expect("parts");
    let misled = [
        ("LD_PRELOAD", library),
        ("FAKETIME_TIMESTAMP_FILE", &clock.display().to_string()),
        ("FAKETIME_NO_CACHE", "1"),
        // Only the calendar is wrong: no clock runs backwards for timers.
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
    ];
    parts.start_server(&misled).await.expect("the misled server");
    parts.start_servers().await.expect("the other server");
    let crowd = Crowd { opens_after: OPENS_AFTER, open_for: OPEN_FOR, ..Crowd::SMALL };
    let (rush, early) = rush(&mut parts, &crowd, seed(), async |parts, scene| {
        let addresses = parts.addresses();
        let ask = async |server: usize| {
            let mut client = Client::new(&addresses[server..=server], 0);
            client.ask(&scene.stage, &scene.stage.actors[0], Question::Join).await.answer
        };
        // The fault has hit: the two do not agree.
        assert_eq!(ask(1).await, Answer::NotOpen);
        until("the misled server has opened the drop", async || {
            matches!(ask(0).await, Answer::Waiting { .. } | Answer::Issued(_)).then_some(())
        })
        .await?;
        let early = parts.until_issued(scene.stage.drop_id, 1).await?;
        assert!(parts.shop.now() < scene.stage.timeline.opens_at, "too late to prove anything");
        parts.until_issued(scene.stage.drop_id, crowd.quota / 3).await?;
        fs::write(&clock, RIGHT).map_err(|error| error.to_string())?;
        Ok(early)
    })
    .await
    .expect("a crowd");
    println!("{early} issued before the opening");
    // Coupons of that server bear times to come, so "sold out" cannot be held against them.
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::SoldOutTooEarly) {
        assert_eq!(rush.findings.count(kind), 0, "{kind:?}: {:?}", rush.findings.examples(kind));
    }
    let signed_out =
        |answer: &Answer| matches!(answer, Answer::Refused { status: NOT_SIGNED_IN, .. });
    assert!(!rush.told.iter().any(|told| signed_out(&told.answer)), "a session ended");
}
