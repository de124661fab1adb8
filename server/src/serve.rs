//! Starting and stopping.

use crate::limits::Limits;
use crate::post::PostOffice;
use crate::router::{AppState, router};
use crate::sign_in::Providers;
use crate::{Config, health, workers};
use app::asking::Cookies;
use axum::serve::ListenerExt;
use shop::members::{factor, sessions};
use shop::{Outcome, Shop, catalog};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

/// MySQL may start later than the server.
const MYSQL_TRIES_MAX: u32 = 60;
const MYSQL_TRY_AGAIN_AFTER: Duration = Duration::from_secs(1);
/// Requests get this long to finish after the signal.
const GRACE: Duration = Duration::from_secs(8);

/// A server that serves.
pub struct Running {
    /// Where.
    pub address: SocketAddr,
    /// The shop behind it.
    pub shop: Arc<Shop>,
    stop: CancellationToken,
    done: JoinHandle<()>,
}

/// Serves until SIGTERM or SIGINT, then stops within ten seconds.
///
/// # Errors
/// A part that is needed at the start, or the address, with its name.
pub async fn until_told(config: Config) -> Result<(), String> {
    let mut terminate = signal(SignalKind::terminate()).map_err(|error| error.to_string())?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(|error| error.to_string())?;
    let running = serve(&config, config.open_shop()?).await?;
    tracing::info!(address = %running.address, "serving");
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    tracing::info!("stopping");
    running.stop().await;
    Ok(())
}

/// Starts to serve a shop.
///
/// # Errors
/// MySQL does not answer within a minute, or the address is taken.
pub async fn serve(config: &Config, shop: Arc<Shop>) -> Result<Running, String> {
    health::recorder();
    // Nobody is believed before it is known whose session has ended.
    let endings_since = patiently(async || sessions::follow_endings(&shop, None).await).await?;
    if let Err(fault) = factor::reseal_all(&shop).await {
        fault.log();
    }
    // Nor is a shopper told that there is nothing before the shelves are read.
    let begun = Instant::now();
    patiently(async || catalog::follow_changes(&shop).await).await?;
    tracing::info!(ms = begun.elapsed().as_millis(), "the catalogue is read");
    if let Err(fault) = shop::drops::reconcile::step(&shop).await {
        fault.log();
    }
    let address = config.leptos.site_addr;
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| format!("LEPTOS_SITE_ADDR {address}: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    // An answer goes out when it is written, not when the next acknowledgement comes in.
    let listener = listener.tap_io(|stream| {
        stream.set_nodelay(true).ok();
    });
    let providers = Arc::new(Providers::new(&config.sign_in)?);
    let stop = CancellationToken::new();
    let limits = Arc::new(Limits::new(&shop, &config.clicks, &config.chat, &config.letters));
    let post = PostOffice::new(&config.letters)?;
    let workers = workers::start(&shop, &limits, post, endings_since, &stop);
    let state = AppState {
        shop: Arc::clone(&shop),
        leptos: Arc::new(config.leptos.clone()),
        cookies: Cookies { https: config.https },
        rehearsal: config.rehearsal,
        limits,
        providers,
    };
    let router = router(state).into_make_service_with_connect_info::<SocketAddr>();
    let told = stop.clone();
    let done = tokio::spawn(async move {
        let serving = axum::serve(listener, router)
            .with_graceful_shutdown(async move { told.cancelled().await });
        serving.await.ok();
        workers.join_all().await;
    });
    Ok(Running { address, shop, stop, done })
}

impl Running {
    /// Accepts nobody any more, sends the sockets to another server, finishes the requests.
    pub async fn stop(self) {
        self.stop.cancel();
        self.shop.hub.close_all();
        if timeout(GRACE, self.done).await.is_err() {
            tracing::warn!("some requests were not finished in time");
        }
    }
}

/// Does what a start needs from MySQL, which may come later than the server.
async fn patiently<T>(read: impl AsyncFn() -> Outcome<T>) -> Result<T, String> {
    let mut tries = 1;
    loop {
        match read().await {
            Ok(read) => return Ok(read),
            Err(fault) if tries >= MYSQL_TRIES_MAX => return Err(fault.to_string()),
            Err(fault) => {
                fault.log();
                tries += 1;
                sleep(MYSQL_TRY_AGAIN_AFTER).await;
            }
        }
    }
}
