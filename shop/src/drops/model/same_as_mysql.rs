//! The transaction of `decide.rs`, on a real database, does what the model's [`MySql`] does.

use super::dice::Dice;
use super::mysql::MySql;
use crate::chat::CounselSettings;
use crate::drops::decide::decide;
use crate::drops::rules::batch::Claim;
use crate::drops::{DropId, NewDrop, create};
use crate::members::MemberId;
use crate::members::sessions::SessionKey;
use crate::parts::{Clock, Entropy, MediaPlace, Settings, SystemEntropy, connect_mysql, migrate};
use crate::{Moment, Shop};
use sqlx::{AssertSqlSafe, Executor};
use std::sync::Arc;
use std::time::Duration;

const DROPS: u64 = 25;
const BATCHES: usize = 8;
const BATCH_MAX: usize = 6;
const MEMBERS: u64 = 8;
/// Of those whom a batch may name, so many are no members.
const STRANGERS: u64 = 2;
const NOW: Moment = Moment::from_ms(1_700_000_000_000);
const A_SECOND: Duration = Duration::from_secs(1);

pub fn address(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run the tests by bin/test"))
}

/// A name that no other test has.
pub fn unique_name() -> String {
    let mut bytes = [0; 8];
    SystemEntropy.fill(&mut bytes);
    format!("{:016x}", u64::from_be_bytes(bytes))
}

/// A clock that stands.
struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Moment {
        NOW
    }
}

/// A database of one's own, gone when the test is over.
struct Database {
    name: String,
}

impl Database {
    async fn create() -> Self {
        let name = format!("seonchak_test_{}", unique_name());
        run(format!("create database {name} character set utf8mb4")).await;
        Self { name }
    }

    async fn shop(&self) -> Arc<Shop> {
        let url = address("DATABASE_URL");
        let settings = Settings {
            database_url: format!("{}/{}", url.rsplit_once('/').unwrap().0, self.name),
            database_connections_max: 2,
            redis_url: address("REDIS_URL"),
            redis_prefix: format!("{}:", self.name),
            kafka_brokers: address("KAFKA_BROKERS"),
            media: MediaPlace::Folder(std::env::temp_dir()),
            session_keys: vec![SessionKey::parse(&"0".repeat(64)).unwrap()],
            staff_factor_is_required: false,
            place_kept: None,
            challenge_bits: None,
            chat: None,
            counsel: CounselSettings::default(),
        };
        let shop = Shop::new(&settings, Arc::new(Stopped), Arc::new(SystemEntropy)).unwrap();
        migrate(&shop.mysql).await.unwrap();
        shop
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let drop_it = format!("drop database if exists {}", self.name);
        // A thread of its own: the test's runtime may be on its way out.
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(run(drop_it));
        })
        .join()
        .ok();
    }
}

async fn run(statement: String) {
    let pool = connect_mysql(&address("DATABASE_URL"), 1).unwrap();
    pool.execute(AssertSqlSafe(statement)).await.unwrap();
    pool.close().await;
}

async fn insert_members(shop: &Shop) {
    for member in 1..=MEMBERS {
        sqlx::query(
            "insert into members (id, name, email, password_hash, address, signed_up_at)
             values (?, '시험', ?, '-', '서울', ?)",
        )
        .bind(member)
        .bind(format!("{member}@b.kr"))
        .bind(NOW)
        .execute(&shop.mysql)
        .await
        .unwrap();
    }
}

/// A drop in MySQL and the same drop in the model.
struct Both<'a> {
    shop: &'a Shop,
    id: DropId,
    model: MySql,
    dice: Dice,
    /// The line's tickets go up; a batch may be decided again.
    ticket: u64,
}

impl<'a> Both<'a> {
    async fn new(shop: &'a Shop, seed: u64) -> Self {
        let dice = Dice::new(seed);
        // Open for most; some are not open yet, or over.
        let opens_at = NOW.minus(A_SECOND * 2).plus(A_SECOND * dice.throw(4) as u32);
        let closes_at = opens_at.plus(A_SECOND * 2);
        let quota = dice.between(1, 6) as u32;
        let model = MySql::new(MEMBERS as usize, quota, opens_at, closes_at);
        let terms = model.drop.terms;
        let new =
            NewDrop { name: "시험".into(), quota, opens_at, closes_at, terms, rate_per_s: None };
        let id = create::insert(shop, MemberId(1), &new).await.unwrap();
        Self { shop, id, model, dice, ticket: 0 }
    }

    async fn steer(&mut self) {
        match self.dice.throw(4) {
            0 => {
                self.model.drop.paused_at = match self.model.drop.paused_at {
                    Some(_) => None,
                    None => Some(NOW),
                };
            }
            1 => self.model.drop.quota += self.dice.between(1, 2) as u32,
            _ => return,
        }
        self.model.drop.version += 1;
        let drop = &self.model.drop;
        sqlx::query(
            "update drops set quota = ?, paused_at = ?, paused_by = if(? is null, null, 1),
                              version = ? where id = ?",
        )
        .bind(drop.quota)
        .bind(drop.paused_at)
        .bind(drop.paused_at)
        .bind(drop.version)
        .bind(self.id.0)
        .execute(&self.shop.mysql)
        .await
        .unwrap();
    }

    /// A batch of the line, in which somebody may stand twice; or one claim at the door.
    fn batch(&mut self) -> Vec<Claim> {
        let member = || MemberId(1 + self.dice.throw((MEMBERS + STRANGERS) as usize) as u64);
        if self.dice.one_in(4) {
            return vec![Claim { ticket: None, member: member() }];
        }
        let again = self.dice.throw(3) as u64;
        let first = self.ticket.saturating_sub(again) + 1;
        let count = self.dice.between(1, BATCH_MAX) as u64;
        self.ticket = self.ticket.max(first + count - 1);
        (first..first + count)
            .map(|ticket| Claim { ticket: Some(ticket), member: member() })
            .collect()
    }

    async fn decide(&mut self) {
        let batch = self.batch();
        let mut decision = decide(self.shop, self.id, &batch).await.unwrap();
        let mut expected = self.model.decide(&batch, NOW, 0, None);
        decision.held.sort_by_key(|(member, _)| *member);
        expected.held.sort();
        let held: Vec<MemberId> = decision.held.iter().map(|(member, _)| *member).collect();
        assert_eq!(held, expected.held, "{batch:?}");
        assert_eq!(decision.issued as usize, expected.issued.len(), "{batch:?}");
        assert_eq!(decision.facts, expected.facts, "{batch:?}");
        assert_eq!(decision.kept_back, expected.kept_back, "{batch:?}");
        self.assert_same(&batch).await;
    }

    async fn assert_same(&self, batch: &[Claim]) {
        let coupons: Vec<(u64, Option<u64>)> =
            sqlx::query_as("select member_id, ticket from coupons where drop_id = ? order by id")
                .bind(self.id.0)
                .fetch_all(&self.shop.mysql)
                .await
                .unwrap();
        let expected: Vec<_> =
            self.model.coupons.iter().map(|coupon| (coupon.member.0, coupon.ticket)).collect();
        assert_eq!(coupons, expected, "{batch:?}");
        let row: (u32, u64) = sqlx::query_as("select issued, serving from drops where id = ?")
            .bind(self.id.0)
            .fetch_one(&self.shop.mysql)
            .await
            .unwrap();
        assert_eq!(row, (self.model.drop.issued, self.model.serving), "{batch:?}");
    }
}

#[tokio::test]
async fn the_transaction_does_what_the_model_does() {
    let database = Database::create().await;
    let shop = database.shop().await;
    insert_members(&shop).await;
    for seed in 0..DROPS {
        let mut both = Both::new(&shop, seed).await;
        for _ in 0..BATCHES {
            both.steer().await;
            both.decide().await;
        }
    }
    shop.mysql.close().await;
}
