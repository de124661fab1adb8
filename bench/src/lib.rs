//! The rehearsal: many members click for one drop's coupons, and a checker holds what they were
//! told against what MySQL has. With `--shop` an ordinary day of shopping instead, with `--chat` a
//! thousand talks, with `--chaos` drop after drop while processes are killed.
//!
//! The clicks come at times fixed in advance, however slowly the shop answers, and every latency
//! counts from the intended time: a shop that stalls cannot hide it by being asked less.

pub mod chance;
pub mod chaos;
pub mod checker;
pub mod clicking;
pub mod client;
pub mod course;
pub mod environment;
#[cfg(test)]
mod fake_shop;
pub mod figures;
pub mod http;
pub mod latency;
pub mod ledger;
pub mod machine;
pub mod marked;
pub mod meters;
pub mod options;
pub mod progress;
pub mod rehearsal;
pub mod report;
pub mod schedule;
pub mod settling;
pub mod shopping;
pub mod speed;
pub mod stage;
pub mod talks;
pub mod timeline;
pub mod told;
pub mod watchers;

use options::Options;

/// Rehearses what the options ask for. Gives the report, and whether every promise was kept.
///
/// # Errors
/// It could not take place.
pub async fn rehearse(options: &Options) -> Result<(String, bool), String> {
    if options.measuring.echo_server {
        let serving = tokio::task::spawn_blocking(speed::serve_echo);
        return serving.await.map_err(|e| e.to_string())?.map(|()| (String::new(), true));
    }
    // It breaks what it has started itself, and asks nobody else.
    if options.chaos {
        let (hits, seed) = (options.kills, options.seed);
        let plan = chaos::Plan { hits, pauses: false, weights: chaos::Weights::OF_LIFE, seed };
        let report = chaos::run(&plan, |progress| eprintln!("rehearsal: {progress}")).await?;
        let text = if options.json { report.to_json() } else { report.to_text() };
        return Ok((text, report.is_clean()));
    }
    marked::require(&options.addresses).await?;
    if let Some(parts) = &options.measuring.speed {
        let report = speed::run(options, parts).await?;
        return Ok((if options.json { report.to_json() } else { report.to_text() }, true));
    }
    if options.shop {
        let report = shopping::run(options).await?;
        let text = if options.json { report.to_json() } else { report.to_text() };
        return Ok((text, report.is_clean()));
    }
    if options.chat.chat {
        let report = talks::run(options).await?;
        let text = if options.json { report.to_json() } else { report.to_text() };
        return Ok((text, report.is_clean()));
    }
    let report = rehearsal::run(options).await?;
    if let Some(file) = &options.html {
        std::fs::write(file, report.to_html(options.lang))
            .map_err(|error| format!("{}: {error}", file.display()))?;
    }
    let text = if options.json { report.to_json() } else { report.to_text() };
    Ok((text, report.is_clean()))
}
