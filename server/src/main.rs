//! The one program of the shop.
#![recursion_limit = "512"] // a page is one deep type to the compiler

use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;
use server::{Config, logs, serve};
use shop::members::{self, Role, factor};
use std::process::ExitCode;

/// A page is made of thousands of small strings, and both cores make pages: docs/performance.md
/// has what it and what came with it gave.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Seonchak, the first-come shop.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    /// What to do; `serve`, if nothing is said.
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the shop until SIGTERM or SIGINT.
    Serve,
    /// Brings the tables up to date.
    Migrate,
    /// Fills an empty shop with demo products, drops and accounts.
    Demo,
    /// What only the machine's owner may do.
    Admin {
        #[command(subcommand)]
        command: Admin,
    },
}

#[derive(Subcommand)]
enum Admin {
    /// Gives a member a role.
    Grant {
        /// The member's e-mail address.
        email: String,
        /// `admin` or `counsellor`.
        role: Role,
    },
    /// Takes a member's second factor away, and signs them out everywhere.
    RemoveFactor {
        /// The member's e-mail address.
        email: String,
    },
}

/// What the tables say did it.
const COMMAND_LINE: &str = "command line";

/// Four threads even on two cores: rendering a page must not keep a socket waiting.
const WORKER_THREADS_MIN: usize = 4;

/// A shop at https is everybody's, and one of the demo's accounts is an admin's.
const NO_DEMO_OVER_HTTPS: &str = "everybody can read the password of the demo's accounts: there is no demo with SEONCHAK_HTTPS=yes";

fn main() -> ExitCode {
    logs::start();
    let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads.max(WORKER_THREADS_MIN))
        .enable_all()
        .build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(run(Cli::parse().command.unwrap_or(Command::Serve))),
        Err(error) => Err(error.to_string()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), String> {
    let config = Config::read()?;
    let shop = config.open_shop()?;
    match command {
        Command::Serve => serve::until_told(config).await,
        Command::Migrate => shop::parts::migrate(&shop.mysql).await.map_err(|e| e.to_string()),
        Command::Demo if config.https => Err(NO_DEMO_OVER_HTTPS.to_owned()),
        Command::Demo => {
            let told = shop::demo::load(&shop).await;
            println!("{}", told.map_err(|e| e.to_string())?);
            Ok(())
        }
        Command::Admin { command: Admin::Grant { email, role } } => {
            members::grant(&shop, &email, role, COMMAND_LINE).await.map_err(|e| e.to_string())
        }
        Command::Admin { command: Admin::RemoveFactor { email } } => {
            factor::remove_of(&shop, &email, COMMAND_LINE).await.map_err(|e| e.to_string())
        }
    }
}
