//! An S3 store of one's own: a real server that checks signatures, over a folder.

use super::chaos::{ChaosProxy, Mode};
use super::temp_dir::{TempDir, file_names};
use axum::Router;
use axum::error_handling::HandleError;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use s3s::HttpError;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use shop::parts::{Bucket, MediaPlace};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

const BUCKET: &str = "seonchak-pictures";
const ACCESS_KEY: &str = "the-tests-access-key";
const SECRET_KEY: &str = "the-tests-secret-key";

pub struct S3Store {
    proxy: ChaosProxy,
    folder: TempDir,
    room: Arc<AtomicUsize>,
    serving: JoinHandle<()>,
}

impl S3Store {
    /// One with an empty bucket, behind a proxy.
    pub async fn start() -> Self {
        let folder = TempDir::create();
        fs::create_dir(folder.path.join(BUCKET)).unwrap();
        let mut store = S3ServiceBuilder::new(FileSystem::new(&folder.path).unwrap());
        store.set_auth(SimpleAuth::from_single(ACCESS_KEY, SECRET_KEY));
        let room = Arc::new(AtomicUsize::new(usize::MAX));
        let router = Router::new()
            .fallback_service(HandleError::new(store.build(), broken))
            .layer(from_fn_with_state(room.clone(), refuse_when_full));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let proxy = ChaosProxy::before(&listener.local_addr().unwrap().to_string()).await;
        let serving = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { proxy, folder, room, serving }
    }

    /// The bucket as a shop's settings name it.
    pub fn place(&self) -> MediaPlace {
        self.place_with(SECRET_KEY)
    }

    /// The same with a secret key that the store does not know.
    pub fn place_with_wrong_key(&self) -> MediaPlace {
        self.place_with("another-secret-key")
    }

    fn place_with(&self, secret_key: &str) -> MediaPlace {
        let variables = [
            ("AWS_ENDPOINT", format!("http://{}", self.proxy.address)),
            ("AWS_ALLOW_HTTP", "true".to_owned()),
            ("AWS_ACCESS_KEY_ID", ACCESS_KEY.to_owned()),
            ("AWS_SECRET_ACCESS_KEY", secret_key.to_owned()),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value));
        MediaPlace::Bucket(Bucket::parse(BUCKET, &variables).unwrap())
    }

    /// Whether a text tells where the store is, or how to get in.
    pub fn is_betrayed_by(&self, text: &str) -> bool {
        let port = self.proxy.address.port().to_string();
        [BUCKET, ACCESS_KEY, "secret", "127.0.0.1", &port].iter().any(|part| text.contains(part))
    }

    /// The names of the objects, in their order.
    pub fn objects(&self) -> Vec<String> {
        file_names(&self.folder.path.join(BUCKET))
    }

    /// The file that an object is.
    pub fn file_of(&self, object: &str) -> PathBuf {
        self.folder.path.join(BUCKET).join(object)
    }

    /// From now on there is room for so many objects.
    pub fn have_room_for(&self, objects: usize) {
        self.room.store(objects, Ordering::Relaxed);
    }

    pub fn set(&self, mode: Mode) {
        self.proxy.set(mode);
    }
}

impl Drop for S3Store {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn refuse_when_full(
    State(room): State<Arc<AtomicUsize>>,
    request: Request,
    next: Next,
) -> Response {
    let one_less = |room: usize| room.checked_sub(1);
    if request.method() == Method::PUT
        && room.try_update(Ordering::Relaxed, Ordering::Relaxed, one_less).is_err()
    {
        return StatusCode::INSUFFICIENT_STORAGE.into_response();
    }
    next.run(request).await
}

async fn broken(error: HttpError) -> (StatusCode, String) {
    (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:?}"))
}
