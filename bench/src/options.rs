//! What can be chosen on the command line.

use crate::http::Address;
use crate::speed::Part;
use clap::{Parser, value_parser};
use std::path::PathBuf;
use std::time::Duration;

/// With more, hardly anybody would be there for the first time.
const REPEAT_PERCENT_MAX: i64 = 90;

/// Rehearses a drop under load, and checks afterwards that the shop kept its promise.
///
/// Needs a shop that serves, and its DATABASE_URL, REDIS_URL, KAFKA_BROKERS and
/// SEONCHAK_SESSION_KEY. Makes members and a drop of its own and leaves them there. The exit code
/// is 1 if a promise was broken, 2 if the rehearsal could not take place.
#[derive(Clone, Debug, Parser)]
#[command(name = "bench", version)]
pub struct Options {
    /// Servers to click at, in turns
    #[arg(long = "url", value_delimiter = ',', default_value = "http://127.0.0.1:3000")]
    pub addresses: Vec<Address>,
    /// Members who want a coupon
    #[arg(long, default_value_t = 20_000, value_parser = value_parser!(u32).range(1..=1_000_000))]
    pub members: u32,
    /// Coupons there are
    #[arg(long, visible_alias = "stock", default_value_t = 1_000, value_parser = value_parser!(u32).range(1..=10_000_000))]
    pub quota: u32,
    /// Clicks a second, at times fixed in advance
    #[arg(long, default_value_t = 5_000, value_parser = value_parser!(u32).range(1..=1_000_000))]
    pub rate: u32,
    /// Clicks of a hundred that members make who clicked before
    #[arg(
        long,
        value_name = "PERCENT",
        default_value_t = 20,
        value_parser = value_parser!(u32).range(0..=REPEAT_PERCENT_MAX),
    )]
    pub repeat: u32,
    /// Connections, each with one request at a time
    #[arg(long, default_value_t = 256, value_parser = value_parser!(u32).range(1..=20_000))]
    pub connections: u32,
    /// Sockets that follow the drop's line and look that it never steps back
    #[arg(long, default_value_t = 0, value_parser = value_parser!(u32).range(..=15_000))]
    pub watchers: u32,
    /// Gives the same clicks at the same times; what meets what is still chance
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Coupons a second that the drop issues at most; without it, as many as the shop can
    #[arg(long, value_parser = value_parser!(u32).range(1..=1_000_000))]
    pub drop_rate: Option<u32>,
    /// Seconds after the last click until everybody must have been told
    #[arg(long, default_value_t = 60, value_parser = value_parser!(u64).range(1..=3_600))]
    pub timeout_s: u64,
    /// The report as JSON
    #[arg(long)]
    pub json: bool,
    /// Writes the report as a page for a browser, too
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// The page's language
    #[arg(long, default_value = "ko", value_enum)]
    pub lang: PageLanguage,
    /// Rehearses an ordinary day instead: from the home page to a paid order
    #[arg(long)]
    pub shop: bool,
    /// Kills the processes of a shop of its own while drop after drop is open
    #[arg(long, conflicts_with = "shop")]
    pub chaos: bool,
    /// With --chaos: kills that must have hit
    #[arg(long, default_value_t = 1_000, value_parser = value_parser!(u64).range(1..=1_000_000))]
    pub kills: u64,
    /// What only the ordinary day needs
    #[command(flatten)]
    pub shopping: Shopping,
    /// What only the talks need
    #[command(flatten)]
    pub chat: Chat,
    /// How fast the shop is.
    #[command(flatten)]
    pub measuring: Measuring,
}

/// What the page is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum PageLanguage {
    /// 한국어
    Ko,
    /// English
    En,
}

/// How fast the shop is.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Speed")]
pub struct Measuring {
    /// Measures instead, beside a bare axum server; all parts, or those that are named
    #[arg(long, value_name = "PARTS", num_args = 0..=1, value_delimiter = ',')]
    pub speed: Option<Vec<Part>>,
    /// The server's process, for its computing time and memory
    #[arg(long, value_name = "PID")]
    pub server_pid: Option<u32>,
    /// The server's program, to start a second one
    #[arg(long, value_name = "PATH", env = "SEONCHAK_SERVER_BIN")]
    pub server_program: Option<PathBuf>,
    /// Is the bare server
    #[arg(long, hide = true)]
    pub echo_server: bool,
}

/// Talks between shoppers and counsellors.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Chat")]
pub struct Chat {
    /// Rehearses the chat instead: rooms with both sides at their sockets
    #[arg(long, conflicts_with_all = ["shop", "chaos"])]
    pub chat: bool,
    /// With --chat: rooms
    #[arg(long, default_value_t = 1_000, value_parser = value_parser!(u32).range(1..=10_000))]
    pub rooms: u32,
    /// With --chat: messages a second, in all rooms together
    #[arg(long, default_value_t = 2_000, value_parser = value_parser!(u32).range(1..=100_000))]
    pub messages: u32,
    /// With --chat: seconds that they talk
    #[arg(long, default_value_t = 30, value_parser = value_parser!(u64).range(1..=3_600))]
    pub chat_seconds: u64,
    /// With --chat: first, rooms in which both sides are and nobody talks
    #[arg(long, default_value_t = 0, value_parser = value_parser!(u32).range(..=13_000))]
    pub idle_rooms: u32,
}

/// An ordinary day of shopping.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "With --shop")]
pub struct Shopping {
    /// Products that the shop sells, one day after the other
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "1000,100000",
        value_parser = value_parser!(u32).range(100..=1_000_000),
    )]
    pub products: Vec<u32>,
    /// Members who shop
    #[arg(long, default_value_t = 512, value_parser = value_parser!(u32).range(1..=100_000))]
    pub shoppers: u32,
    /// Of them, at the same time
    #[arg(long, default_value_t = 16, value_parser = value_parser!(u32).range(1..=1_000))]
    pub at_once: u32,
    /// Seconds that each figure is measured for
    #[arg(long, default_value_t = 10, value_parser = value_parser!(u64).range(1..=600))]
    pub seconds: u64,
}

impl Shopping {
    /// How long each figure is measured for.
    pub fn duration(&self) -> Duration {
        Duration::from_secs(self.seconds)
    }
}

impl Options {
    /// How long people are asked after the last click.
    pub fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout_s)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        use clap::CommandFactory;
        Options::command().debug_assert();
    }

    #[test]
    fn several_servers_are_separated_by_commas() {
        let line = ["bench", "--url", "http://127.0.0.1:3001,http://127.0.0.1:3002/"];
        let options = Options::try_parse_from(line).expect("good options");
        assert_eq!(options.addresses.len(), 2);
        assert_eq!(options.addresses[1].host(), "127.0.0.1:3002");
    }

    #[test]
    fn nonsense_is_refused() {
        for wrong in [["--repeat", "91"], ["--members", "0"], ["--url", "https://shop.kr"]] {
            assert!(Options::try_parse_from(["bench", wrong[0], wrong[1]]).is_err(), "{wrong:?}");
        }
    }
}
