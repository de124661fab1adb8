//! What every part of the measuring stands on: a crowd that is signed in, the servers, and the
//! yardstick.

use super::echo::{self, Echo};
use super::generator::{Closed, Requests, Round, resolve};
use crate::client::Question;
use crate::http::Address;
use crate::meters::Process;
use crate::options::Options;
use crate::stage::{Actor, actors};
use shop::Shop;
use shop::drops::DropId;
use shop::members::{self, MemberId, Role};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// As many connections as the rates are measured with; the second figure shows what more cost.
pub const CONNECTIONS: usize = 64;
pub const MANY_CONNECTIONS: usize = 256;
/// A rate is measured for this long.
pub const ROUND: Duration = Duration::from_secs(4);
/// Nothing counts before caches and pools are warm.
const WARM_UP: Duration = Duration::from_millis(500);
/// Enough cookies for an echo.
pub const ECHOED: usize = 1_000;

/// The ground.
pub struct Ground {
    /// The shop behind the servers.
    pub shop: Arc<Shop>,
    /// The server that is measured.
    pub address: Address,
    /// The same, to connect to.
    pub server: Arc<[SocketAddr]>,
    /// Its process, if that is known.
    pub process: Option<Process>,
    /// Its program, if that is known.
    pub program: Option<PathBuf>,
    /// The crowd, signed in.
    pub actors: Vec<Actor>,
    /// Somebody of it who may steer drops.
    pub owner: MemberId,
    echo: Echo,
    echo_at: Arc<[SocketAddr]>,
}

impl Ground {
    /// Makes members, signs them in, and starts the echo server.
    pub async fn prepare(shop: Arc<Shop>, options: &Options, members: u32) -> Result<Self, String> {
        let run = shop.now().ms();
        let made = actors::insert_members(&shop, run, members).await?;
        let actors = actors::sign_in(&shop, &made).await?;
        let owner = *made.first().ok_or("nobody to measure with")?;
        members::grant(&shop, &actors::email(run, 0), Role::Admin, "rehearsal")
            .await
            .map_err(|error| format!("the owner: {error}"))?;
        let echo = Echo::start()?;
        let address = options.addresses.first().ok_or("no server")?.clone();
        Ok(Self {
            server: resolve(std::slice::from_ref(&address))?.into(),
            echo_at: resolve(std::slice::from_ref(&echo.address))?.into(),
            process: options.measuring.server_pid.map(Process),
            program: options.measuring.server_program.clone(),
            shop,
            address,
            actors,
            owner,
            echo,
        })
    }

    /// The click for a drop of everybody in the crowd.
    pub fn joins(&self, drop_id: DropId) -> Arc<Requests> {
        let sessions = self.actors.iter().map(|actor| &actor.session);
        Arc::new(joins(&self.address, drop_id, sessions))
    }

    /// Joins with these requests from `first` on, each once, for a [`ROUND`].
    pub fn round(&self, requests: &Arc<Requests>, connections: usize, first: usize) -> Closed {
        Closed {
            addresses: Arc::clone(&self.server),
            connections,
            requests: Arc::clone(requests),
            first,
            end: requests.len(),
            again: false,
            time: ROUND,
        }
    }

    /// The first second of a round, which does not count.
    pub async fn warm_up(
        &self,
        requests: &Arc<Requests>,
        connections: usize,
    ) -> Result<Round, String> {
        Closed { time: WARM_UP, ..self.round(requests, connections, 0) }.run().await
    }

    /// What a bare axum server carries just now, in answers a second.
    pub async fn echo_per_s(&self, connections: usize) -> Result<f64, String> {
        let sessions = self.actors.iter().take(ECHOED).map(|actor| &actor.session);
        let requests = Requests::forms(&self.echo.address, echo::PATH, "drop_id=1", sessions);
        let requests = Arc::new(requests);
        let addresses = Arc::clone(&self.echo_at);
        let echo = Closed { addresses, again: true, ..self.round(&requests, connections, 0) };
        Closed { time: WARM_UP, ..echo.clone() }.run().await?;
        Ok(echo.run().await?.per_s())
    }
}

/// The click for a drop of everybody who has one of these sessions.
pub fn joins(
    address: &Address,
    drop_id: DropId,
    sessions: impl IntoIterator<Item = impl AsRef<str>>,
) -> Requests {
    let form = format!("drop_id={}", drop_id.0);
    Requests::forms(address, Question::Join.path(), &form, sessions)
}
