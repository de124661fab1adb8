//! A thousand people want a hundred coupons, at two server processes, whatever breaks meanwhile.
//!
//! Each run ends in the same check: what everybody was told is held against what MySQL knows.

use crate::kit::process::{RedisProcess, ServerProcess};
use crate::kit::shop::coupons_of;
use crate::kit::{Mode, Person, TestShop, until};
use shop::Shop;
use shop::drops::DropId;
use shop::members::MemberId;
use shop::members::sessions;
use shop::parts::Settings;
use std::collections::{HashMap, HashSet};
use std::time::Duration;
use tokio::sync::{Mutex, MutexGuard};
use tokio::task::JoinSet;

const MEMBERS: usize = 1_000;
const QUOTA: u32 = 100;
/// Slow enough that a fault can hit while people wait.
const RATE_PER_S: u32 = 25;
/// Somebody who was not told yet asks again after this long; pages without a socket do, too.
const PAUSE: Duration = Duration::from_millis(1_000);

/// Crowds come one after the other: two at once would only measure the machine.
static ONE_CROWD: Mutex<()> = Mutex::const_new(());

/// A shop on two processes with a drop that is open, and a thousand signed-in members.
struct Crowd {
    shop: TestShop,
    servers: [ServerProcess; 2],
    drop: DropId,
    people: Vec<Person>,
    _alone: MutexGuard<'static, ()>,
}

/// What a member was told in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    Issued { code: String },
    SoldOut,
}

impl Crowd {
    async fn gather(change: impl FnOnce(&mut Settings)) -> Self {
        let alone = ONE_CROWD.lock().await;
        let mut shop = TestShop::open_with(0).await;
        change(&mut shop.settings);
        let servers = [
            ServerProcess::start(&shop.settings).await,
            ServerProcess::start(&shop.settings).await,
        ];
        let drop = shop.drop_with(QUOTA, |new| new.rate_per_s = Some(RATE_PER_S)).await;
        let people = members(&shop.direct, &servers).await;
        Self { shop, servers, drop, people, _alone: alone }
    }

    /// Everybody clicks at once and stays until they know; meanwhile `fault` happens.
    async fn rush(&mut self, fault: impl AsyncFnOnce(&mut Self)) -> HashMap<MemberId, Told> {
        let mut asking = JoinSet::new();
        for (n, person) in self.people.iter().enumerate() {
            let (person, drop) = (person.clone(), self.drop);
            let urls = [self.servers[n % 2].url.clone(), self.servers[(n + 1) % 2].url.clone()];
            asking.spawn(async move { (person.id(), ask_until_told(person, urls, drop).await) });
        }
        fault(self).await;
        asking.join_all().await.into_iter().collect()
    }

    /// Waits until some have their coupon and others do not.
    async fn is_in_the_middle(&self) -> usize {
        let quarter = QUOTA as usize / 4;
        let there = self.until_issued(quarter).await;
        assert!(there < QUOTA as usize, "the fault comes too late to prove anything");
        there
    }

    async fn until_issued(&self, at_least: usize) -> usize {
        until("so many are issued", async || {
            let there = coupons_of(&self.shop.direct, self.drop).await.len();
            (there >= at_least).then_some(there)
        })
        .await
    }
}

async fn members(shop: &Shop, servers: &[ServerProcess; 2]) -> Vec<Person> {
    let client = crate::kit::person::browser();
    let mut people = Vec::with_capacity(MEMBERS);
    for n in 0..MEMBERS {
        let id = crate::kit::shop::insert_member(shop, &format!("{n}@crowd.kr")).await;
        let token = sessions::start(shop, id).await.unwrap().to_text();
        people.push(Person::sharing(&client, &servers[n % 2].url, Some((id, token))));
    }
    people
}

/// Clicks, then asks, as a page without a socket does, at the other server if one is gone. An
/// answer that never came is asked for again.
async fn ask_until_told(person: Person, urls: [String; 2], drop: DropId) -> Told {
    for attempt in 0.. {
        let person = person.at(urls[attempt % 2].clone());
        let form = [("drop_id", drop.0.to_string())];
        let request = person.post("drops/join").form(&form);
        match person.try_send(request).await {
            Ok(answer) if answer.status == 200 => match answer.state().as_str() {
                "issued" => {
                    let code = answer.json()["code"].as_str().unwrap().to_owned();
                    return Told::Issued { code };
                }
                "sold_out" => return Told::SoldOut,
                "waiting" => {}
                other => panic!("{other}: {answer:?}"),
            },
            Ok(answer) => assert!(matches!(answer.status, 503 | 429), "{answer:?}"),
            Err(_cut_off) => {}
        }
        tokio::time::sleep(PAUSE).await;
    }
    unreachable!("a loop without an end")
}

/// Holds what people were told against MySQL.
async fn check(crowd: &Crowd, told: &HashMap<MemberId, Told>) {
    let rows: Vec<(u64, String)> =
        sqlx::query_as("select member_id, code from coupons where drop_id = ?")
            .bind(crowd.drop.0)
            .fetch_all(&crowd.shop.direct.mysql)
            .await
            .unwrap();
    assert_eq!(rows.len(), QUOTA as usize, "exactly the quota");
    let codes: HashMap<MemberId, String> =
        rows.into_iter().map(|(member, code)| (MemberId(member), code)).collect();
    assert_eq!(codes.len(), QUOTA as usize, "one each");
    assert_eq!(codes.values().collect::<HashSet<_>>().len(), QUOTA as usize, "no code twice");
    assert_eq!(told.len(), MEMBERS, "everybody was told");
    for (member, told) in told {
        match told {
            Told::Issued { code } => assert_eq!(codes.get(member), Some(code), "a true coupon"),
            Told::SoldOut => assert!(!codes.contains_key(member), "they have one: {member:?}"),
        }
    }
    let issued: u32 = sqlx::query_scalar("select issued from drops where id = ?")
        .bind(crowd.drop.0)
        .fetch_one(&crowd.shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(issued, QUOTA);
}

/// Tickets in the order in which their coupons were issued.
async fn tickets(crowd: &Crowd) -> Vec<u64> {
    let coupons = coupons_of(&crowd.shop.direct, crowd.drop).await;
    coupons.into_iter().filter_map(|(_, ticket)| ticket).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exactly_the_quota_is_issued_in_ticket_order() {
    let mut crowd = Crowd::gather(|_| {}).await;
    let told = crowd.rush(async |_| {}).await;
    check(&crowd, &told).await;
    assert_eq!(tickets(&crowd).await, (1..=u64::from(QUOTA)).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killing_the_issuers_process_loses_nothing() {
    let mut crowd = Crowd::gather(|_| {}).await;
    let told = crowd
        .rush(async |crowd| {
            crowd.is_in_the_middle().await;
            let issuer = lease_holder(crowd).await;
            crowd.servers[issuer].kill();
            let there = coupons_of(&crowd.shop.direct, crowd.drop).await.len();
            assert!(there < QUOTA as usize, "the issuer died too late to prove anything");
            crowd.until_issued(there + 1).await;
        })
        .await;
    check(&crowd, &told).await;
    assert_eq!(tickets(&crowd).await, (1..=u64::from(QUOTA)).collect::<Vec<_>>());
}

/// Which of the two processes works on the line: the lease bears its process's number.
async fn lease_holder(crowd: &Crowd) -> usize {
    let key = format!("{}{{drop:{}}}:lease", crowd.shop.settings.redis_prefix, crowd.drop.0);
    let mut redis = crowd.shop.direct.redis.shared();
    let owner: String = redis::cmd("GET").arg(key).query_async(&mut redis).await.unwrap();
    let process: u32 = owner.split('-').next().unwrap().parse().unwrap();
    crowd.servers.iter().position(|server| server.id() == process).expect("one of ours")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_restarted_empty_loses_places_and_no_coupon() {
    let mut redis = RedisProcess::start().await;
    let url = redis.url();
    let mut crowd = Crowd::gather(|settings| settings.redis_url = url).await;
    let told = crowd
        .rush(async |crowd| {
            crowd.is_in_the_middle().await;
            redis.restart_empty().await;
        })
        .await;
    check(&crowd, &told).await;
    let tickets = tickets(&crowd).await;
    assert!(tickets.is_sorted(), "a line built anew goes on where the old one was: {tickets:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mysql_paused_for_three_seconds_only_costs_time() {
    let mut crowd = Crowd::gather(|_| {}).await;
    let told = crowd
        .rush(async |crowd| {
            crowd.is_in_the_middle().await;
            crowd.shop.mysql.set(Mode::Stall);
            let before = coupons_of(&crowd.shop.direct, crowd.drop).await.len();
            tokio::time::sleep(Duration::from_secs(3)).await;
            let after = coupons_of(&crowd.shop.direct, crowd.drop).await.len();
            assert_eq!(before, after, "nothing is issued while MySQL stands still");
            crowd.shop.mysql.set(Mode::Pass);
        })
        .await;
    check(&crowd, &told).await;
    assert_eq!(tickets(&crowd).await, (1..=u64::from(QUOTA)).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_rate_a_crowd_is_served_as_fast() {
    let mut crowd = Crowd::gather(|_| {}).await;
    crowd.drop = crowd.shop.drop_of(QUOTA).await;
    let told = crowd.rush(async |_| {}).await;
    check(&crowd, &told).await;
}
