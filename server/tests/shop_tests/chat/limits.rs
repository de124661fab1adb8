//! How much one person may say.

use super::{new_key, say};
use crate::kit::TestShop;
use server::config::ChatLimits;
use std::num::NonZeroU32;
use std::time::Duration;

async fn limited(messages_per_s: Option<u32>, rooms_per_hour: Option<u32>) -> TestShop {
    let mut shop = TestShop::with_chat(0).await;
    shop.chat_limits = ChatLimits {
        messages_per_s: messages_per_s.and_then(NonZeroU32::new),
        rooms_per_hour: rooms_per_hour.and_then(NonZeroU32::new),
    };
    shop.add_server().await;
    shop
}

#[tokio::test]
async fn who_says_too_much_at_once_is_told_when_to_go_on_and_nobody_else_is() {
    let shop = limited(Some(1), None).await;
    let (hasty, calm) = (shop.member("h@b.kr").await, shop.member("c@b.kr").await);
    for (language, words) in [("ko", "1초 뒤에"), ("en", "in 1 s")] {
        let hasty = hasty.reading(language);
        let refused = crate::kit::until("it is too much", async || {
            let answer = say(&hasty, 0, &new_key(), "저기요").await;
            (answer.status == 429).then_some(answer)
        })
        .await;
        assert_eq!(refused.header("retry-after"), Some("1"));
        assert_eq!(refused.json()["refusal"]["too_many_messages"]["retry_after_s"], 1);
        assert!(refused.json()["message"].as_str().unwrap().contains(words), "{refused:?}");
    }
    assert_eq!(say(&calm, 0, &new_key(), "천천히요").await.status, 200);
    shop.clock.advance(Duration::from_secs(2));
    assert_eq!(say(&hasty, 0, &new_key(), "저기요").await.status, 200, "by the shop's clock");
}

#[tokio::test]
async fn visitors_of_an_address_begin_so_many_talks_in_an_hour() {
    let shop = limited(None, Some(2)).await;
    for _ in 0..2 {
        assert_eq!(say(&shop.visitor(), 0, &new_key(), "안녕하세요").await.status, 200);
    }
    let refused = say(&shop.visitor(), 0, &new_key(), "안녕하세요").await;
    assert_eq!(refused.status, 429);
    let wait: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=1_800).contains(&wait), "{wait}");
    let member = shop.member("a@b.kr").await;
    assert_eq!(say(&member, 0, &new_key(), "저는 회원이에요").await.status, 200);
    shop.clock.advance(Duration::from_secs(1_801));
    assert_eq!(say(&shop.visitor(), 0, &new_key(), "안녕하세요").await.status, 200);
}
