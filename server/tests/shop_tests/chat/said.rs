//! Saying something.

use super::{archived, new_key, open_room, room_of, say, until_archived, with_room};
use crate::kit::goods::Goods;
use crate::kit::{TestShop, until};
use serde_json::json;

#[tokio::test]
async fn a_message_that_is_sent_again_is_one_message() {
    let shop = TestShop::with_chat(2).await;
    let member = shop.member("a@b.kr").await;
    let key = new_key();
    // At once, before anybody knows of it, from two tabs at two servers.
    let there = member.at(shop.url(1));
    let (one, other) = tokio::join!(say(&member, 0, &key, "하나"), say(&there, 0, &key, "하나"));
    let room = room_of(&one);
    assert_eq!(one.json(), other.json(), "the same message of the same talk");
    assert_eq!(say(&member, room, &new_key(), "둘").await.status, 200);
    until_archived(&shop.direct, room, &["하나", "둘"]).await;
    // And much later, as a UUID.
    let uuid = [&key[..8], &key[8..12], &key[12..16], &key[16..20], &key[20..]].join("-");
    assert_eq!(say(&member, room, &uuid, "하나").await.json(), one.json());
    assert_eq!(say(&member, 0, &key, "하나").await.json(), one.json());
    let refused = say(&member, room, &key, "다른 말").await;
    assert_eq!((refused.status, &refused.json()["refusal"]), (409, &json!("other_message")));
    assert_eq!(say(&member, room, &new_key(), "셋").await.status, 200);
    until_archived(&shop.direct, room, &["하나", "둘", "셋"]).await;
}

#[tokio::test]
async fn a_message_has_something_to_read_and_an_end() {
    let shop = TestShop::with_chat(1).await;
    let member = shop.member("a@b.kr").await;
    let long = "쿠".repeat(2_001);
    for (text, problem) in [
        ("", json!("missing")),
        (" \n\u{200b}", json!("missing")),
        ("a\u{0}b", json!("not_printable")),
        (&long, json!({"too_long": {"max": 2_000}})),
    ] {
        let refused = say(&member, 0, &new_key(), text).await;
        assert_eq!((refused.status, refused.problem("message")), (422, Some(problem)));
    }
    let talk = member.call("chat/show", &[]).await;
    assert_eq!(talk.json(), json!(null), "nobody has opened a talk by mistake");
    for (field, value) in [("key", "no key"), ("room_id", "no room"), ("card", "member:1")] {
        let refused = member.call("chat/send", &[("text", "네"), (field, value)]).await;
        assert_eq!(refused.status, 400, "{field}");
    }
    let room = open_room(&member, &"쿠".repeat(2_000)).await;
    until_archived(&shop.direct, room, &[&"쿠".repeat(2_000)]).await;
}

#[tokio::test]
async fn a_message_may_be_about_a_product_or_an_order_of_ones_own() {
    let shop = TestShop::with_chat(1).await;
    let member = shop.member("a@b.kr").await;
    let product = shop.add(Goods { ko: "머그컵", price: 9_000, ..Goods::default() }).await;
    let about = format!("product:{product}");
    let sent = member.call("chat/send", &[("text", "이거 있어요?"), ("card", &about)]).await;
    let room = room_of(&sent);
    until_archived(&shop.direct, room, &["이거 있어요?"]).await;
    let history = with_room(&member, "chat/history", room).await.json();
    let card = &history[0]["body"]["card"];
    assert_eq!((&card["id"], &card["price"]), (&json!(product), &json!(9_000)), "{history}");
    for card in ["product:999999", "order:999999"] {
        let refused = member.call("chat/send", &[("text", "네"), ("card", card)]).await;
        assert_eq!(refused.status, 404, "{card}");
    }
}

#[tokio::test]
async fn a_talk_that_is_over_takes_nothing_until_it_is_reopened() {
    let shop = TestShop::with_chat(1).await;
    let member = shop.member("a@b.kr").await;
    let key = new_key();
    let room = room_of(&say(&member, 0, &key, "안녕하세요").await);
    until_archived(&shop.direct, room, &["안녕하세요"]).await;
    assert_eq!(with_room(&member, "chat/close", room).await.status, 200);
    let refused = say(&member, room, &new_key(), "하나 더요").await;
    assert_eq!((refused.status, &refused.json()["refusal"]), (409, &json!("room_closed")));
    let again = say(&member, room, &key, "안녕하세요").await;
    assert_eq!(again.status, 200, "what was said before is answered as before");
    assert_eq!(with_room(&member, "chat/reopen", room).await.status, 200);
    assert_eq!(say(&member, room, &new_key(), "하나 더요").await.status, 200);
    until_archived(&shop.direct, room, &["안녕하세요", "Closed", "Reopened", "하나 더요"]).await;
    // Without a room it goes to the talk that goes on, and after its end to a new one.
    assert_eq!(room_of(&say(&member, 0, &new_key(), "또요").await), room);
    assert_eq!(with_room(&member, "chat/close", room).await.status, 200);
    assert_ne!(room_of(&say(&member, 0, &new_key(), "새 상담이요").await), room);
}

#[tokio::test]
async fn what_was_said_long_ago_is_read_page_by_page() {
    let shop = TestShop::with_chat(1).await;
    let member = shop.member("a@b.kr").await;
    let room = open_room(&member, "1").await;
    for number in 2..=60 {
        assert_eq!(say(&member, room, &new_key(), &number.to_string()).await.status, 200);
    }
    until("all have their numbers", async || {
        (archived(&shop.direct, room).await.len() == 60).then_some(())
    })
    .await;
    let id = room.to_string();
    // What is asked for, the first number of the answer, and how many.
    let pages = [
        ("before", "0", 11, 50),
        ("before", "11", 1, 10),
        ("after", "5", 6, 50),
        ("after", "60", 61, 0),
    ];
    for (bound, number, first, count) in pages {
        let page = member.call("chat/history", &[("room_id", &id), (bound, number)]).await;
        let messages = page.json().as_array().unwrap().clone();
        let numbers: Vec<u64> = messages.iter().map(|m| m["number"].as_u64().unwrap()).collect();
        let expected: Vec<u64> = (first..).take(count).collect();
        assert_eq!(numbers, expected, "{bound} {number}");
        let texts: Vec<&str> = messages.iter().filter_map(|m| m["body"]["text"].as_str()).collect();
        let written: Vec<String> = expected.iter().map(u64::to_string).collect();
        assert_eq!(texts, written);
    }
    let talk = member.call("chat/show", &[]).await.json();
    assert_eq!(talk["room"]["last_number"], 60);
    assert_eq!(talk["messages"].as_array().unwrap().len(), 50);
}
