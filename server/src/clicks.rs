//! The click's own lane: `drops/join` past everything that only pages need.
//!
//! At the opening of a drop nearly every request is this one, and a dozen layers around it cost
//! many times what it does itself. The lane takes what is plainly a page's own click: from our own
//! site, by somebody signed in, in the form that the page sends. All else goes the long way, to
//! the server function of the same address, which answers the same.
//!
//! Whoever clicks too often is told so on either way ([`crate::limits`]).

use crate::layers::{asker, measure};
use crate::limits::seconds;
use crate::origin::SEC_FETCH_SITE;
use crate::refuse;
use crate::router::AppState;
use app::asking::Hurried;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use http::header::{ACCEPT, CONTENT_LENGTH, ORIGIN};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use metrics::{Counter, Histogram};
use server_fn::error::SERVER_FN_ERROR_HEADER;
use shop::Refusal;
use shop::drops::{CLICK_BYTES_MAX, Click};
use shop::parts::security;
use std::net::SocketAddr;
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use tower::ServiceExt;

const JOIN: &str = "/api/drops/join";
/// A form this small comes with its head; a browser that holds it back holds a connection.
const FORM_TIMEOUT: Duration = Duration::from_secs(5);

/// The lane, and everything else behind it.
pub fn lane(state: AppState, everything: Router) -> Router {
    let lane = Lane { state, long_way: everything.clone() };
    Router::new()
        .route(JOIN, post(join).fallback_service(everything.clone()).with_state(lane))
        .fallback_service(everything)
}

#[derive(Clone)]
struct Lane {
    state: AppState,
    long_way: Router,
}

async fn join(
    State(lane): State<Lane>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
) -> Response {
    let begun = Instant::now();
    let session = asker::session(&lane.state, request.headers());
    let member = session.map(|session| session.member);
    let admitted = lane.state.limits.admit(member, peer.ip(), request.headers());
    if let Err(wait) = admitted {
        request.extensions_mut().insert(Hurried { retry_after_s: seconds(wait) });
    }
    let Some(member) = member.filter(|_| is_plainly_a_click(request.headers())) else {
        return lane.go_the_long_way(request).await;
    };
    let (head, body) = request.into_parts();
    let Ok(Ok(form)) = tokio::time::timeout(FORM_TIMEOUT, to_bytes(body, CLICK_BYTES_MAX)).await
    else {
        return lane.answer(StatusCode::REQUEST_TIMEOUT.into_response(), begun);
    };
    let Some(Click { drop, proof }) = Click::read(&form) else {
        return lane.go_the_long_way(Request::from_parts(head, Body::from(form))).await;
    };
    let shop = &lane.state.shop;
    let answer = match admitted {
        Ok(()) => shop::drops::join(shop, member, drop, proof).await,
        Err(wait) => shop::drops::turn_away(shop, drop, seconds(wait)),
    };
    let response = match answer {
        Ok(place) => Json(place).into_response(),
        Err(fault) => {
            fault.log();
            let refusal = fault.into_refusal();
            // No span of a request is open here, so where it came from is said as well.
            let network = lane.state.limits.network(peer.ip(), &head.headers);
            security::note_refusal(&refusal, Some(member), Some(network));
            refused(&head.headers, refusal)
        }
    };
    lane.answer(response, begun)
}

impl Lane {
    async fn go_the_long_way(self, request: Request) -> Response {
        match self.long_way.oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }

    /// What the layers of the long way do with every answer.
    fn answer(&self, mut response: Response, begun: Instant) -> Response {
        self.state.guard().guard(response.headers_mut());
        count(response.status(), begun);
        response
    }
}

/// Whether it is plainly a click: of a page of ours, which is what the CSRF layer of the long way
/// lets through as well, with a script, and with a form of the right size.
fn is_plainly_a_click(headers: &HeaderMap) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let is_ours = match text(&SEC_FETCH_SITE) {
        Some(site) => site == "same-origin",
        None => !headers.contains_key(ORIGIN),
    };
    let is_script = text(&ACCEPT).is_none_or(|accept| !accept.contains("text/html"));
    let is_small = text(&CONTENT_LENGTH)
        .and_then(|length| length.parse().ok())
        .is_some_and(|length: usize| length <= CLICK_BYTES_MAX);
    is_ours && is_script && is_small
}

/// As the server function refuses.
fn refused(headers: &HeaderMap, refusal: Refusal) -> Response {
    let mut response = refuse::answer(headers, refusal);
    response.headers_mut().insert(SERVER_FN_ERROR_HEADER, HeaderValue::from_static(JOIN));
    response
}

/// As [`measure::count`] does; the series of the usual answer is looked up once.
fn count(status: StatusCode, begun: Instant) {
    static SECONDS: LazyLock<Histogram> = LazyLock::new(|| measure::seconds(JOIN));
    static GIVEN: LazyLock<Counter> = LazyLock::new(|| measure::answers(JOIN, StatusCode::OK));
    SECONDS.record(begun.elapsed().as_secs_f64());
    match status {
        StatusCode::OK => GIVEN.increment(1),
        status => measure::answers(JOIN, status).increment(1),
    }
}
