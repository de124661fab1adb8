//! A shopper's browser: one connection, one request at a time. Pages come in chunks, so unlike
//! the drop's rehearsal this takes a whole HTTP client.

use crate::http::Address;
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST, HeaderValue};
use http::{HeaderMap, Method, Request};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;

const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);
const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");
const PAGE: HeaderValue = HeaderValue::from_static("text/html");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// One.
pub(super) struct Browser {
    address: Address,
    sender: SendRequest<Full<Bytes>>,
    headers: HeaderMap,
}

/// What a server answered.
pub(super) struct Answer {
    pub status: u16,
    body: Bytes,
}

impl Browser {
    /// Connects, in the name of whoever has this session.
    pub async fn open(address: &Address, session: Option<&str>) -> Result<Self, String> {
        let sender = connect(address).await?;
        let mut headers = HeaderMap::new();
        headers.insert(HOST, value(address.host())?);
        if let Some(session) = session {
            headers.insert(COOKIE, value(&format!("session={session}"))?);
        }
        Ok(Self { address: address.clone(), sender, headers })
    }

    /// A page, which must be there.
    pub async fn get(&mut self, path: &str) -> Result<Answer, String> {
        let answer = self.send(Method::GET, path, PAGE, "").await?;
        if answer.status == 200 { Ok(answer) } else { Err(answer.complaint(path)) }
    }

    /// A server function's answer, whatever it is.
    pub async fn post(&mut self, path: &str, form: &str) -> Result<Answer, String> {
        self.send(Method::POST, path, JSON, form).await
    }

    /// A server function's answer, which must be a good one.
    pub async fn done(&mut self, path: &str, form: &str) -> Result<Value, String> {
        let answer = self.post(path, form).await?;
        if answer.status == 200 { Ok(answer.json()) } else { Err(answer.complaint(path)) }
    }

    async fn send(
        &mut self,
        method: Method,
        path: &str,
        accept: HeaderValue,
        form: &str,
    ) -> Result<Answer, String> {
        if self.sender.is_closed() {
            self.sender = connect(&self.address).await?;
        }
        let mut request = Request::new(Full::from(form.to_owned()));
        *request.method_mut() = method;
        *request.uri_mut() = path.parse().map_err(|_| format!("{path} is no path"))?;
        *request.headers_mut() = self.headers.clone();
        request.headers_mut().insert(ACCEPT, accept);
        request.headers_mut().insert(CONTENT_TYPE, FORM);
        let answer = async {
            let response = self.sender.send_request(request).await?;
            let status = response.status().as_u16();
            let body = response.into_body().collect().await?.to_bytes();
            Ok::<_, hyper::Error>(Answer { status, body })
        };
        match timeout(ANSWER_TIMEOUT, answer).await {
            Ok(answer) => answer.map_err(|error| format!("{path}: {error}")),
            Err(_) => Err(format!("{path}: no answer in {ANSWER_TIMEOUT:?}")),
        }
    }
}

impl Answer {
    /// The body as JSON; null if it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    fn complaint(&self, path: &str) -> String {
        let said: String = String::from_utf8_lossy(&self.body).chars().take(200).collect();
        format!("{path}: {} {said}", self.status)
    }
}

async fn connect(address: &Address) -> Result<SendRequest<Full<Bytes>>, String> {
    let problem = |error: &dyn std::fmt::Display| {
        format!("nobody serves at http://{}: {error} (bin/start serves)", address.host())
    };
    let stream = TcpStream::connect(address.host()).await.map_err(|error| problem(&error))?;
    stream.set_nodelay(true).map_err(|error| problem(&error))?;
    let (sender, connection) =
        handshake(TokioIo::new(stream)).await.map_err(|error| problem(&error))?;
    // It ends with the connection, whose last error the next request meets as well.
    tokio::spawn(connection);
    Ok(sender)
}

fn value(text: &str) -> Result<HeaderValue, String> {
    HeaderValue::from_str(text).map_err(|error| error.to_string())
}
