//! The shop's own settings, from the environment as the server has them.

use shop::Shop;
use shop::chat::CounselSettings;
use shop::members::sessions::SessionKey;
use shop::parts::{MediaPlace, Settings, SystemClock, SystemEntropy};
use std::env;
use std::sync::Arc;

/// Enough to make members fast; the server needs connections too.
const DATABASE_CONNECTIONS_MAX: u32 = 16;
const REDIS_PREFIX: &str = "seonchak:";

/// The shop, to put members and a drop into it and to read what became of them.
///
/// # Errors
/// A variable that is missing or wrong, by its name.
pub fn open_shop() -> Result<Arc<Shop>, String> {
    let keys = required("SEONCHAK_SESSION_KEY")?;
    let session_keys = keys
        .split(',')
        .map(|key| SessionKey::parse(key).ok_or("SEONCHAK_SESSION_KEY: 64 hexadecimal digits"))
        .collect::<Result<_, _>>()?;
    let settings = Settings {
        database_url: required("DATABASE_URL")?,
        database_connections_max: DATABASE_CONNECTIONS_MAX,
        redis_url: required("REDIS_URL")?,
        redis_prefix: env::var("SEONCHAK_REDIS_PREFIX").unwrap_or_else(|_| REDIS_PREFIX.into()),
        kafka_brokers: required("KAFKA_BROKERS")?,
        // The rehearsal shows no pictures.
        media: MediaPlace::Folder(env::temp_dir()),
        session_keys,
        staff_factor_is_required: false,
        place_kept: None,
        challenge_bits: None,
        chat: None,
        counsel: CounselSettings::default(),
    };
    Shop::new(&settings, Arc::new(SystemClock), Arc::new(SystemEntropy))
}

fn required(name: &str) -> Result<String, String> {
    env::var(name).map_err(|error| {
        format!("{name}: {error} (bin/rehearse sets what the rehearsal needs to know)")
    })
}
