//! A shop for the generator's own tests: it says what it is told to say.

use crate::http::Address;
use crate::stage::{Actor, Stage};
use crate::timeline::Timeline;
use shop::Moment;
use shop::drops::DropId;
use shop::members::MemberId;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const END_OF_REQUEST: &[u8] = b"drop_id=7";

/// Answers every request with what `says` gives for its text, after a while.
pub async fn serve(slowness: Duration, says: fn(&str, usize) -> &'static str) -> Arc<[Address]> {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream, slowness, says));
        }
    });
    [format!("http://127.0.0.1:{port}").parse().expect("an address")].into()
}

/// `says` learns which request of its connection this is; the connection ends with an empty answer.
async fn answer(mut stream: TcpStream, slowness: Duration, says: fn(&str, usize) -> &'static str) {
    let mut heard = Vec::new();
    for number in 0.. {
        while !heard.ends_with(END_OF_REQUEST) {
            if stream.read_buf(&mut heard).await.unwrap_or(0) == 0 {
                return;
            }
        }
        let body = says(&String::from_utf8_lossy(&heard), number);
        heard.clear();
        tokio::time::sleep(slowness).await;
        if body.is_empty() {
            return;
        }
        let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        stream.write_all(answer.as_bytes()).await.expect("a listener");
    }
}

/// A stage with so many actors, open already.
pub fn stage(actors: u64) -> Arc<Stage> {
    let now = Moment::from_ms(1_000_000);
    let actor = |n| Actor { member: MemberId(n), session: format!("session-{n}") };
    Arc::new(Stage {
        actors: (0..actors).map(actor).collect(),
        drop_id: DropId(7),
        form: "drop_id=7".into(),
        timeline: Timeline::new(now, now),
    })
}
