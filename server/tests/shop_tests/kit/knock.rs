//! A request to the byte, as no client library would send it.

use super::person::Answer;
use super::shop::TestShop;
use reqwest::header::{HeaderMap, HeaderName};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// The head of what is answered to a POST's head and to what is sent of its body.
pub async fn knock(shop: &TestShop, path: &str, headers: &str, body: &[u8]) -> Answer {
    let mut lines = BufReader::new(send(shop, path, headers, body).await).lines();
    let status = lines.next_line().await.unwrap().unwrap_or_default();
    let status = status.split(' ').nth(1).and_then(|status| status.parse().ok());
    let mut headers = HeaderMap::new();
    while let Ok(Some(line)) = lines.next_line().await
        && let Some((name, value)) = line.split_once(": ")
    {
        headers.append(name.parse::<HeaderName>().unwrap(), value.parse().unwrap());
    }
    Answer { status: status.unwrap_or_default(), headers, text: String::new() }
}

/// Everything that is answered until the server closes the connection.
pub async fn knock_until_closed(shop: &TestShop, headers: &str, body: &[u8]) -> String {
    let mut answers = vec![];
    let mut stream = send(shop, "/api/members/me", headers, body).await;
    stream.read_to_end(&mut answers).await.unwrap();
    String::from_utf8_lossy(&answers).into_owned()
}

async fn send(shop: &TestShop, path: &str, headers: &str, body: &[u8]) -> TcpStream {
    let host = shop.servers[0].address;
    let mut stream = TcpStream::connect(host).await.unwrap();
    let head = format!("POST {path} HTTP/1.1\r\nhost: {host}\r\n{headers}\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(body).await.unwrap();
    stream
}
