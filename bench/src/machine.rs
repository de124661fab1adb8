//! Where it ran, and with what.

use serde::Serialize;
use shop::Shop;
use std::fs;
use std::process::Command;

const KIB_PER_GIB: f64 = 1024.0 * 1024.0;

/// The machine and the versions, as far as they say.
#[derive(Clone, Debug, Serialize)]
pub struct Machine {
    /// Cores that this process may use.
    pub cores: usize,
    /// What the cores are.
    pub processor: String,
    /// Memory in GiB.
    pub memory_gib: f64,
    /// The kernel's version.
    pub kernel: String,
    /// The commit of this checkout, where there is one.
    pub commit: String,
    /// The generator's version, and how it was built.
    pub bench: String,
    /// What MySQL or MariaDB says of itself.
    pub mysql: String,
    /// What Redis says of itself.
    pub redis: String,
}

impl Machine {
    /// Asks everybody; who does not answer is "?".
    pub async fn look(shop: &Shop) -> Self {
        let build = if cfg!(debug_assertions) { "debug" } else { "release" };
        let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
        let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        Self {
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            processor: field(&processor, "model name").unwrap_or("?").to_owned(),
            memory_gib: memory_kib(&memory).unwrap_or(0.0) / KIB_PER_GIB,
            kernel: fs::read_to_string("/proc/sys/kernel/osrelease")
                .map_or_else(|_| "?".into(), |text| text.trim().to_owned()),
            commit: commit(),
            bench: format!("{} ({build})", env!("CARGO_PKG_VERSION")),
            mysql: mysql_version(shop).await.unwrap_or_else(|| "?".into()),
            redis: redis_version(shop).await.unwrap_or_else(|| "?".into()),
        }
    }
}

async fn mysql_version(shop: &Shop) -> Option<String> {
    sqlx::query_scalar("select version()").fetch_one(&shop.mysql).await.ok()
}

async fn redis_version(shop: &Shop) -> Option<String> {
    let info: String =
        redis::cmd("INFO").arg("server").query_async(&mut shop.redis.shared()).await.ok()?;
    field(&info, "redis_version").map(str::to_owned)
}

fn commit() -> String {
    let output = Command::new("git").args(["describe", "--always", "--dirty"]).output();
    let text = output.ok().filter(|output| output.status.success()).map(|output| output.stdout);
    let text = text.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    if text.trim().is_empty() { "?".into() } else { text.trim().to_owned() }
}

/// The value of the first line `name: value`.
fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        (key.trim() == name).then(|| value.trim())
    })
}

fn memory_kib(meminfo: &str) -> Option<f64> {
    field(meminfo, "MemTotal")?.strip_suffix("kB")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proc_is_understood() {
        assert_eq!(memory_kib("MemFree: 1 kB\nMemTotal:       24682496 kB\n"), Some(24_682_496.0));
        assert_eq!(field("model name\t: A CPU @ 2 GHz", "model name"), Some("A CPU @ 2 GHz"));
        assert_eq!(field("redis_version:7.0.15\r\n", "redis_version"), Some("7.0.15"));
        assert_eq!(memory_kib(""), None);
    }
}
