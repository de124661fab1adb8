//! Letters that wait: a mail server that is down, a process that dies, several that send.

use crate::kit::TestShop;
use crate::kit::shop::insert_member;
use parking_lot::Mutex;
use shop::letters::{Letter, Post, Undelivered, deliver_due, sweep};
use shop::parts::SystemEntropy;
use shop::{Language, Shop, members};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

const A_MINUTE: Duration = Duration::from_secs(60);
const AN_HOUR: Duration = Duration::from_secs(60 * 60);
const EIGHT_DAYS: Duration = Duration::from_secs(8 * 24 * 60 * 60);

/// A mail server that keeps what it gets, or does not take it.
#[derive(Default)]
struct FakePost {
    got: Mutex<Vec<u64>>,
    refuses: Mutex<Option<Undelivered>>,
}

impl Post for FakePost {
    async fn deliver(&self, letter: &Letter) -> Result<(), Undelivered> {
        // Two who send at the same time shall meet.
        tokio::task::yield_now().await;
        if let Some(why) = self.refuses.lock().clone() {
            return Err(why);
        }
        self.got.lock().push(letter.id);
        Ok(())
    }
}

/// A shop without a server, whose letters nobody sends but the test.
async fn shop_with_letters(count: u32) -> TestShop {
    let shop = TestShop::open_with(0).await;
    for n in 0..count {
        let email = format!("a{n}@b.kr");
        insert_member(&shop.direct, &email).await;
        members::forget_password(&shop.direct, &email, Language::Ko).await.unwrap();
    }
    shop
}

async fn dropped_for(shop: &TestShop) -> Option<String> {
    sqlx::query_scalar("select dropped_for from letters")
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_letter_waits_for_the_mail_server_and_is_sent_once() {
    let shop = shop_with_letters(1).await;
    let post = FakePost::default();
    *post.refuses.lock() = Some(Undelivered::Later("connection refused".into()));
    for pause in [1, 2, 4] {
        assert_eq!(deliver_due(&shop.direct, &post).await.unwrap(), 0);
        shop.clock.advance(A_MINUTE * pause - Duration::from_secs(5));
        assert_eq!(deliver_due(&shop.direct, &post).await.unwrap(), 0);
        shop.clock.advance(Duration::from_secs(10));
    }
    let tries: u32 = sqlx::query_scalar("select tries from letters")
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(tries, 3, "no try before its pause is over");
    *post.refuses.lock() = None;
    assert_eq!(deliver_due(&shop.direct, &post).await.unwrap(), 1);
    shop.clock.advance(AN_HOUR * 2);
    assert_eq!(deliver_due(&shop.direct, &post).await.unwrap(), 0);
    assert_eq!(post.got.lock().len(), 1);
}

/// What a process has done that dies while it sends: it has claimed the try, and nothing more.
#[tokio::test]
async fn a_letter_whose_sender_died_is_sent_by_the_next_one() {
    let shop = shop_with_letters(1).await;
    struct Dies;
    impl Post for Dies {
        async fn deliver(&self, _: &Letter) -> Result<(), Undelivered> {
            std::future::pending().await
        }
    }
    let dying = tokio::spawn({
        let direct = Arc::clone(&shop.direct);
        async move { deliver_due(&direct, &Dies).await.map(drop).ok() }
    });
    crate::kit::until("the letter is claimed", async || {
        let tries: u32 = sqlx::query_scalar("select tries from letters")
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap();
        (tries == 1).then_some(())
    })
    .await;
    dying.abort();

    let post = FakePost::default();
    assert_eq!(deliver_due(&shop.direct, &post).await.unwrap(), 0, "it may still be under way");
    shop.clock.advance(A_MINUTE);
    assert_eq!(deliver_due(&shop.direct, &post).await.unwrap(), 1);
}

#[tokio::test]
async fn of_several_servers_one_sends_a_letter() {
    let shop = shop_with_letters(12).await;
    let post = Arc::new(FakePost::default());
    let mut senders = vec![];
    for _ in 0..4 {
        let server =
            Shop::new(&shop.settings, shop.clock.clone(), Arc::new(SystemEntropy)).unwrap();
        let post = Arc::clone(&post);
        senders.push(tokio::spawn(async move { deliver_due(&server, &*post).await.unwrap() }));
    }
    let mut by_each = vec![];
    for sender in senders {
        by_each.push(sender.await.unwrap());
    }
    let got = post.got.lock().clone();
    assert_eq!((got.len(), by_each.iter().sum::<u64>()), (12, 12), "{by_each:?}");
    assert_eq!(got.iter().collect::<BTreeSet<_>>().len(), 12);
}

#[tokio::test]
async fn a_letter_is_given_up_after_a_day() {
    let shop = shop_with_letters(1).await;
    let post = FakePost::default();
    *post.refuses.lock() = Some(Undelivered::Later("connection refused".into()));
    for hour in 0..24 {
        deliver_due(&shop.direct, &post).await.unwrap();
        assert_eq!(dropped_for(&shop).await, None, "after {hour} hours");
        shop.clock.advance(AN_HOUR);
    }
    deliver_due(&shop.direct, &post).await.unwrap();
    assert_eq!(dropped_for(&shop).await.as_deref(), Some("too_late"));
}

#[tokio::test]
async fn a_letter_that_is_refused_for_good_holds_nobody_up() {
    let shop = shop_with_letters(1).await;
    let post = FakePost::default();
    *post.refuses.lock() = Some(Undelivered::Never("no such mailbox".into()));
    deliver_due(&shop.direct, &post).await.unwrap();
    assert_eq!(dropped_for(&shop).await.as_deref(), Some("refused"));
}

#[tokio::test]
async fn letters_and_links_that_are_over_are_swept() {
    let shop = shop_with_letters(2).await;
    let post = FakePost::default();
    assert_eq!(deliver_due(&shop.direct, &post).await.unwrap(), 2);
    assert_eq!(sweep(&shop.direct).await.unwrap(), 0, "not yet");
    shop.clock.advance(EIGHT_DAYS);
    members::forget_password(&shop.direct, "a0@b.kr", Language::Ko).await.unwrap();
    assert_eq!(sweep(&shop.direct).await.unwrap(), 2);
    let left: (i64, i64) = sqlx::query_as(
        "select (select count(*) from letters), (select count(*) from member_links)",
    )
    .fetch_one(&shop.direct.mysql)
    .await
    .unwrap();
    assert_eq!(left, (1, 0), "one waits to be sent");
}
