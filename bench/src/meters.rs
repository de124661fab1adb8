//! What Redis and the server's process say of themselves.

use shop::Shop;
use std::fs;

/// The kernel counts a process's time in hundredths of a second.
const TICKS_PER_S: f64 = 100.0;
/// Behind the name in brackets, from 0: user and system time in `/proc/<pid>/stat`.
const USER_TIME: usize = 11;
const SYSTEM_TIME: usize = 12;

/// Commands that Redis has carried out, asking for this number left out.
pub async fn redis_commands(shop: &Shop) -> Result<u64, String> {
    // Those that a script gives are among them.
    Ok(commands(&stats(shop).await?, |name| name != "info"))
}

/// Scripts that Redis has carried out.
pub async fn redis_scripts(shop: &Shop) -> Result<u64, String> {
    Ok(commands(&stats(shop).await?, |name| name == "evalsha"))
}

async fn stats(shop: &Shop) -> Result<String, String> {
    redis::cmd("INFO")
        .arg("commandstats")
        .query_async(&mut shop.redis.shared())
        .await
        .map_err(|error| format!("redis: {error}"))
}

fn commands(info: &str, counts: impl Fn(&str) -> bool) -> u64 {
    info.lines()
        .filter_map(|line| line.strip_prefix("cmdstat_")?.split_once(":calls="))
        .filter(|(name, _)| counts(name))
        .filter_map(|(_, rest)| rest.split(',').next()?.parse::<u64>().ok())
        .sum()
}

/// The server's process.
#[derive(Clone, Copy, Debug)]
pub struct Process(pub u32);

impl Process {
    /// Seconds of computing since its start.
    pub fn cpu_s(self) -> Result<f64, String> {
        let stat = self.read("stat")?;
        cpu_s(&stat).ok_or_else(|| format!("/proc/{}/stat cannot be read", self.0))
    }

    /// Memory that it holds, in KiB.
    pub fn memory_kib(self) -> Result<f64, String> {
        let status = self.read("status")?;
        memory_kib(&status).ok_or_else(|| format!("/proc/{}/status has no VmRSS", self.0))
    }

    fn read(self, file: &str) -> Result<String, String> {
        let path = format!("/proc/{}/{file}", self.0);
        fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))
    }
}

fn cpu_s(stat: &str) -> Option<f64> {
    // The name may hold anything, spaces and brackets too.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field)?.parse::<f64>().ok();
    Some((ticks(USER_TIME)? + ticks(SYSTEM_TIME)?) / TICKS_PER_S)
}

fn memory_kib(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_counted_without_the_question() {
        let info = "# Commandstats\r\ncmdstat_evalsha:calls=120,usec=9,usec_per_call=1.0\r\n\
                    cmdstat_config|get:calls=3,usec=1\r\ncmdstat_info:calls=77,usec=1\r\n";
        assert_eq!(commands(info, |name| name != "info"), 123);
        assert_eq!(commands(info, |name| name == "evalsha"), 120);
        assert_eq!(commands("", |_| true), 0);
    }

    #[test]
    fn a_process_is_understood_whatever_its_name() {
        let stat = "42 (a (b) c) S 1 42 42 0 -1 4194560 2907 0 1 0 150 50 0 0 20 0 9 0 7 1 2";
        assert_eq!(cpu_s(stat), Some(2.0));
        assert_eq!(cpu_s("42 (cut"), None);
        assert_eq!(memory_kib("Name:\tserver\nVmRSS:\t   81234 kB\n"), Some(81_234.0));
        let own = Process(std::process::id());
        assert!(own.cpu_s().is_ok() && own.memory_kib().expect("memory") > 0.0);
    }
}
