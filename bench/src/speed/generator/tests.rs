//! The generator against a server that sends back what it gets.

use super::*;
use crate::schedule::Click;
use crate::speed::echo;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

const CONNECTIONS: usize = 8;

/// An echo server in this process, and a request for it from each of so many sessions.
async fn echo_of(sessions: usize) -> (Arc<[SocketAddr]>, Arc<Requests>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let at = listener.local_addr().expect("an address");
    tokio::spawn(echo::serve(listener));
    let address = format!("http://{at}").parse().expect("an address");
    let sessions = (0..sessions).map(|n| "s".repeat(n + 1));
    (Arc::new([at]), Arc::new(Requests::forms(&address, echo::PATH, "drop_id=7", sessions)))
}

fn closed(addresses: Arc<[SocketAddr]>, requests: Arc<Requests>, again: bool) -> Closed {
    let (first, end) = (10, requests.len());
    let time = Duration::from_millis(100);
    Closed { addresses, connections: CONNECTIONS, requests, first, end, again, time }
}

#[tokio::test]
async fn every_request_is_sent_once_and_answered() {
    let (addresses, requests) = echo_of(110).await;
    let all = Closed { time: Duration::from_secs(60), ..closed(addresses, requests, false) };
    let round = all.run().await.expect("answers");
    assert_eq!((round.tally.of(Said::Echo), round.tally.answers()), (100, 100));
    assert_eq!(round.next, 110);
}

#[tokio::test]
async fn it_begins_again_until_the_time_is_over_and_waits_for_the_last_answers() {
    let (addresses, requests) = echo_of(20).await;
    // A machine that stands still for the whole of a short time has not begun again in it.
    for time in [100, 1_000, 10_000].map(Duration::from_millis) {
        let (addresses, requests) = (Arc::clone(&addresses), Arc::clone(&requests));
        let all = Closed { time, ..closed(addresses, requests, true) };
        let round = all.run().await.expect("answers");
        assert!(round.took >= time, "{round:?}");
        assert_eq!(round.per_s(), round.tally.answers() as f64 / round.took.as_secs_f64());
        if round.tally.of(Said::Echo) > 20 {
            return;
        }
    }
    panic!("nothing was asked for twice");
}

#[tokio::test]
async fn a_server_that_goes_is_an_error_and_not_a_low_rate() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let at = listener.local_addr().expect("an address");
    tokio::spawn(async move { while listener.accept().await.is_ok() {} });
    let (_, requests) = echo_of(20).await;
    assert!(closed(Arc::new([at]), requests, true).run().await.is_err());
}

#[tokio::test]
async fn a_click_counts_from_when_it_was_meant() {
    let (addresses, requests) = echo_of(3).await;
    // The second and third are meant for the same moment, and there is one connection.
    let clicks = [0, 50, 50].into_iter().enumerate();
    let clicks = clicks.map(|(actor, ms)| Click { at: Duration::from_millis(ms), actor }).collect();
    let open = Open { addresses, connections: 1, requests, clicks };
    let run = open.run().await.expect("answers");
    assert_eq!((run.tally.of(Said::Echo), run.latency.count), (3, 3));
    assert!(run.took >= Duration::from_millis(50), "{:?}", run.took);
    assert_eq!(run.last_ticket, None);
}
