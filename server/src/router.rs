//! Every way into the process.

use crate::layers::{api_status, asker, csrf, door, guard, log, measure, network, visitors};
use crate::limits::Limits;
use crate::sign_in::{self, Providers};
use crate::{chat_file, clicks, health, language, live, media, orders_file, products};
use app::asking::{Cookies, OfferedProviders};
use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef};
use axum::routing::{get, post};
use leptos::config::LeptosOptions;
use leptos::prelude::provide_context;
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list};
use shop::Shop;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tower::util::MapRequestLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;

/// No form of ours comes near it; a password of a megabyte is still answered in its form.
const BODY_BYTES_MAX: usize = 2 * 1024 * 1024;
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// A hundred megabytes of pictures over a telephone take a while.
const UPLOAD_TIMEOUT: Duration = Duration::from_secs(10 * 60);

/// What every handler may ask for. Cloned for each request, by each layer: so it is small.
#[derive(Clone)]
pub struct AppState {
    /// The shop.
    pub shop: Arc<Shop>,
    /// Addresses and folders of the site.
    pub leptos: Arc<LeptosOptions>,
    /// How this server writes cookies.
    pub cookies: Cookies,
    /// Whether the shop is there to be rehearsed at.
    pub rehearsal: bool,
    /// How often somebody may click.
    pub limits: Arc<Limits>,
    /// Who else may vouch for somebody.
    pub providers: Arc<Providers>,
}

impl AppState {
    /// What every answer of this server forbids.
    pub fn guard(&self) -> guard::Guard {
        guard::Guard { https: self.cookies.https }
    }
}

impl FromRef<AppState> for Arc<Shop> {
    fn from_ref(state: &AppState) -> Self {
        Arc::clone(&state.shop)
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        LeptosOptions::clone(&state.leptos)
    }
}

/// The pages' routes, found once a process: while leptos looks for them it lets no resource load,
/// and a page that another server of the process renders just then would wait for ever.
pub fn pages() -> Vec<AxumRouteListing> {
    static PAGES: OnceLock<Vec<AxumRouteListing>> = OnceLock::new();
    PAGES.get_or_init(|| generate_route_list(app::App)).clone()
}

/// The whole site.
pub fn router(state: AppState) -> Router {
    let context = {
        let (shop, cookies) = (Arc::clone(&state.shop), state.cookies);
        let offered = OfferedProviders(state.providers.offered());
        move || {
            provide_context(Arc::clone(&shop));
            provide_context(cookies);
            provide_context(offered.clone());
        }
    };
    let shell = {
        let leptos = Arc::clone(&state.leptos);
        move || app::shell(LeptosOptions::clone(&leptos))
    };
    let fallback = leptos_axum::file_and_error_handler_with_context::<AppState, _>(
        context.clone(),
        app::shell,
    );

    let people = Router::new()
        // Pages and the server functions behind them.
        .leptos_routes_with_context(&state, pages(), context, shell)
        // What a page cannot do by itself.
        .route("/sign-in/{provider}", get(sign_in::begin))
        .route("/sign-in/{provider}/callback", get(sign_in::come_back))
        .route("/language", post(language::choose))
        .route("/live", get(live::open))
        .route("/admin/orders.csv", get(orders_file::download))
        .route("/chat/{room}/export", get(chat_file::download))
        .nest_service("/pkg", media::site_files(&state.leptos))
        .route("/media/{name}", get(media::picture))
        // Where there is nothing, nothing but a look is allowed.
        .fallback(get(fallback))
        // The last layer named is the first one a request meets.
        .layer(axum::middleware::from_fn_with_state(visitors::Pages::default(), visitors::serve))
        .layer(axum::middleware::from_fn(api_status::set))
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX))
        .layer(timeout(REQUEST_TIMEOUT));

    // Larger and slower than any other form.
    let uploads = Router::new()
        .route("/admin/products", post(products::save))
        .layer(DefaultBodyLimit::max(products::UPLOAD_BYTES_MAX))
        .layer(timeout(UPLOAD_TIMEOUT));

    let machines = Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(health::metrics));

    let limits = Arc::clone(&state.limits);
    let everything = people
        .merge(uploads)
        .layer(axum::middleware::from_fn_with_state(state.clone(), door::look))
        .layer(axum::middleware::from_fn_with_state(state.clone(), asker::recognise))
        .layer(csrf::layer())
        .layer(axum::middleware::from_fn_with_state(state.clone(), csrf::explain))
        .merge(machines)
        .layer(axum::middleware::from_fn_with_state(state.guard(), guard::set))
        .layer(axum::middleware::from_fn(measure::count))
        .layer(log::layer())
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(MapRequestLayer::new(move |request| network::find_out(&limits, request)))
        .with_state(state.clone());
    clicks::lane(state, everything)
}

fn timeout(after: Duration) -> TimeoutLayer {
    TimeoutLayer::with_status_code(http::StatusCode::SERVICE_UNAVAILABLE, after)
}
