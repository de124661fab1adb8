//! A browser's end of `/live`.

use super::person::Person;
use super::shop::TestShop;
use futures::{SinkExt, StreamExt};
use shop::live::{FromBrowser, ToBrowser};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

const PATIENCE: Duration = Duration::from_secs(20);

pub struct Socket {
    stream: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl Socket {
    /// Opens a socket as a page of the shop does.
    pub async fn open(shop: &TestShop, server: usize, person: Option<&Person>) -> Self {
        let origin = shop.url(server);
        Self::open_from(shop, server, person, Some(&origin)).await.expect("a socket")
    }

    /// Opens a socket from a page of any origin.
    pub async fn open_from(
        shop: &TestShop,
        server: usize,
        person: Option<&Person>,
        origin: Option<&str>,
    ) -> Result<Self, Error> {
        let cookie = person.map(|person| format!("session={}", person.token()));
        Self::open_with(shop, server, cookie.as_deref(), origin).await
    }

    /// Opens a socket as a page of the shop does that has this cookie.
    pub async fn open_by_cookie(shop: &TestShop, server: usize, cookie: &str) -> Self {
        let origin = shop.url(server);
        Self::open_with(shop, server, Some(cookie), Some(&origin)).await.expect("a socket")
    }

    async fn open_with(
        shop: &TestShop,
        server: usize,
        cookie: Option<&str>,
        origin: Option<&str>,
    ) -> Result<Self, Error> {
        let url = format!("ws://{}/live", shop.servers[server].address);
        let mut request = url.into_client_request()?;
        if let Some(origin) = origin {
            request.headers_mut().insert("origin", origin.parse().unwrap());
        }
        if let Some(cookie) = cookie {
            request.headers_mut().insert("cookie", cookie.parse().unwrap());
        }
        let (stream, _) = connect_async(request).await?;
        Ok(Self { stream })
    }

    pub async fn say(&mut self, frame: &FromBrowser) {
        self.say_raw(Message::text(serde_json::to_string(frame).unwrap())).await;
    }

    pub async fn say_raw(&mut self, message: Message) {
        // The server may have closed already; what it answers is what the test looks at.
        self.stream.send(message).await.ok();
    }

    /// The next frame that `pick` takes.
    pub async fn hear<T>(&mut self, what: &str, pick: impl Fn(ToBrowser) -> Option<T>) -> T {
        let heard = async {
            while let Some(Ok(message)) = self.stream.next().await {
                if let Message::Text(text) = message
                    && let Some(picked) = pick(serde_json::from_str(&text).unwrap())
                {
                    return picked;
                }
            }
            panic!("the socket closed before {what}");
        };
        timeout(PATIENCE, heard).await.unwrap_or_else(|_| panic!("waited in vain for {what}"))
    }

    /// The code with which the server closes; `None` if it just went.
    pub async fn closed(&mut self) -> Option<u16> {
        let closing = async {
            while let Some(message) = self.stream.next().await {
                match message {
                    Ok(Message::Close(frame)) => return frame.map(|frame| frame.code.into()),
                    Ok(_) => {}
                    Err(_) => return None,
                }
            }
            None
        };
        timeout(PATIENCE, closing).await.expect("a closed socket")
    }
}
