//! Whose talk it is.

use super::{archived, new_key, open_room, say, until_archived, with_room};
use crate::kit::TestShop;
use serde_json::json;

#[tokio::test]
async fn a_room_is_as_none_for_everybody_but_its_shopper_and_the_shop() {
    let shop = TestShop::with_chat(1).await;
    let (member, other) = (shop.member("a@b.kr").await, shop.member("o@b.kr").await);
    let room = open_room(&member, "비밀이에요").await;
    let forged = shop.visitor().forging("chat=AAAAAAAAAAAAAAAAAAAAAA");
    for stranger in [&other, &shop.visitor(), &forged] {
        for function in ["history", "read", "ask_counsellor", "close", "reopen", "rate", "delete"] {
            let form = [("room_id", &*room.to_string()), ("number", "1"), ("is_good", "true")];
            let answer = stranger.call(&format!("chat/{function}"), &form).await;
            assert_eq!((answer.status, &answer.json()["refusal"]), (404, &json!("no_such_room")));
        }
        assert_eq!(say(stranger, room, &new_key(), "저예요").await.status, 404);
        assert_eq!(stranger.call("chat/show", &[]).await.json(), json!(null));
    }
    // A counsellor may read and answer it, and not judge or delete it.
    let counsellor = shop.counsellor("c@b.kr").await;
    until_archived(&shop.direct, room, &["비밀이에요"]).await;
    assert_eq!(with_room(&counsellor, "chat/history", room).await.json()[0]["number"], 1);
    for function in ["chat/delete", "chat/ask_counsellor"] {
        assert_eq!(with_room(&counsellor, function, room).await.status, 404, "{function}");
    }
    assert_eq!(archived(&shop.direct, room).await.len(), 1);
}

#[tokio::test]
async fn a_talk_is_judged_by_its_shopper_and_the_last_word_counts() {
    let shop = TestShop::with_chat(1).await;
    let member = shop.member("a@b.kr").await;
    let room = open_room(&member, "안녕하세요").await.to_string();
    for (is_good, word) in [("false", "느려요"), ("true", "")] {
        let form = [("room_id", &*room), ("is_good", is_good), ("word", word)];
        assert_eq!(member.call("chat/rate", &form).await.status, 200);
    }
    let long = "길".repeat(301);
    let form = [("room_id", &*room), ("is_good", "true"), ("word", &*long)];
    assert_eq!(member.call("chat/rate", &form).await.status, 422);
    let (is_good, word): (bool, String) =
        sqlx::query_as("select is_good, word from chat_ratings where room_id = ?")
            .bind(&room)
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap();
    assert!(is_good && word.is_empty());
}

#[tokio::test]
async fn a_talk_that_is_deleted_is_gone_with_everything_in_it() {
    let shop = TestShop::with_chat(1).await;
    let member = shop.member("a@b.kr").await;
    let room = open_room(&member, "지워 주세요").await;
    until_archived(&shop.direct, room, &["지워 주세요"]).await;
    assert_eq!(with_room(&member, "chat/delete", room).await.status, 200);
    assert_eq!(archived(&shop.direct, room).await, []);
    assert_eq!(with_room(&member, "chat/history", room).await.status, 404);
    assert_eq!(member.call("chat/show", &[]).await.json(), json!(null));
    // What is said next is a new talk, and what Kafka still has of the old one keeps nobody waiting.
    let next = open_room(&member, "새 상담이요").await;
    until_archived(&shop.direct, next, &["새 상담이요"]).await;
}
