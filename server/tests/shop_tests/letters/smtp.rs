//! Letters by a mail server.

use super::smtp_server::SmtpServer;
use crate::kit::log::caught;
use crate::kit::port::free_port;
use crate::kit::shop::insert_member;
use crate::kit::{TestShop, until};
use server::post::{PostOffice, PostPlace};
use shop::letters::deliver_due;
use shop::{Language, members};
use std::time::Duration;

const A_MINUTE: Duration = Duration::from_secs(60);

/// A shop whose server sends by this mail server.
async fn shop_that_sends_by(address: &str) -> TestShop {
    let mut shop = TestShop::open_with(0).await;
    shop.letters.place = PostPlace::Smtp(format!("smtp://{address}"));
    shop.add_server().await;
    shop
}

async fn write(shop: &TestShop, email: &str) {
    insert_member(&shop.direct, email).await;
    members::forget_password(&shop.direct, email, Language::En).await.unwrap();
}

#[tokio::test]
async fn a_letter_arrives_with_both_of_its_parts() {
    let smtp = SmtpServer::start("127.0.0.1:0").await;
    let shop = shop_that_sends_by(&smtp.address.to_string()).await;
    write(&shop, "a@b.kr").await;
    let letter = until("the letter arrives", async || smtp.received().pop()).await;
    assert_eq!(letter.to, "a@b.kr");
    for text in [
        "Subject: Choose a new password for Seonchak",
        "<no-reply@seonchak.kr>",
        "Message-ID: <letter-",
        "Content-Type: text/plain",
        "Content-Type: text/html",
        "/reset?token=",
    ] {
        assert!(letter.text.contains(text), "{text}: {}", letter.text);
    }
}

#[tokio::test]
async fn a_mail_server_that_was_down_gets_every_letter_once() {
    // An address where nobody listens, until somebody does.
    let address = format!("127.0.0.1:{}", free_port());
    let shop = shop_that_sends_by(&address).await;
    write(&shop, "a@b.kr").await;
    write(&shop, "c@d.kr").await;
    until("both have been tried in vain", async || {
        let tries: Vec<u32> = sqlx::query_scalar("select tries from letters")
            .fetch_all(&shop.direct.mysql)
            .await
            .unwrap();
        tries.iter().all(|tries| *tries > 0).then_some(())
    })
    .await;
    let smtp = SmtpServer::start(&address).await;
    shop.clock.advance(A_MINUTE);
    until("both are noted as sent", async || {
        let sent: i64 =
            sqlx::query_scalar("select count(*) from letters where sent_at is not null")
                .fetch_one(&shop.direct.mysql)
                .await
                .unwrap();
        (sent == 2).then_some(())
    })
    .await;
    let mut to: Vec<_> = smtp.received().into_iter().map(|letter| letter.to).collect();
    to.sort();
    assert_eq!(to, ["a@b.kr", "c@d.kr"]);
}

#[tokio::test]
async fn a_mailbox_that_is_gone_is_not_tried_again() {
    let smtp = SmtpServer::start("127.0.0.1:0").await;
    let shop = shop_that_sends_by(&smtp.address.to_string()).await;
    write(&shop, "gone@b.kr").await;
    write(&shop, "a@b.kr").await;
    until("the next letter arrives", async || smtp.received().pop()).await;
    let why: Option<String> = sqlx::query_scalar("select dropped_for from letters order by id")
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(why.as_deref(), Some("refused"));
}

#[tokio::test]
async fn the_log_has_a_mail_servers_status_and_none_of_its_words() {
    let smtp = SmtpServer::start("127.0.0.1:0").await;
    let mut shop = TestShop::open_with(0).await;
    shop.letters.place = PostPlace::Smtp(format!("smtp://{}", smtp.address));
    write(&shop, "gone@b.kr").await;
    let post = PostOffice::new(&shop.letters).unwrap();
    let (sent, log) = caught(deliver_due(&shop.direct, &post)).await;
    assert_eq!(sent.unwrap(), 0);
    assert!(log.contains("it answered 550"), "{log}");
    for word in ["mailbox", "gone@b.kr"] {
        assert!(!log.contains(word), "{word}: {log}");
    }
}
