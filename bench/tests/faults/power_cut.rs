//! The power fails where Redis runs, and its disk has not kept what it said it had.

use crate::kit::{alone, assert_kept_but_for_order, seed, tickets};
use bench::chance::Chance;
use bench::chaos::{Crowd, Part, Parts, Scene, rush};
use std::fs::{self, File};

const MEMBERS: u32 = 300;
const CUTS: u64 = 5;
const SERVERS: [Part; 2] = [Part::Server(0), Part::Server(1)];

#[tokio::test]
async fn a_power_cut_at_redis_loses_places_and_no_coupon() {
    let _alone = alone().await;
    let seed = seed();
    let mut chance = Chance::new(seed);
    let mut parts = Parts::start(MEMBERS).await.expect("parts");
    let mut lost_in_all = 0;
    for cut in 0..CUTS {
        let written = parts.redis.newest_file().and_then(|file| size_of(&file)).expect("a file");
        let (rush, lost) = rush(&mut parts, &Crowd::SMALL, seed + cut, async |parts, scene| {
            parts.until_issued(scene.stage.drop_id, Crowd::SMALL.quota / 3).await?;
            cut_power(parts, scene, written, &mut chance).await
        })
        .await
        .expect("a crowd");
        println!("cut {cut}: {lost} places lost");
        lost_in_all += lost;
        assert_kept_but_for_order(&rush.findings);
    }
    assert!(lost_in_all > 0, "nothing was lost, so nothing is proved");
}

/// Cuts the file anywhere in what was written since the drop was made. Gives the places lost.
async fn cut_power(
    parts: &mut Parts,
    scene: &Scene,
    written_before: u64,
    chance: &mut Chance,
) -> Result<usize, String> {
    let id = scene.stage.drop_id;
    // Nobody comes, and comes again, while places are counted.
    for server in SERVERS {
        parts.process(server).pause().await?;
    }
    let before = tickets(&parts.shop, id).await.len();
    parts.process(Part::Redis).kill()?;
    let file = parts.redis.newest_file()?;
    let since = size_of(&file)? - written_before;
    let kept = written_before + chance.below(since as usize) as u64;
    let opened = File::options().write(true).open(&file);
    opened.and_then(|file| file.set_len(kept)).map_err(|error| error.to_string())?;
    parts.process(Part::Redis).start_again()?;
    parts.until_answers(Part::Redis).await?;
    let after = tickets_after_a_restart(parts, id).await?;
    for server in SERVERS {
        parts.process(server).resume()?;
    }
    Ok(before - after)
}

/// The checker's own connection was cut as well; Redis is asked by a new one.
async fn tickets_after_a_restart(parts: &Parts, id: shop::drops::DropId) -> Result<usize, String> {
    let alive = async || parts.shop.redis.ping().await.ok();
    bench::chaos::until("the checker reaches Redis again", alive).await?;
    Ok(tickets(&parts.shop, id).await.len())
}

fn size_of(file: &std::path::Path) -> Result<u64, String> {
    fs::metadata(file).map(|file| file.len()).map_err(|error| error.to_string())
}
