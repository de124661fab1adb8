//! The settings: `Leptos.toml`, then the environment. A wrong one is refused at the start, by its
//! name.

use crate::post::LetterSettings;
use crate::sign_in;
use head::proxies::TrustedProxies;
use leptos::config::{LeptosOptions, get_configuration};
use shop::Shop;
use shop::chat::bot::Hours;
use shop::chat::{CounselSettings, LogSettings, TALK_KEPT_DAYS};
use shop::drops::challenge::Bits;
use shop::members::sessions::SessionKey;
use shop::parts::{Bucket, MediaPlace, Settings, SystemClock, SystemEntropy};
use std::env::{self, VarError};
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

const LEPTOS_FILE: &str = "Leptos.toml";
const DATABASE_CONNECTIONS_MAX: u32 = 32;
const REDIS_PREFIX: &str = "seonchak:";
const MEDIA_DIR: &str = ".local/media";
/// Nobody clicks so fast for long.
const CLICKS_PER_MEMBER: u32 = 10;
/// A carrier of telephones puts thousands of people behind one address.
const CLICKS_PER_ADDRESS: u32 = 2_000;
/// Before a drop many sign up behind one carrier's address; whoever asks for more makes accounts by a
/// machine, or asks which addresses have one.
const SIGN_UPS_PER_HOUR: u32 = 120;
/// A person who writes line by line, and then some.
const CHAT_MESSAGES_PER_S: u32 = 5;
/// Nobody has so much to ask; whoever opens more fills the counsellors' list.
const CHAT_ROOMS_PER_HOUR: u32 = 20;
/// So many servers at most share the archiver's work.
const CHAT_PARTITIONS: u16 = 4;
/// MySQL may be away so long without a message being lost.
const CHAT_LOG_DAYS: u64 = 7;
const SECONDS_PER_DAY: u64 = 24 * 60 * 60;
/// Kafka's own limit, less what the groups' names add.
const TOPIC_BYTES_MAX: usize = 200;
const CHAT_TOPIC: &str = "chat.messages";
/// As long as it takes to get the laptop out again in another room.
const PLACE_KEPT_S: u64 = 5 * 60;
/// A page that comes back to another server needs some seconds until all of them know.
const PLACE_KEPT_S_MIN: u64 = 10;

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Config {
    /// Addresses and folders of the site.
    pub leptos: LeptosOptions,
    /// Where the parts are.
    pub shop: Settings,
    /// Whether browsers reach the shop over https, through a proxy.
    pub https: bool,
    /// Whether the shop is there to be rehearsed at: a load generator puts members and drops
    /// into no other.
    pub rehearsal: bool,
    /// How often somebody may click.
    pub clicks: ClickLimits,
    /// How much somebody may say.
    pub chat: ChatLimits,
    /// How letters go out.
    pub letters: LetterSettings,
    /// Who else may vouch for somebody.
    pub sign_in: sign_in::Settings,
}

/// How much one person may say, a visitor being everybody at their address.
#[derive(Clone, Debug, Default)]
pub struct ChatLimits {
    /// Messages a second; `None` is as many as they like.
    pub messages_per_s: Option<NonZeroU32>,
    /// Talks begun in an hour; `None` is as many as they like.
    pub rooms_per_hour: Option<NonZeroU32>,
}

/// How often somebody may click.
#[derive(Clone, Debug, Default)]
pub struct ClickLimits {
    /// Clicks a second of one member; `None` is as many as they like.
    pub per_member: Option<NonZeroU32>,
    /// Clicks a second of one address; `None` is as many as they like.
    pub per_address: Option<NonZeroU32>,
    /// Accounts made in an hour from one address; `None` is as many as they like.
    pub sign_ups_per_hour: Option<NonZeroU32>,
    /// Proxies that are believed whom they forward for.
    pub trusted_proxies: TrustedProxies,
}

impl Config {
    /// Reads `Leptos.toml` and the environment.
    ///
    /// # Errors
    /// A setting that is missing or wrong, by its name.
    pub fn read() -> Result<Self, String> {
        let leptos = get_configuration(Some(LEPTOS_FILE))
            .map_err(|error| format!("{LEPTOS_FILE} or a LEPTOS_ variable: {error}"))?
            .leptos_options;
        let redis_prefix = or_default("SEONCHAK_REDIS_PREFIX", REDIS_PREFIX.to_owned())?;
        let shop = Settings {
            database_url: required("DATABASE_URL")?,
            database_connections_max: or_default(
                "SEONCHAK_DATABASE_CONNECTIONS",
                DATABASE_CONNECTIONS_MAX,
            )?,
            redis_url: required("REDIS_URL")?,
            chat: chat_log(&redis_prefix)?,
            redis_prefix,
            kafka_brokers: required("KAFKA_BROKERS")?,
            media: media()?,
            session_keys: session_keys(&required("SEONCHAK_SESSION_KEY")?)?,
            staff_factor_is_required: staff_factor_is_required()?,
            place_kept: place_kept()?,
            challenge_bits: challenge_bits()?,
            counsel: counsel()?,
        };
        let https = is_yes("SEONCHAK_HTTPS", false)?;
        let rehearsal = is_yes("SEONCHAK_REHEARSAL", false)?;
        let (clicks, chat) = (click_limits()?, chat_limits()?);
        let letters = LetterSettings::read(leptos.site_addr, https)?;
        let sign_in = sign_in::Settings::read(letters.origin.clone())?;
        Ok(Self { leptos, shop, https, rehearsal, clicks, chat, letters, sign_in })
    }

    /// The shop with these settings, the machine's clock and its randomness.
    ///
    /// # Errors
    /// A setting that is wrong, by its name.
    pub fn open_shop(&self) -> Result<Arc<Shop>, String> {
        Shop::new(&self.shop, Arc::new(SystemClock), Arc::new(SystemEntropy))
    }
}

/// A bucket if one is named, else a folder.
fn media() -> Result<MediaPlace, String> {
    let bucket = or_default("SEONCHAK_MEDIA_S3", String::new())?;
    if !bucket.is_empty() {
        return Bucket::parse(&bucket, &variables()).map(MediaPlace::Bucket);
    }
    or_default("SEONCHAK_MEDIA_DIR", PathBuf::from(MEDIA_DIR)).map(MediaPlace::Folder)
}

fn click_limits() -> Result<ClickLimits, String> {
    Ok(ClickLimits {
        per_member: NonZeroU32::new(or_default("SEONCHAK_CLICKS_PER_MEMBER", CLICKS_PER_MEMBER)?),
        per_address: NonZeroU32::new(or_default(
            "SEONCHAK_CLICKS_PER_ADDRESS",
            CLICKS_PER_ADDRESS,
        )?),
        sign_ups_per_hour: NonZeroU32::new(or_default(
            "SEONCHAK_SIGN_UPS_PER_HOUR",
            SIGN_UPS_PER_HOUR,
        )?),
        trusted_proxies: trusted_proxies()?,
    })
}

fn chat_limits() -> Result<ChatLimits, String> {
    let limit = |name, default| or_default(name, default).map(NonZeroU32::new);
    Ok(ChatLimits {
        messages_per_s: limit("SEONCHAK_CHAT_MESSAGES_PER_S", CHAT_MESSAGES_PER_S)?,
        rooms_per_hour: limit("SEONCHAK_CHAT_ROOMS_PER_HOUR", CHAT_ROOMS_PER_HOUR)?,
    })
}

/// Shops that share a Redis may share a Kafka: the topic is called as the keys are. A topic
/// without a name is no chat.
fn chat_log(redis_prefix: &str) -> Result<Option<LogSettings>, String> {
    const TOPIC: &str = "SEONCHAK_CHAT_TOPIC";
    const PARTITIONS: &str = "SEONCHAK_CHAT_PARTITIONS";
    const DAYS: &str = "SEONCHAK_CHAT_LOG_DAYS";
    let topic = or_default(TOPIC, format!("{redis_prefix}{CHAT_TOPIC}").replace(':', "."))?;
    if topic.is_empty() {
        return Ok(None);
    }
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    if topic.len() > TOPIC_BYTES_MAX || !topic.chars().all(is_name) {
        return Err(format!("{TOPIC}: {topic:?} is no topic's name"));
    }
    let partitions = or_default(PARTITIONS, CHAT_PARTITIONS)?;
    let days = or_default(DAYS, CHAT_LOG_DAYS)?;
    if partitions == 0 || days == 0 {
        return Err(format!("{PARTITIONS} and {DAYS}: one at least"));
    }
    let kept = Duration::from_secs(days.saturating_mul(SECONDS_PER_DAY));
    Ok(Some(LogSettings { topic, partitions, kept }))
}

fn trusted_proxies() -> Result<TrustedProxies, String> {
    const NAME: &str = "SEONCHAK_TRUSTED_PROXIES";
    let text = or_default(NAME, String::new())?;
    text.parse().map_err(|why| format!("{NAME}: {why}"))
}

fn staff_factor_is_required() -> Result<bool, String> {
    const NAME: &str = "SEONCHAK_STAFF_FACTOR";
    match or_default(NAME, "optional".to_owned())?.as_str() {
        "required" => Ok(true),
        "optional" => Ok(false),
        other => Err(format!("{NAME}: {other:?} is neither required nor optional")),
    }
}

/// `None` is for ever.
fn place_kept() -> Result<Option<Duration>, String> {
    const NAME: &str = "SEONCHAK_PLACE_KEPT_S";
    match or_default(NAME, PLACE_KEPT_S)? {
        0 => Ok(None),
        seconds @ PLACE_KEPT_S_MIN.. => Ok(Some(Duration::from_secs(seconds))),
        _ => Err(format!("{NAME}: {PLACE_KEPT_S_MIN} s at least, or 0 for ever")),
    }
}

/// `None` is no challenge.
fn challenge_bits() -> Result<Option<Bits>, String> {
    const NAME: &str = "SEONCHAK_CHALLENGE_BITS";
    match or_default(NAME, 0)? {
        0 => Ok(None),
        bits => Bits::try_from(bits).map(Some).map_err(|wrong| format!("{NAME}: {wrong}")),
    }
}

/// When counsellors are there, and how long talks are kept.
fn counsel() -> Result<CounselSettings, String> {
    const HOURS: &str = "SEONCHAK_COUNSEL_HOURS";
    const DAYS: &str = "SEONCHAK_CHAT_KEPT_DAYS";
    let hours = or_default(HOURS, String::new())?;
    let hours = match hours.as_str() {
        "" => Hours::default(),
        hours => hours.parse().map_err(|why| format!("{HOURS}: {hours:?}: {why}"))?,
    };
    match or_default(DAYS, TALK_KEPT_DAYS)? {
        0 => Err(format!("{DAYS}: one at least")),
        days => {
            let has_bot = is_yes("SEONCHAK_CHAT_BOT", true)?;
            Ok(CounselSettings { has_bot, ..CounselSettings::new(hours, days) })
        }
    }
}

fn session_keys(text: &str) -> Result<Vec<SessionKey>, String> {
    text.split(',')
        .map(|key| SessionKey::parse(key).ok_or("SEONCHAK_SESSION_KEY: 64 hexadecimal digits"))
        .collect::<Result<_, _>>()
        .map_err(str::to_owned)
}

fn required(name: &str) -> Result<String, String> {
    env::var(name).map_err(|error| format!("{name}: {error}"))
}

/// The whole environment, but for what is no text.
fn variables() -> Vec<(String, String)> {
    env::vars_os()
        .filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?)))
        .collect()
}

pub(crate) fn or_default<T: FromStr>(name: &str, default: T) -> Result<T, String> {
    match env::var(name) {
        Ok(text) => text.parse().map_err(|_| format!("{name}: {text:?} is not what it can be")),
        Err(VarError::NotPresent) => Ok(default),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

/// Whether it says yes, or true; without it, the default.
fn is_yes(name: &str, default: bool) -> Result<bool, String> {
    match or_default(name, if default { "yes" } else { "no" }.to_owned())?.as_str() {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        other => Err(format!("{name}: {other:?} is neither yes nor no")),
    }
}
