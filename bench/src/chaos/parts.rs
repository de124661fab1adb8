//! The whole stage: a database, a Redis, servers, and members who are signed in.

use super::mysql::MySql;
use super::redis::Redis;
use super::server::{self, Server};
use super::{Folder, Process, until};
use crate::http::Address;
use crate::stage::{Actor, actors};
use shop::Shop;
use shop::chat::CounselSettings;
use shop::drops::DropId;
use shop::members::sessions::SessionKey;
use shop::parts::{Entropy, MediaPlace, Settings, SystemClock, SystemEntropy};
use std::ffi::OsString;
use std::sync::Arc;

const PREFIX: &str = "chaos:";
/// Port 9 of this machine discards, if anybody listens there at all: a drop needs no Kafka.
const NO_KAFKA: &str = "127.0.0.1:9";
const CONNECTIONS_MAX: u32 = 16;
const SERVERS: usize = 2;

/// Everything that runs. Whatever happens, nothing of it stays.
pub struct Parts {
    /// The servers; the first is number 0.
    pub servers: Vec<Server>,
    /// The order of the lines.
    pub redis: Redis,
    /// The truth.
    pub mysql: MySql,
    /// The way of the checker to both.
    pub shop: Arc<Shop>,
    /// Members who are signed in.
    pub actors: Vec<Actor>,
    environment: Vec<(String, OsString)>,
    folder: Folder,
}

impl Parts {
    /// Starts everything.
    ///
    /// # Errors
    /// Something is not installed, not built, or does not answer.
    pub async fn start(members: u32) -> Result<Self, String> {
        let mut parts = Self::without_servers(Folder::create()?, members).await?;
        parts.start_servers().await?;
        Ok(parts)
    }

    /// Starts everything but the servers, and makes so many members.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub async fn without_servers(folder: Folder, members: u32) -> Result<Self, String> {
        let secret = secret();
        let redis = Redis::start(folder.path())?;
        let mysql = MySql::start(folder.path(), &secret)?;
        until("MySQL answers", async || mysql.answers().await.then_some(())).await?;
        until("Redis answers", async || redis.answers().await.then_some(())).await?;
        let kafka = std::env::var("KAFKA_BROKERS").unwrap_or_else(|_| NO_KAFKA.into());
        let settings = Settings {
            database_url: mysql.url("checker", &mysql.host()),
            database_connections_max: CONNECTIONS_MAX,
            redis_url: redis.url(),
            redis_prefix: PREFIX.into(),
            kafka_brokers: kafka.clone(),
            media: MediaPlace::Folder(folder.path().into()),
            session_keys: SessionKey::parse(&secret).into_iter().collect(),
            staff_factor_is_required: false,
            place_kept: None,
            challenge_bits: None,
            chat: None,
            counsel: CounselSettings::default(),
        };
        let environment = [
            ("DATABASE_URL", settings.database_url.clone()),
            ("REDIS_URL", redis.url()),
            ("KAFKA_BROKERS", kafka),
            ("SEONCHAK_REDIS_PREFIX", PREFIX.into()),
            ("SEONCHAK_MEDIA_DIR", folder.path().display().to_string()),
            ("SEONCHAK_MAIL_DIR", folder.path().join("mail").display().to_string()),
            ("SEONCHAK_SESSION_KEY", secret),
            // The whole crowd comes from this machine, and asks as often as it likes.
            ("SEONCHAK_CLICKS_PER_ADDRESS", "0".into()),
            ("SEONCHAK_CLICKS_PER_MEMBER", "0".into()),
            ("RUST_LOG", "info".into()),
        ];
        let environment: Vec<(String, OsString)> =
            environment.map(|(name, value)| (name.to_owned(), value.into())).into();
        server::migrate(&environment)?;
        let shop = Shop::new(&settings, Arc::new(SystemClock), Arc::new(SystemEntropy))?;
        let ids = actors::insert_members(&shop, 0, members).await?;
        let actors = actors::sign_in(&shop, &ids).await?;
        Ok(Self { servers: Vec::new(), redis, mysql, shop, actors, environment, folder })
    }

    /// Starts all servers that are missing.
    ///
    /// # Errors
    /// One does not answer.
    pub async fn start_servers(&mut self) -> Result<(), String> {
        while self.servers.len() < SERVERS {
            self.start_server(&[]).await?;
        }
        Ok(())
    }

    /// Starts one more server, with some settings of its own.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn start_server(&mut self, own: &[(&str, &str)]) -> Result<(), String> {
        let name = format!("server_{}", self.servers.len());
        let database_url = self.mysql.url(&name, &self.mysql.host());
        let mut environment = self.environment.clone();
        // Of two settings of one name the later one stands.
        environment.push(("DATABASE_URL".into(), database_url.into()));
        environment.extend(own.iter().map(|(name, value)| ((*name).to_owned(), value.into())));
        let server = Server::start(self.folder.path(), &name, environment)?;
        until("the server answers", async || server.answers().await.then_some(())).await?;
        self.servers.push(server);
        Ok(())
    }

    /// Where the servers serve.
    pub fn addresses(&self) -> Arc<[Address]> {
        self.servers.iter().map(|server| server.address.clone()).collect()
    }

    /// Which of the servers works on a drop's line: the lease bears its process's number.
    pub async fn issuer(&self, id: DropId) -> Option<usize> {
        let key = self.shop.redis.name(&format!("{{drop:{}}}:lease", id.0));
        let mut redis = self.shop.redis.shared();
        let owner: Option<String> =
            redis::cmd("GET").arg(key).query_async(&mut redis).await.ok()?;
        let process: u32 = owner?.split('-').next()?.parse().ok()?;
        self.servers.iter().position(|server| server.process.id() == process)
    }

    /// How many coupons of a drop there are.
    ///
    /// # Errors
    /// MySQL is down.
    pub async fn issued(&self, id: DropId) -> Result<u32, String> {
        sqlx::query_scalar("select issued from drops where id = ?")
            .bind(id.0)
            .fetch_one(&self.shop.mysql)
            .await
            .map_err(|error| error.to_string())
    }

    /// Waits until so many are issued.
    ///
    /// # Errors
    /// They never are.
    pub async fn until_issued(&self, id: DropId, at_least: u32) -> Result<u32, String> {
        until("so many coupons are issued", async || {
            self.issued(id).await.ok().filter(|issued| *issued >= at_least)
        })
        .await
    }

    /// Processes by turns, for whoever breaks them.
    pub fn process(&mut self, part: Part) -> &mut Process {
        match part {
            Part::Server(number) => &mut self.servers[number].process,
            Part::Redis => &mut self.redis.process,
            Part::MySql => &mut self.mysql.process,
        }
    }

    /// Waits until a part answers again.
    ///
    /// # Errors
    /// It does not.
    pub async fn until_answers(&self, part: Part) -> Result<(), String> {
        let answers = async || {
            let answers = match part {
                Part::Server(number) => self.servers[number].answers().await,
                Part::Redis => self.redis.answers().await,
                Part::MySql => self.mysql.answers().await,
            };
            answers.then_some(())
        };
        until(&format!("{part:?} answers again"), answers).await
    }
}

/// One of the processes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A server, by its number.
    Server(usize),
    /// Redis.
    Redis,
    /// MySQL.
    MySql,
}

/// 64 hexadecimal digits, for this stage only.
fn secret() -> String {
    let mut bytes = [0; 32];
    SystemEntropy.fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
