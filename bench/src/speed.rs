//! How fast the shop is, figure by figure, each beside its target and beside a bare axum server
//! that was asked in the same run: the machine's mood is in both.

mod child;
mod constant;
mod drops;
mod echo;
mod figure;
mod generator;
mod ground;
mod growth;
mod issuing;
mod join;
mod sold_out;
mod two_processes;
mod watchers;

pub use echo::serve_until_input_ends as serve_echo;

use crate::environment;
use crate::machine::Machine;
use crate::options::Options;
use crate::report::Lines;
use clap::ValueEnum;
use figure::Figure;
use ground::Ground;
use serde::Serialize;

/// Something to measure by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The yardstick alone
    Echo,
    /// Joins a second
    Join,
    /// Clicks a second at a drop that is sold out
    SoldOut,
    /// A minute of 7,833 clicks a second
    Constant,
    /// A hundred thousand coupons for as many who wait
    Issuing,
    /// Ten thousand sockets that follow a drop
    Watchers,
    /// What a join costs with a million in the line
    Growth,
    /// Joins a second with two servers on the same cores
    TwoProcesses,
}

/// What it came to.
#[derive(Serialize)]
pub struct Report {
    figures: Vec<Figure>,
    machine: Machine,
}

impl Part {
    /// Members that it needs.
    fn members(self) -> u32 {
        match self {
            Self::Echo => ground::ECHOED as u32,
            Self::Join | Self::SoldOut | Self::TwoProcesses => join::MEMBERS,
            Self::Constant => constant::MEMBERS,
            Self::Issuing => issuing::MEMBERS,
            Self::Watchers => watchers::MEMBERS,
            Self::Growth => growth::MEMBERS,
        }
    }

    async fn measure(self, ground: &Ground) -> Result<Vec<Figure>, String> {
        match self {
            Self::Echo => echo::measure(ground).await,
            Self::Join => join::measure(ground).await,
            Self::SoldOut => sold_out::measure(ground).await,
            Self::Constant => constant::measure(ground).await,
            Self::Issuing => issuing::measure(ground).await,
            Self::Watchers => watchers::measure(ground).await,
            Self::Growth => growth::measure(ground).await,
            Self::TwoProcesses => two_processes::measure(ground).await,
        }
    }
}

/// Measures the parts that were asked for.
///
/// # Errors
/// The measuring could not take place.
pub async fn run(options: &Options, parts: &[Part]) -> Result<Report, String> {
    let all = Part::value_variants();
    let parts = if parts.is_empty() { all } else { parts };
    let shop = environment::open_shop()?;
    let members = parts.iter().map(|part| part.members()).max().unwrap_or(0);
    say(format_args!("making {members} members"));
    let ground = Ground::prepare(shop, options, members).await?;
    let mut figures = Vec::new();
    for part in parts {
        say(format_args!("measuring: {part:?}"));
        figures.extend(part.measure(&ground).await?);
    }
    Ok(Report { figures, machine: Machine::look(&ground.shop).await })
}

impl Report {
    /// For people, and for a README.
    pub fn to_text(&self) -> String {
        let mut lines = Lines::default();
        lines.0.push_str(&figure::table(&self.figures));
        lines.machine(&self.machine);
        lines.0
    }

    /// For programs: one object and a line's end.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// Progress; the report alone goes to standard output.
fn say(what: std::fmt::Arguments<'_>) {
    eprintln!("speed: {what}");
}
