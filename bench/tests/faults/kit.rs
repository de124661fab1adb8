//! What the tests share.

pub mod dam;
pub mod reader;
pub mod statements;

use bench::chaos::{Plan, Rush, Target, run};
use bench::checker::{Findings, Kind};
use shop::Shop;
use shop::drops::DropId;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use tokio::sync::{Mutex, MutexGuard};

/// Pieces of a file that fills a disk: the smallest that the disk knows.
const PIECE: [u8; 4096] = [0; 4096];

/// Stages come one after the other: two at once would only measure the machine.
pub async fn alone() -> MutexGuard<'static, ()> {
    static STAGE: Mutex<()> = Mutex::const_new(());
    STAGE.lock().await
}

/// The run's seed; another one by `SEONCHAK_FAULTS_SEED`.
pub fn seed() -> u64 {
    let named = std::env::var("SEONCHAK_FAULTS_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = named.unwrap_or(1);
    println!("seed {seed}");
    seed
}

/// Carries a plan out: as many faults as it wants have hit, every kind of process among them, and
/// every promise was kept.
pub async fn assert_no_promise_breaks(plan: &Plan) {
    let _alone = alone().await;
    let report = run(plan, |_| {}).await.expect("a run");
    println!("{}", report.to_text());
    assert!(report.is_clean(), "{}", report.to_text());
    assert!(report.tally.hits() >= plan.hits);
    for target in [Target::Server(0), Target::Issuer, Target::Redis, Target::MySql] {
        assert!(report.tally.hits_of(target) > 0, "{target:?} was never hit");
    }
}

/// Every promise was kept.
pub fn assert_kept(rush: &Rush) {
    assert!(rush.findings.is_clean(), "{:#?}", rush.findings);
}

/// The same, where a disk has lost the line's last moments: then the order among those who waited
/// is lost with it, and nothing else.
pub fn assert_kept_but_for_order(findings: &Findings) {
    const ORDER: [Kind; 3] = [Kind::OutOfOrder, Kind::PassedOver, Kind::TicketNotUnique];
    for kind in Kind::ALL.into_iter().filter(|kind| !ORDER.contains(kind)) {
        assert_eq!(findings.count(kind), 0, "{kind:?}: {:?}", findings.examples(kind));
    }
}

/// Members with a place in a drop's line, and which.
pub async fn tickets(shop: &Shop, id: DropId) -> Vec<(u64, u64)> {
    let key = shop.redis.name(&format!("{{drop:{}}}:tickets", id.0));
    let mut redis = shop.redis.shared();
    redis::cmd("HGETALL").arg(key).query_async(&mut redis).await.expect("the tickets")
}

/// Fills the disk that a folder is on, and gives the file that does.
pub fn fill(folder: &Path) -> PathBuf {
    let path = folder.join("filler");
    let mut file = File::create(&path).expect("a file");
    while file.write_all(&PIECE).is_ok() {}
    path
}
