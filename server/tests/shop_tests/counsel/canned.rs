//! Answers that counsellors give often.

use super::fixtures::counsellor;
use crate::kit::{Answer, Person, TestShop};
use serde_json::json;

async fn save(person: &Person, shortcut: &str, text: &str) -> Answer {
    person.call("counsel/save_canned", &[("shortcut", shortcut), ("text", text)]).await
}

#[tokio::test]
async fn a_reply_is_kept_under_its_key_and_replaced_under_the_same() {
    let shop = TestShop::open().await;
    let (first, second) = (counsellor(&shop, "c@b.kr").await, shop.admin("owner@b.kr").await);
    assert_eq!(save(&first, "/배송", "이틀 안에 도착해요.").await.status, 200);
    assert_eq!(save(&second, "환불", "바로 도와드릴게요.").await.status, 200);
    assert_eq!(save(&second, " 배송 ", "내일 도착해요.").await.status, 200);
    let replies = first.call("counsel/canned", &[]).await.json();
    let kept = json!([
        { "shortcut": "배송", "text": "내일 도착해요." },
        { "shortcut": "환불", "text": "바로 도와드릴게요." },
    ]);
    assert_eq!(replies, kept);
    let page = first.get("/counsel/canned").await;
    assert!(page.text.contains("내일 도착해요."));
}

#[tokio::test]
async fn what_is_no_key_and_no_reply_is_refused_beside_its_field() {
    let shop = TestShop::open().await;
    let works = counsellor(&shop, "c@b.kr").await;
    let refused = save(&works, "", " ").await;
    assert_eq!(refused.status, 422);
    for field in ["shortcut", "message"] {
        assert_eq!(refused.problem(field), Some(json!("missing")));
    }
    assert_eq!(save(&works, "두 낱말", "네").await.status, 422);
    assert_eq!(save(&works, &"가".repeat(21), "네").await.status, 422);
    assert_eq!(works.call("counsel/canned", &[]).await.json(), json!([]));
}

#[tokio::test]
async fn replies_are_thrown_away_and_the_record_knows_by_whom() {
    let shop = TestShop::open().await;
    let works = counsellor(&shop, "c@b.kr").await;
    let admin = shop.admin("owner@b.kr").await;
    assert_eq!(save(&works, "배송", "내일 도착해요.").await.status, 200);
    for _ in 0..2 {
        let form = [("shortcut", "배송")];
        assert_eq!(works.call("counsel/remove_canned", &form).await.status, 200);
    }
    assert_eq!(works.call("counsel/canned", &[]).await.json(), json!([]));
    let record = admin.call("audit/list", &[("subject", "shop")]).await.json();
    let entries = record["entries"].as_array().unwrap();
    let actions: Vec<_> = entries.iter().map(|entry| &entry["action"]).collect();
    assert_eq!(actions, ["chat.remove_canned", "chat.save_canned"], "and nothing twice");
    assert_eq!(entries[1]["actor"]["id"], json!(works.id().0));
}

#[tokio::test]
async fn shoppers_have_no_canned_replies() {
    let shop = TestShop::open().await;
    let shopper = shop.member("a@b.kr").await;
    for (person, status) in [(shop.visitor(), 401), (shopper, 403)] {
        assert_eq!(save(&person, "배송", "네").await.status, status);
        assert_eq!(person.call("counsel/canned", &[]).await.status, status);
        let form = [("shortcut", "배송")];
        assert_eq!(person.call("counsel/remove_canned", &form).await.status, status);
    }
}
