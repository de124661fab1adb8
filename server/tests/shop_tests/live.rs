//! The live socket.

use crate::kit::socket::Socket;
use crate::kit::{TestShop, until};
use shop::drops::LineState;
use shop::live::{FRAME_BYTES_MAX, FromBrowser, ToBrowser};
use tokio_tungstenite::tungstenite::{Bytes, Error, Message};

#[tokio::test]
async fn a_follower_sees_the_line_move_and_hears_of_the_coupon() {
    let shop = TestShop::open_with(2).await;
    let (first, second) = (shop.member("a@b.kr").await, shop.member("c@d.kr").await);
    let drop_id = shop.drop_of(1).await;
    // On different servers: they see the same line.
    let mut here = Socket::open(&shop, 0, Some(&first)).await;
    let mut there = Socket::open(&shop, 1, Some(&second)).await;
    for socket in [&mut here, &mut there] {
        socket.say(&FromBrowser::Follow { drop_id }).await;
        let remaining = socket
            .hear("the open line", |frame| match frame {
                ToBrowser::Line { line, .. } if line.drop_id == drop_id => Some(line.remaining),
                _ => None,
            })
            .await;
        assert_eq!(remaining, 1);
    }
    first.join(drop_id).await;
    let code = here
        .hear("the coupon", |frame| match frame {
            ToBrowser::Issued { drop_id: of, coupon } if of == drop_id => Some(coupon.code),
            _ => None,
        })
        .await;
    assert_eq!(first.mine(drop_id).await.json()["code"], code.as_str());
    for socket in [&mut here, &mut there] {
        socket
            .hear("sold out", |frame| match frame {
                ToBrowser::Line { line, .. } => {
                    (line.state == LineState::SoldOut && line.remaining == 0).then_some(())
                }
                _ => None,
            })
            .await;
    }
}

#[tokio::test]
async fn a_page_of_another_site_gets_no_socket() {
    let shop = TestShop::open().await;
    for origin in [None, Some("https://evil.kr"), Some("null")] {
        match Socket::open_from(&shop, 0, None, origin).await {
            Err(Error::Http(answer)) => assert_eq!(answer.status(), 403, "{origin:?}"),
            _ => panic!("a socket for {origin:?}"),
        }
    }
}

#[tokio::test]
async fn over_https_a_page_that_came_by_http_gets_no_socket() {
    let mut shop = TestShop::open_with(0).await;
    shop.https = true;
    shop.add_server().await;
    shop.sign_in.origin = "https://shop.example".into();
    shop.add_server().await;
    let [here, there] = [0, 1].map(|server| shop.url(server).replace("http:", "https:"));
    let tries = [
        (0, here.as_str(), true),
        (0, &shop.url(0), false),
        (1, "https://shop.example", true),
        (1, "http://shop.example", false),
        // Whatever host is asked.
        (1, &there, false),
    ];
    for (server, origin, is_opened) in tries {
        let opened = Socket::open_from(&shop, server, None, Some(origin)).await;
        assert_eq!(opened.is_ok(), is_opened, "{origin} at {server}");
    }
}

#[tokio::test]
async fn what_the_socket_does_not_know_closes_it() {
    let shop = TestShop::open().await;
    let wrong = [
        Message::text("{"),
        Message::text(r#"{"type":"own_the_shop"}"#),
        Message::Binary(Bytes::from_static(b"\x00\x01")),
    ];
    for message in wrong {
        let mut socket = Socket::open(&shop, 0, None).await;
        socket.say_raw(message).await;
        assert_eq!(socket.closed().await, Some(1003));
    }
}

#[tokio::test]
async fn a_frame_over_the_limit_closes_the_socket() {
    let shop = TestShop::open().await;
    let mut socket = Socket::open(&shop, 0, None).await;
    socket.say_raw(Message::text("x".repeat(FRAME_BYTES_MAX + 1))).await;
    assert_eq!(socket.closed().await, Some(1009));
}

#[tokio::test]
async fn who_talks_without_end_is_closed() {
    let shop = TestShop::open().await;
    let drop_id = shop.drop_of(1).await;
    let mut socket = Socket::open(&shop, 0, None).await;
    for _ in 0..200 {
        socket.say(&FromBrowser::Follow { drop_id }).await;
    }
    assert_eq!(socket.closed().await, Some(1008));
}

#[tokio::test]
async fn logging_out_closes_the_sockets_of_the_session_everywhere() {
    let shop = TestShop::open_with(2).await;
    let person = shop.member("a@b.kr").await;
    let mut here = Socket::open(&shop, 0, Some(&person)).await;
    let mut there = Socket::open(&shop, 1, Some(&person)).await;
    let mut visitor = Socket::open(&shop, 0, None).await;
    person.call("members/log_out", &[]).await;
    assert_eq!(here.closed().await, Some(4401));
    assert_eq!(there.closed().await, Some(4401));
    // A visitor's socket is nobody's session, and stays.
    let drop_id = shop.drop_of(1).await;
    visitor.say(&FromBrowser::Follow { drop_id }).await;
    visitor.hear("a line", |f| matches!(f, ToBrowser::Line { .. }).then_some(())).await;
}

#[tokio::test]
async fn a_socket_that_goes_is_forgotten() {
    let shop = TestShop::open().await;
    let socket = Socket::open(&shop, 0, None).await;
    until("it is there", async || (shop.servers[0].shop.hub.sockets() == 1).then_some(())).await;
    drop(socket);
    until("the hub forgets it", async || (shop.servers[0].shop.hub.sockets() == 0).then_some(()))
        .await;
}
