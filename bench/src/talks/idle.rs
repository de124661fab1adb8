//! What it costs that people are in their rooms, and say nothing.

use super::ground::Ground;
use super::listening::Listening;
use crate::meters::Process;
use crate::options::Options;
use crate::report::{Lines, count};
use crate::watchers::{CORES_MAX, KB_PER_SOCKET_MAX};
use serde::Serialize;
use shop::Shop;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Long enough that every socket was pinged.
const LOOKED: Duration = Duration::from_secs(30);

/// Sockets that only listen.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Idle {
    sockets: usize,
    /// Memory of the server's process for each, if its number is known.
    kb_per_socket: Option<f64>,
    /// Of the server's process meanwhile.
    cores: Option<f64>,
    /// Sockets that the server closed or lost.
    pub lost: u64,
}

impl Idle {
    /// Opens them, enters the rooms, waits, and closes them.
    pub async fn measure(shop: &Arc<Shop>, options: &Options) -> Result<Option<Self>, String> {
        if options.chat.idle_rooms == 0 {
            return Ok(None);
        }
        let ground = Arc::new(Ground::prepare(shop, options.chat.idle_rooms).await?);
        let sockets = ground.shoppers.len() + ground.counsellors.len();
        let process = options.measuring.server_pid.map(Process);
        let memory = || process.map(Process::memory_kib).transpose();
        let cpu = || process.map(Process::cpu_s).transpose();
        let memory_before = memory()?;
        let listening = Listening::begin(&ground, &options.addresses).await?;
        let (begun, cpu_before) = (Instant::now(), cpu()?);
        sleep(LOOKED).await;
        let (cpu_after, took_s) = (cpu()?, begun.elapsed().as_secs_f64());
        let memory_after = memory()?;
        let per = |before: Option<f64>, after: Option<f64>, parts: f64| {
            before.zip(after).map(|(before, after)| (after - before) / parts)
        };
        Ok(Some(Self {
            sockets,
            kb_per_socket: per(memory_before, memory_after, sockets as f64),
            cores: per(cpu_before, cpu_after, took_s),
            lost: listening.end().await.lost,
        }))
    }

    pub fn tell(&self, lines: &mut Lines) {
        lines.title("In their rooms, saying nothing");
        lines.row("sockets", count(self.sockets as u64));
        if let Some(kb) = self.kb_per_socket {
            let figure = format!("{kb:.1} kB (aim: under {KB_PER_SOCKET_MAX:.0})");
            lines.row("memory of each", figure);
        }
        if let Some(cores) = self.cores {
            let figure = format!("{cores:.2} of a core (aim: under {CORES_MAX})");
            lines.row("computing time of the server", figure);
        }
    }
}
