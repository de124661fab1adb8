//! The command line of the rehearsal.

use bench::options::Options;
use clap::Parser;
use std::process::ExitCode;

/// What the checker found makes the run fail; so does a run that could not take place.
const PROMISE_BROKEN: u8 = 1;
const NOT_RUN: u8 = 2;

/// One thread: the shop that is measured needs the other cores more.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match bench::rehearse(&Options::parse()).await {
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
