//! Which shops may be rehearsed at: those that say of themselves that they are there for it.

use crate::http::{Address, Connection};
use serde::Deserialize;
use std::io;

/// As much of the answer as is of interest here.
#[derive(Deserialize)]
struct Readiness {
    #[serde(default)]
    rehearsal: bool,
}

/// Refuses a shop that is not marked as a rehearsal, before anything is written.
///
/// # Errors
/// Nobody serves there, or a shop of which it is not known that it may have a rehearsal.
pub async fn require(addresses: &[Address]) -> Result<(), String> {
    for address in addresses {
        let host = address.host();
        let says = ask(address).await.map_err(|error| {
            format!("nobody serves at http://{host}: {error} (bin/start serves)")
        })?;
        if !says.is_some_and(|readiness| readiness.rehearsal) {
            return Err(refusal(host));
        }
    }
    Ok(())
}

/// `None` if the answer is none that a shop gives.
async fn ask(address: &Address) -> io::Result<Option<Readiness>> {
    let answer = Connection::open(address).await?.get("/readyz").await?;
    Ok(serde_json::from_slice(&answer.body).ok())
}

fn refusal(host: &str) -> String {
    format!(
        "the shop at http://{host} is not marked as a rehearsal, so nothing was written and nobody \
         clicked. A rehearsal puts members, drops and coupons into the shop's database and keeps \
         its servers busy. If this shop is there for that, start its server with \
         SEONCHAK_REHEARSAL=yes; bin/rehearse without --url starts one of its own."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    /// A server that says this of itself.
    async fn shop(status: &str, body: &'static str) -> Address {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let answer = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut heard = Vec::new();
                while !heard.ends_with(b"\r\n\r\n") {
                    stream.read_buf(&mut heard).await.expect("a request");
                }
                assert!(heard.starts_with(b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1:"));
                stream.write_all(answer.as_bytes()).await.expect("a listener");
            }
        });
        format!("http://127.0.0.1:{port}").parse().expect("an address")
    }

    #[tokio::test]
    async fn a_marked_shop_is_rehearsed_at_however_it_stands() {
        for status in ["200 OK", "503 Service Unavailable"] {
            let marked = shop(status, r#"{"ready":true,"rehearsal":true}"#).await;
            assert_eq!(require(&[marked]).await, Ok(()));
        }
    }

    #[tokio::test]
    async fn every_other_shop_is_refused_with_the_way_to_mark_it() {
        let marked = shop("200 OK", r#"{"rehearsal":true}"#).await;
        for says in [r#"{"ready":true,"rehearsal":false}"#, r#"{"ready":true}"#, "ok"] {
            let other = shop("200 OK", says).await;
            let error = require(&[marked.clone(), other.clone()]).await.expect_err(says);
            assert!(error.contains(other.host()), "{error}");
            assert!(error.contains("SEONCHAK_REHEARSAL=yes"), "{error}");
        }
    }

    #[tokio::test]
    async fn a_shop_that_is_not_there_is_said_to_be_away() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let nowhere = format!("http://127.0.0.1:{port}").parse().expect("an address");
        let error = require(&[nowhere]).await.expect_err("nobody is there");
        assert!(error.contains("nobody serves"), "{error}");
    }
}
