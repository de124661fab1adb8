//! A server that slept through its own lease, with people in its hands.

use crate::kit::dam::Dam;
use crate::kit::{alone, assert_kept, seed, statements};
use bench::chaos::{Crowd, Folder, Part, Parts, Scene, rush, until};

const MEMBERS: u32 = 300;
const ROUNDS: u64 = 2;
/// Issued before the pause, and again by the other server during it.
const SOME: u32 = 10;
const SLEEPER: Part = Part::Server(0);
const SUCCESSOR: Part = Part::Server(1);
/// A decision that found that everybody has a coupon already.
const LATE_DECISION: &str = "update drops set issued = issued + 0,";

#[tokio::test]
async fn an_issuer_that_wakes_with_an_old_batch_harms_nothing() {
    let _alone = alone().await;
    let seed = seed();
    let folder = Folder::create().expect("a folder");
    let mut parts = Parts::without_servers(folder, MEMBERS).await.expect("parts");
    statements::write_down(&parts).await;
    let dam = Dam::before(parts.mysql.host()).await;
    let by_way_of_the_dam = parts.mysql.url("server_0", &dam.host);
    parts.start_server(&[("DATABASE_URL", &by_way_of_the_dam)]).await.expect("the sleeper");
    parts.start_servers().await.expect("the successor");
    for round in 0..ROUNDS {
        // Nobody else may take the line first.
        parts.process(SUCCESSOR).kill().expect("a process");
        let (rush, late) = rush(&mut parts, &Crowd::SMALL, seed + round, async |parts, scene| {
            fall_asleep_and_wake(parts, scene, &dam).await
        })
        .await
        .expect("a crowd");
        println!("round {round}: {late} late decisions");
        assert!(late > 0, "it slept, but with nobody in its hands");
        assert_kept(&rush);
    }
}

/// Gives how many decisions the sleeper made about people whom its successor had served.
async fn fall_asleep_and_wake(
    parts: &mut Parts,
    scene: &Scene,
    dam: &Dam,
) -> Result<usize, String> {
    let id = scene.stage.drop_id;
    until("the sleeper has the line", async || (parts.issuer(id).await == Some(0)).then_some(()))
        .await?;
    parts.process(SUCCESSOR).start_again()?;
    parts.until_answers(SUCCESSOR).await?;
    parts.until_issued(id, SOME).await?;
    dam.shut();
    until("people are in its hands", async || (dam.held() > 0).then_some(())).await?;
    parts.process(SLEEPER).pause().await?;
    let before = parts.issued(id).await?;
    parts.until_issued(id, before + SOME).await?;
    let successor = parts.issuer(id).await;
    assert_ne!(successor, Some(0), "the lease ran out");
    let known = statements::count(parts, "server_0", LATE_DECISION);
    dam.open();
    parts.process(SLEEPER).resume()?;
    until("the sleeper decides", async || {
        let late = statements::count(parts, "server_0", LATE_DECISION) - known;
        (late > 0).then_some(late)
    })
    .await
}
