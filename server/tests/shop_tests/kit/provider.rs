//! Somebody who vouches for people, on loopback: OpenID Connect as Google and Kakao speak it, and
//! Naver's own way. It can be told to lie.

mod naver;
mod open_id;
mod token;

pub use token::Twist;

use super::chaos::ChaosProxy;
use super::clock::TestClock;
use axum::Router;
use axum::routing::{get, post};
use parking_lot::Mutex;
use server::sign_in::ProviderSettings;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub const CLIENT_ID: &str = "the-shop-there";
pub const CLIENT_SECRET: &str = "the-shops-secret-there";

/// A provider behind a proxy, which can cut it off and slow it down.
pub struct IdentityProvider {
    pub proxy: ChaosProxy,
    told: Arc<Told>,
    serving: JoinHandle<()>,
}

/// Whom it vouches for.
#[derive(Clone, Debug)]
pub struct Vouched {
    pub subject: String,
    pub name: Option<&'static str>,
    pub email: Option<&'static str>,
    pub is_verified: bool,
}

/// What the provider was told by the test and by the shop.
pub struct Told {
    url: String,
    /// Where it answers just as well; but another host, to whoever compares.
    elsewhere: String,
    clock: Arc<TestClock>,
    vouched: Mutex<Vouched>,
    twist: Mutex<Twist>,
    codes: Mutex<HashMap<String, Asked>>,
}

/// What a browser came with, and a code stands for; once.
#[derive(Clone, Default)]
struct Asked {
    redirect_uri: String,
    state: String,
    nonce: String,
    challenge: Option<String>,
}

impl IdentityProvider {
    pub async fn start(clock: Arc<TestClock>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let behind = listener.local_addr().unwrap().to_string();
        let proxy = ChaosProxy::before(&behind).await;
        let vouched = Vouched {
            subject: "1001".into(),
            name: Some("김지우"),
            email: Some("jiwoo@example.kr"),
            is_verified: true,
        };
        let told = Arc::new(Told {
            url: format!("http://{}", proxy.address),
            elsewhere: format!("http://{behind}"),
            clock,
            vouched: Mutex::new(vouched),
            twist: Mutex::default(),
            codes: Mutex::default(),
        });
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(open_id::metadata))
            .route("/keys", get(open_id::keys))
            .route("/authorize", get(open_id::authorize))
            .route("/token", post(open_id::token))
            .route("/v2/user/me", get(open_id::kakao_user))
            .route("/oauth2.0/authorize", get(open_id::authorize))
            .route("/oauth2.0/token", post(naver::token))
            .route("/v1/nid/me", get(naver::profile))
            .with_state(told.clone());
        let serving = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { proxy, told, serving }
    }

    /// How the shop is known here.
    pub fn settings(&self) -> ProviderSettings {
        ProviderSettings {
            client_id: CLIENT_ID.into(),
            client_secret: CLIENT_SECRET.into(),
            url: self.told.url.clone(),
        }
    }

    /// From now on it vouches for somebody else.
    pub fn vouch(&self, change: impl FnOnce(&mut Vouched)) {
        change(&mut self.told.vouched.lock());
    }

    /// From now on it lies so.
    pub fn twist(&self, twist: Twist) {
        *self.told.twist.lock() = twist;
    }
}

impl Drop for IdentityProvider {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
