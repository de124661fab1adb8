//! A shop of one's own: database, key prefix, and one server or more.

use super::chaos::ChaosProxy;
use super::clock::TestClock;
use super::database::{Database, unique_name};
use super::parts::{address, host_of, moved_to};
use super::person::Person;
use super::temp_dir::TempDir;
use super::topic::Topic;
use leptos::config::LeptosOptions;
use server::config::{ChatLimits, ClickLimits};
use server::post::{LetterSettings, PostPlace};
use server::{Config, Running, serve, sign_in};
use shop::chat::CounselSettings;
use shop::drops::{Discount, DropId, NewDrop, Terms};
use shop::members::sessions::{self, SessionKey};
use shop::members::{self, MemberId, Role};
use shop::parts::{MediaPlace, Settings, SystemEntropy};
use shop::{Moment, Shop, Won};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

pub const SESSION_KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
/// A place in a line is kept so long for who is away.
pub const PLACE_KEPT: Duration = Duration::from_secs(300);
/// Where the links in letters lead.
pub const ORIGIN: &str = "https://shop.example";
const CONNECTIONS_MAX: u32 = 8;

pub struct TestShop {
    pub servers: Vec<Running>,
    pub clock: Arc<TestClock>,
    pub mysql: ChaosProxy,
    pub redis: ChaosProxy,
    pub kafka: ChaosProxy,
    pub settings: Settings,
    /// None, unless a test sets some: tests click without end.
    pub clicks: ClickLimits,
    /// None, unless a test sets some: tests talk without end.
    pub chat_limits: ChatLimits,
    /// Whether its servers believe that browsers come by https.
    pub https: bool,
    /// Letters go to [`TestShop::mail_dir`], unless a test has a mail server.
    pub letters: LetterSettings,
    /// Where this shop's letters lie; gone when the test is over.
    pub mail_dir: TempDir,
    /// Nobody, unless a test sets some.
    pub sign_in: sign_in::Settings,
    /// Where this shop's pictures lie; gone when the test is over.
    pub media_dir: TempDir,
    _database: Database,
    _topic: Option<Topic>,
    /// Straight to the parts, past every proxy and server.
    pub direct: Arc<Shop>,
}

impl TestShop {
    /// With one server.
    pub async fn open() -> Self {
        Self::open_with(1).await
    }

    /// With so many servers over the same parts, each part behind a proxy.
    pub async fn open_with(servers: usize) -> Self {
        Self::open_as(servers, None).await
    }

    /// With so many servers and a chat.
    pub async fn with_chat(servers: usize) -> Self {
        Self::open_as(servers, Some(Topic::new(&address("KAFKA_BROKERS")))).await
    }

    async fn open_as(servers: usize, topic: Option<Topic>) -> Self {
        // Without it reqwest builds no client, not even one that speaks plain http.
        rustls::crypto::ring::default_provider().install_default().ok();
        let database = Database::create().await;
        let (redis_url, brokers) = (address("REDIS_URL"), address("KAFKA_BROKERS"));
        let mysql = ChaosProxy::before(host_of(&database.url)).await;
        let redis = ChaosProxy::before(host_of(&redis_url)).await;
        let kafka = ChaosProxy::before_kafka(&brokers).await;
        let (media_dir, mail_dir) = (TempDir::create(), TempDir::create());
        let direct = Settings {
            database_url: database.url.clone(),
            database_connections_max: CONNECTIONS_MAX,
            redis_url: redis_url.clone(),
            redis_prefix: format!("test-{}:", unique_name()),
            kafka_brokers: brokers,
            media: MediaPlace::Folder(media_dir.path.clone()),
            session_keys: vec![SessionKey::parse(SESSION_KEY).unwrap()],
            staff_factor_is_required: false,
            place_kept: Some(PLACE_KEPT),
            challenge_bits: None,
            // Tests of other things are not answered.
            counsel: CounselSettings { has_bot: false, ..CounselSettings::default() },
            chat: topic.as_ref().map(|topic| topic.settings.clone()),
        };
        let settings = Settings {
            database_url: moved_to(&database.url, &mysql.address.to_string()),
            kafka_brokers: kafka.address.to_string(),
            redis_url: moved_to(&redis_url, &redis.address.to_string()),
            ..direct.clone()
        };
        let clock = Arc::new(TestClock::default());
        let direct = Shop::new(&direct, clock.clone(), Arc::new(SystemEntropy)).unwrap();
        let mut shop = Self {
            servers: vec![],
            clock,
            mysql,
            redis,
            kafka,
            settings,
            clicks: ClickLimits::default(),
            chat_limits: ChatLimits::default(),
            https: false,
            letters: LetterSettings {
                place: PostPlace::Folder(mail_dir.path.clone()),
                from: "선착 <no-reply@seonchak.kr>".into(),
                origin: ORIGIN.into(),
                per_hour: None,
            },
            mail_dir,
            sign_in: sign_in::Settings::default(),
            media_dir,
            _database: database,
            _topic: topic,
            direct,
        };
        for _ in 0..servers {
            shop.add_server().await;
        }
        shop
    }

    /// Starts one more server.
    pub async fn add_server(&mut self) {
        self.add_server_for(false).await;
    }

    /// Starts one more server, marked as one to be rehearsed at or not.
    pub async fn add_server_for(&mut self, rehearsal: bool) {
        let leptos = LeptosOptions::builder()
            .output_name("seonchak")
            .site_addr(SocketAddr::from(([127, 0, 0, 1], 0)))
            .site_root("target/site")
            .build();
        let (shop, clicks) = (self.settings.clone(), self.clicks.clone());
        let chat = self.chat_limits.clone();
        let (letters, sign_in) = (self.letters.clone(), self.sign_in.clone());
        let https = self.https;
        let config = Config { leptos, shop, https, rehearsal, clicks, chat, letters, sign_in };
        let shop = Shop::new(&self.settings, self.clock.clone(), Arc::new(SystemEntropy)).unwrap();
        self.servers.push(serve(&config, shop).await.unwrap());
    }

    /// Lets every server see what has changed in the catalogue, as its worker does once a second.
    pub async fn see_products(&self) {
        for server in &self.servers {
            shop::catalog::follow_changes(&server.shop).await.unwrap();
        }
    }

    /// The address of a server.
    pub fn url(&self, server: usize) -> String {
        format!("http://{}", self.servers[server].address)
    }

    pub fn now(&self) -> Moment {
        self.direct.now()
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Person {
        Person::new(&self.url(0), None)
    }

    /// A signed-in member, without the cost of a password.
    pub async fn member(&self, email: &str) -> Person {
        let member = insert_member(&self.direct, email).await;
        self.sign_in(member).await
    }

    /// A signed-in admin.
    pub async fn admin(&self, email: &str) -> Person {
        let person = self.member(email).await;
        members::grant(&self.direct, email, Role::Admin, "test").await.unwrap();
        person
    }

    /// A signed-in counsellor.
    pub async fn counsellor(&self, email: &str) -> Person {
        let person = self.member(email).await;
        members::grant(&self.direct, email, Role::Counsellor, "test").await.unwrap();
        person
    }

    /// The same member, signed in once more.
    pub async fn again(&self, person: &Person) -> Person {
        self.sign_in(person.id()).await
    }

    async fn sign_in(&self, member: MemberId) -> Person {
        let token = sessions::start(&self.direct, member).await.unwrap();
        Person::new(&self.url(0), Some((member, token.to_text())))
    }

    /// A drop that is open now, known to every server.
    pub async fn drop_of(&self, quota: u32) -> DropId {
        self.drop_with(quota, |_| {}).await
    }

    /// A drop that is open now unless `change` says otherwise.
    pub async fn drop_with(&self, quota: u32, change: impl FnOnce(&mut NewDrop)) -> DropId {
        let by = insert_member(&self.direct, &format!("{}@owner.kr", unique_name())).await;
        let mut new = NewDrop {
            name: "시험 쿠폰".into(),
            quota,
            opens_at: self.now().minus(Duration::from_secs(1)),
            closes_at: self.now().plus(Duration::from_secs(3_600)),
            terms: Terms {
                discount: Discount::Fixed(Won(5_000)),
                minimum_spend: Won(0),
                valid_days: 14,
            },
            rate_per_s: None,
        };
        change(&mut new);
        shop::drops::insert(&self.direct, by, &new).await.unwrap()
    }

    /// The coupons that MySQL knows of a drop: member and ticket, in the order of their issue.
    pub async fn coupons(&self, drop: DropId) -> Vec<(MemberId, Option<u64>)> {
        coupons_of(&self.direct, drop).await
    }
}

pub async fn coupons_of(shop: &Shop, drop: DropId) -> Vec<(MemberId, Option<u64>)> {
    let rows: Vec<(u64, Option<u64>)> =
        sqlx::query_as("select member_id, ticket from coupons where drop_id = ? order by id")
            .bind(drop.0)
            .fetch_all(&shop.mysql)
            .await
            .unwrap();
    rows.into_iter().map(|(member, ticket)| (MemberId(member), ticket)).collect()
}

pub async fn insert_member(shop: &Shop, email: &str) -> MemberId {
    let row = sqlx::query(
        "insert into members (name, email, password_hash, address, signed_up_at)
         values ('시험', ?, '-', '서울', ?)",
    )
    .bind(email)
    .bind(shop.now())
    .execute(&shop.mysql)
    .await
    .unwrap();
    MemberId(row.last_insert_id())
}
