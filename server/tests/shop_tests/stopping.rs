//! A server that is told to stop finishes what it began and sends its sockets elsewhere.

use crate::kit::TestShop;
use crate::kit::process::ServerProcess;
use crate::kit::socket::Socket;
use std::time::{Duration, Instant};

#[tokio::test]
async fn sockets_are_told_to_come_back() {
    let mut shop = TestShop::open_with(2).await;
    let person = shop.member("a@b.kr").await;
    let mut socket = Socket::open(&shop, 1, Some(&person)).await;
    let begun = Instant::now();
    shop.servers.remove(1).stop().await;
    assert_eq!(socket.closed().await, Some(1012));
    assert!(begun.elapsed() < Duration::from_secs(10));
    assert_eq!(person.call("members/me", &[]).await.status, 200, "the other one serves on");
}

#[tokio::test]
async fn sigterm_ends_the_process_in_peace() {
    let shop = TestShop::open_with(0).await;
    let mut server = ServerProcess::start(&shop.settings).await;
    let begun = Instant::now();
    assert_eq!(server.terminate(), Some(0));
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}
