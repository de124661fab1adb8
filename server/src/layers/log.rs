//! A line a request, with its id, where `RUST_LOG` asks for it; a warning where it failed. Whatever
//! else is logged meanwhile has the request's id, member and network with it.

use app::asking::Network;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use shop::parts::security::{self, Event};
use std::time::Duration;
use tower_http::classify::{ServerErrorsAsFailures, SharedClassifier};
use tower_http::request_id::RequestId;
use tower_http::trace::{
    DefaultOnFailure, DefaultOnRequest, DefaultOnResponse, MakeSpan, OnResponse, TraceLayer,
};
use tracing::{Level, Span};

/// The layer.
pub fn layer()
-> TraceLayer<SharedClassifier<ServerErrorsAsFailures>, RequestSpan, DefaultOnRequest, Answered> {
    TraceLayer::new_for_http()
        .make_span_with(RequestSpan)
        .on_response(Answered(DefaultOnResponse::new().level(Level::DEBUG)))
        .on_failure(DefaultOnFailure::new().level(Level::WARN))
}

/// Method, path, id and network, and the member once the door has found out: no query, no body, no
/// cookie, for those may hold secrets.
#[derive(Clone)]
pub struct RequestSpan;

impl MakeSpan<Body> for RequestSpan {
    fn make_span(&mut self, request: &Request<Body>) -> Span {
        let id = request.extensions().get::<RequestId>();
        let id = id.and_then(|id| id.header_value().to_str().ok()).unwrap_or_default();
        let network = request.extensions().get().map(|Network(network)| *network);
        // Of the highest level: whichever line `RUST_LOG` keeps, its request is kept with it.
        tracing::error_span!(
            "request",
            id,
            method = %request.method(),
            path = request.uri().path(),
            network = network.map(tracing::field::display),
            member = tracing::field::Empty,
        )
    }
}

/// Notes what was too large, whichever layer has refused it.
#[derive(Clone)]
pub struct Answered(DefaultOnResponse);

impl<B> OnResponse<B> for Answered {
    fn on_response(self, response: &Response<B>, latency: Duration, span: &Span) {
        if response.status() == StatusCode::PAYLOAD_TOO_LARGE {
            security::note_at_the_door(Event::TooLarge, None, None);
        }
        self.0.on_response(response, latency, span);
    }
}
