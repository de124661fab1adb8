//! The rehearsal: many members click for one drop's coupons, and a checker holds what they were
//! told against what MySQL has. With `--shop` an ordinary day of shopping instead.
//!
//! The clicks come at times fixed in advance, however slowly the shop answers, and every latency
//! counts from the intended time: a shop that stalls cannot hide it by being asked less.

mod chance;
mod checker;
mod clicking;
mod client;
mod environment;
#[cfg(test)]
mod fake_shop;
mod figures;
mod http;
mod latency;
mod ledger;
mod machine;
mod options;
mod rehearsal;
mod report;
mod schedule;
mod settling;
mod shopping;
mod stage;
mod timeline;
mod told;

use clap::Parser;
use options::Options;
use std::process::ExitCode;

/// What the checker found makes the run fail; so does a run that could not take place.
const PROMISE_BROKEN: u8 = 1;
const NOT_RUN: u8 = 2;

/// One thread: the shop that is measured needs the other cores more.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = Options::parse();
    match rehearse(&options).await {
        Ok((report, is_clean)) => {
            print!("{report}");
            if is_clean { ExitCode::SUCCESS } else { ExitCode::from(PROMISE_BROKEN) }
        }
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::from(NOT_RUN)
        }
    }
}

/// The report, and whether every promise was kept.
async fn rehearse(options: &Options) -> Result<(String, bool), String> {
    if options.shop {
        let report = shopping::run(options).await?;
        let text = if options.json { report.to_json() } else { report.to_text() };
        return Ok((text, report.is_clean()));
    }
    let report = rehearsal::run(options).await?;
    let text = if options.json { report.to_json() } else { report.to_text() };
    Ok((text, report.findings.is_clean()))
}
