//! A disk without room.

use crate::kit::{alone, assert_kept, fill, seed};
use bench::chaos::{Crowd, Folder, Part, Parts, Rush, Scene, rush, until};
use std::fs;
use std::path::Path;

const MEMBERS: u32 = 900;
/// So many coupons that the table must grow while the disk is full.
const CROWD: Crowd = Crowd { quota: 600, drop_rate: Some(200), clicks_per_s: 450, ..Crowd::SMALL };
/// Issued before the disk is full.
const SOME: u32 = 50;
const MYSQL_MIB: u32 = 128;
const REDIS_MIB: u32 = 8;
/// What a server's log says of a table that cannot grow.
const TABLE_IS_FULL: &str = "is full";

#[tokio::test]
async fn mysqls_full_disk_delays_coupons_and_loses_none() {
    let _alone = alone().await;
    let Some(folder) = with_small_disk("mysql", MYSQL_MIB) else { return };
    let path = folder.path().to_owned();
    let rush = on(folder, async |parts, scene| {
        parts.until_issued(scene.stage.drop_id, SOME).await?;
        let filler = fill(parts.mysql.data());
        let logs = [path.join("server_0.log"), path.join("server_1.log")];
        until("MySQL has refused a coupon", async || {
            logs.iter().any(|log| says(log, TABLE_IS_FULL)).then_some(())
        })
        .await?;
        fs::remove_file(filler).map_err(|error| error.to_string())
    })
    .await;
    assert_kept(&rush);
}

#[tokio::test]
async fn redis_full_disk_loses_no_place() {
    let _alone = alone().await;
    let Some(folder) = with_small_disk("redis", REDIS_MIB) else { return };
    let rush = on(folder, async |parts, scene| {
        parts.until_issued(scene.stage.drop_id, SOME).await?;
        let filler = fill(parts.redis.data());
        // It promised to write before it answers, and cannot.
        until("Redis gives up", async || parts.redis.process.has_ended().then_some(())).await?;
        fs::remove_file(filler).map_err(|error| error.to_string())?;
        parts.process(Part::Redis).start_again()?;
        parts.until_answers(Part::Redis).await
    })
    .await;
    assert_kept(&rush);
}

/// `None` where nobody may mount.
fn with_small_disk(name: &str, mib: u32) -> Option<Folder> {
    let mut folder = Folder::create().expect("a folder");
    match folder.mount_small_disk(name, mib) {
        Ok(_) => Some(folder),
        Err(why) => {
            println!("NOT TESTED, since nobody may mount a small disk here: {why}");
            None
        }
    }
}

async fn on(
    folder: Folder,
    fault: impl AsyncFnOnce(&mut Parts, &Scene) -> Result<(), String>,
) -> Rush {
    let mut parts = Parts::without_servers(folder, MEMBERS).await.expect("parts");
    parts.start_servers().await.expect("servers");
    rush(&mut parts, &CROWD, seed(), fault).await.expect("a crowd").0
}

fn says(log: &Path, words: &str) -> bool {
    fs::read_to_string(log).is_ok_and(|log| log.contains(words))
}
