//! Two hundred people at two servers, and an owner who cannot keep their hands off.

use super::{ask, members, steer, tickets, two_servers, until_both_are};
use crate::kit::{Person, until};
use shop::drops::{DropId, LineState};
use shop::members::MemberId;
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Duration;
use tokio::task::JoinSet;

const MEMBERS: usize = 200;
const QUOTA_AT_FIRST: u32 = 20;
const ADDED: [&str; 4] = ["25", "10", "40", "5"];
const QUOTA_IN_THE_END: usize = 100;
/// A page without a socket asks again after a while.
const ASK_AGAIN: Duration = Duration::from_millis(100);

/// Presses until there is a coupon; "sold out" counts once the owner has done their worst.
async fn press(person: Person, drop: DropId, is_over: Arc<AtomicBool>) -> (MemberId, bool) {
    loop {
        let was_over = is_over.load(SeqCst);
        let answer = person.join(drop).await;
        if answer.status != 200 {
            assert!(matches!(answer.status, 503 | 429), "{answer:?}");
        } else {
            match answer.state().as_str() {
                "issued" => return (person.id(), true),
                "sold_out" if was_over => return (person.id(), false),
                "sold_out" | "waiting" | "paused" | "not_joined" => {}
                other => panic!("{other}: {answer:?}"),
            }
        }
        tokio::time::sleep(ASK_AGAIN).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_the_owner_does_the_quota_is_issued_in_ticket_order_one_each() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_with(QUOTA_AT_FIRST, |new| new.rate_per_s = Some(60)).await;
    let people = members(&shop, MEMBERS).await;
    let is_over = Arc::new(AtomicBool::new(false));
    let mut pressing = JoinSet::new();
    for person in people.clone() {
        pressing.spawn(press(person, drop, Arc::clone(&is_over)));
    }

    let issued = async || shop.coupons(drop).await.len();
    let mut quota = QUOTA_AT_FIRST as usize;
    for (turn, added) in ADDED.iter().enumerate() {
        // Sometimes in the middle, sometimes when all is gone; from one server and the other.
        let enough = if turn % 2 == 0 { quota } else { quota - 5 };
        until("some more are issued", async || (issued().await >= enough).then_some(())).await;
        let owner = admin.at(shop.url(turn % 2));
        // Nothing to pause if it is sold out: that is refused, and no matter.
        let pause = ask(&owner, "pause", drop, &[]).await;
        assert!(matches!(pause.status, 200 | 409), "{pause:?}");
        let before = issued().await;
        steer(&owner, "add_quota", drop, &[("count", added)]).await;
        quota += added.parse::<usize>().unwrap();
        if pause.status == 200 {
            until_both_are(&shop, drop, LineState::Paused).await;
            assert_eq!(issued().await, before, "nothing is issued in a pause");
            steer(&admin.at(shop.url((turn + 1) % 2)), "resume", drop, &[]).await;
        }
        let rate = ["", "80", "30", ""][turn];
        // Where everything is gone again already there is nothing to speed up.
        let set = ask(&owner, "set_rate", drop, &[("rate_per_s", rate)]).await;
        assert!(matches!(set.status, 200 | 409), "{set:?}");
    }
    assert_eq!(quota, QUOTA_IN_THE_END);
    until("everything is issued", async || (issued().await >= quota).then_some(())).await;
    until_both_are(&shop, drop, LineState::SoldOut).await;
    is_over.store(true, SeqCst);

    let told: Vec<(MemberId, bool)> = pressing.join_all().await;
    let winners: HashSet<MemberId> =
        told.iter().filter(|(_, has_one)| *has_one).map(|(member, _)| *member).collect();
    let coupons = shop.coupons(drop).await;
    let holders: HashSet<MemberId> = coupons.iter().map(|(member, _)| *member).collect();
    assert_eq!(coupons.len(), QUOTA_IN_THE_END, "exactly the quota");
    assert_eq!(holders.len(), QUOTA_IN_THE_END, "one each");
    assert_eq!(winners, holders, "everybody was told the truth");
    let tickets = tickets(&shop, drop).await;
    assert_eq!(tickets.len(), QUOTA_IN_THE_END, "nobody came through the door");
    assert!(tickets.is_sorted(), "{tickets:?}");
}
