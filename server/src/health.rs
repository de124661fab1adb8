//! How the process is, for the machines that look after it.

use crate::router::AppState;
use axum::Json;
use axum::extract::State;
use http::StatusCode;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use serde::Serialize;
use shop::Shop;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// A part that takes longer is as good as down.
const PROBE_TIMEOUT: Duration = Duration::from_secs(1);

/// The answer of `/readyz`.
#[derive(Serialize)]
pub struct Readiness {
    /// Whether this process can sell: MySQL answers.
    ready: bool,
    mysql: PartState,
    redis: PartState,
    kafka: PartState,
    /// Whether the shop is there to be rehearsed at.
    rehearsal: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum PartState {
    Up,
    Down,
}

/// `/healthz`: the process runs.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// `/readyz`: each part with its state. Without MySQL there is no shop: 503. Without Redis or
/// Kafka the rest goes on, so a balancer keeps sending people here.
pub async fn ready(State(state): State<AppState>) -> (StatusCode, Json<Readiness>) {
    let AppState { shop, rehearsal, .. } = state;
    let mysql = async { sqlx::query("select 1").execute(&shop.mysql).await.is_ok() };
    let redis = async { shop.redis.ping().await.is_ok() };
    let kafka = async { shop.kafka.ping().await.is_ok() };
    let (mysql, redis, kafka) = tokio::join!(probe(mysql), probe(redis), probe(kafka));
    let ready = mysql == PartState::Up;
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(Readiness { ready, mysql, redis, kafka, rehearsal }))
}

async fn probe(answers: impl Future<Output = bool>) -> PartState {
    match tokio::time::timeout(PROBE_TIMEOUT, answers).await {
        Ok(true) => PartState::Up,
        _ => PartState::Down,
    }
}

/// `/metrics`, in Prometheus' text format.
pub async fn metrics(State(shop): State<Arc<Shop>>) -> String {
    metrics::gauge!("seonchak_sockets").set(shop.hub.sockets() as f64);
    recorder().map(PrometheusHandle::render).unwrap_or_default()
}

/// The recorder of this process, made at the first call.
pub fn recorder() -> Option<&'static PrometheusHandle> {
    static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    RECORDER.get_or_init(|| PrometheusBuilder::new().install_recorder().ok()).as_ref()
}
