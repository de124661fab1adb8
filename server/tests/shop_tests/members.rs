//! Signing up, logging in and out, and what a session is worth.

use crate::kit::shop::insert_member;
use crate::kit::{Mode, Person, TestShop, until};
use serde_json::json;
use shop::members::sessions;
use std::time::Duration;

const GOOD: [(&str, &str); 4] = [
    ("name", "김지우"),
    ("email", "jiwoo@example.kr"),
    ("password", "one fine password"),
    ("address", "서울특별시 중구 세종대로 110"),
];

/// The good form with one field changed.
fn with<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    GOOD.into_iter().map(|(name, good)| (name, if name == field { value } else { good })).collect()
}

async fn count(shop: &TestShop, table: &'static str) -> i64 {
    let sql = match table {
        "members" => "select count(*) from members",
        _ => "select count(*) from sessions",
    };
    sqlx::query_scalar(sql).fetch_one(&shop.direct.mysql).await.unwrap()
}

async fn name_of(person: &Person) -> Option<String> {
    person.call("members/me", &[]).await.json()["name"].as_str().map(str::to_owned)
}

#[tokio::test]
async fn a_visitor_signs_up_and_is_known_from_then_on() {
    let shop = TestShop::open().await;
    let person = shop.visitor();
    assert_eq!(name_of(&person).await, None);

    let answer = person.call("members/sign_up", &GOOD).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let cookie = answer.header("set-cookie").unwrap();
    assert!(cookie.starts_with("session=") && cookie.contains("HttpOnly"), "{cookie}");
    assert!(cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), "{cookie}");
    assert_eq!(name_of(&person).await.as_deref(), Some("김지우"));
    assert_eq!(person.call("members/me", &[]).await.json()["roles"], json!([]));
}

#[tokio::test]
async fn the_database_keeps_hashes_only() {
    let shop = TestShop::open().await;
    let answer = shop.visitor().call("members/sign_up", &GOOD).await;
    let cookie = answer.header("set-cookie").unwrap();
    let token = cookie.trim_start_matches("session=").split(';').next().unwrap().to_owned();

    let (password_hash, secret_hash): (String, Vec<u8>) = sqlx::query_as(
        "select m.password_hash, s.secret_hash from sessions s join members m on m.id = s.member_id",
    )
    .fetch_one(&shop.direct.mysql)
    .await
    .unwrap();
    assert!(password_hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{password_hash}");
    let token = base64_bytes(&token);
    assert!(!token.windows(secret_hash.len()).any(|window| window == secret_hash));
}

fn base64_bytes(text: &str) -> Vec<u8> {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(text).unwrap()
}

#[tokio::test]
async fn a_wrong_form_names_its_fields_and_changes_nothing() {
    let shop = TestShop::open().await;
    let long_address = "가".repeat(201);
    let megabyte = "x".repeat(1_000_000);
    let wrong = [
        ("name", "", json!("missing")),
        ("email", "jiwoo", json!("not_an_email")),
        ("password", "short", json!({ "too_short": { "min": 8 } })),
        ("password", "password1", json!("too_common")),
        ("password", &megabyte, json!({ "too_long": { "max": 128 } })),
        ("address", &long_address, json!({ "too_long": { "max": 200 } })),
    ];
    for (field, value, problem) in wrong {
        let answer = shop.visitor().call("members/sign_up", &with(field, value)).await;
        assert_eq!((answer.status, answer.problem(field)), (422, Some(problem)), "{field}");
    }
    assert_eq!((count(&shop, "members").await, count(&shop, "sessions").await), (0, 0));
}

#[tokio::test]
async fn all_wrong_fields_are_named_at_once() {
    let shop = TestShop::open().await;
    let answer = shop.visitor().call("members/sign_up", &[]).await;
    assert_eq!(answer.status, 422);
    for field in ["name", "email", "password", "address"] {
        assert_eq!(answer.problem(field), Some(json!("missing")), "{field}");
    }
}

#[tokio::test]
async fn an_address_belongs_to_one_member() {
    let shop = TestShop::open().await;
    shop.visitor().call("members/sign_up", &GOOD).await;
    let again = shop.visitor().call("members/sign_up", &with("email", "JiWoo@Example.KR")).await;
    assert_eq!((again.status, again.problem("email")), (409, Some(json!("taken"))));
    assert!(again.header("set-cookie").is_none());
    assert_eq!(count(&shop, "members").await, 1);
}

#[tokio::test]
async fn what_is_not_utf8_is_not_understood() {
    let shop = TestShop::open().await;
    for body in [&b"name=\xff\xfe&email=a%40b.kr"[..], b"name=%FF%FE&email=a%40b.kr"] {
        let answer = shop.visitor().call_raw("members/sign_up", body.to_vec()).await;
        assert!(matches!(answer.status, 400 | 422), "{answer:?}");
    }
    assert_eq!(count(&shop, "members").await, 0);
}

#[tokio::test]
async fn an_unknown_address_and_a_wrong_password_get_one_answer() {
    let shop = TestShop::open().await;
    shop.visitor().call("members/sign_up", &GOOD).await;
    let wrong = [("email", "jiwoo@example.kr"), ("password", "not the password")];
    let unknown = [("email", "nobody@example.kr"), ("password", "one fine password")];
    let wrong = shop.visitor().call("members/log_in", &wrong).await;
    let unknown = shop.visitor().call("members/log_in", &unknown).await;
    assert_eq!((wrong.status, unknown.status), (401, 401));
    assert_eq!(wrong.text, unknown.text);
    assert!(wrong.header("set-cookie").is_none());
}

#[tokio::test]
async fn a_sentence_comes_in_the_readers_language() {
    let shop = TestShop::open().await;
    let form = [("email", "nobody@example.kr"), ("password", "whatever it is")];
    let korean = shop.visitor().call("members/log_in", &form).await;
    let english = shop.visitor().reading("en").call("members/log_in", &form).await;
    assert_eq!(korean.json()["message"], "이메일 또는 비밀번호가 맞지 않아요.");
    let english = english.json()["message"].as_str().unwrap().to_owned();
    assert!(english.contains("not right"), "{english}");
}

#[tokio::test]
async fn logging_out_ends_the_session_on_every_server() {
    let shop = TestShop::open_with(2).await;
    let person = shop.member("a@b.kr").await;
    let elsewhere = person.at(shop.url(1));
    assert!(name_of(&elsewhere).await.is_some());

    assert_eq!(person.call("members/log_out", &[]).await.status, 200);
    assert_eq!(name_of(&person).await, None, "at once where it was said");
    until("the other server knows", async || name_of(&elsewhere).await.is_none().then_some(()))
        .await;
}

#[tokio::test]
async fn a_forged_or_expired_session_is_nobodys() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let drop = shop.drop_of(1).await;
    let mut forged = person.token().to_owned();
    forged.replace_range(10..11, if &forged[10..11] == "A" { "B" } else { "A" });
    for token in [forged.as_str(), "", "x", &"A".repeat(96), &"A".repeat(107)] {
        let answer = person.with_token(token).join(drop).await;
        assert_eq!(answer.status, 401, "{token}");
    }
    assert!(shop.coupons(drop).await.is_empty());

    assert!(name_of(&person).await.is_some());
    shop.clock.advance(Duration::from_secs(31 * 24 * 60 * 60));
    assert_eq!(name_of(&person).await, None);
}

#[tokio::test]
async fn redis_being_down_logs_nobody_out() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    shop.redis.set(Mode::Cut);
    assert!(name_of(&person).await.is_some());
    assert_eq!(shop.visitor().call("members/sign_up", &GOOD).await.status, 200);
}

#[tokio::test]
async fn without_javascript_a_form_leads_back_with_its_refusal() {
    let shop = TestShop::open().await;
    let person = shop.visitor();
    let sent = person
        .post("members/log_in")
        .header("accept", "text/html")
        .header("referer", format!("{}/log-in", shop.url(0)))
        .form(&[("email", "a@b.kr"), ("password", "whatever it is")]);
    let answer = person.send(sent).await;
    assert_eq!(answer.status, 302);
    let back = answer.header("location").unwrap();
    assert!(back.contains("/log-in") && !back.contains("whatever"), "{back}");
    let path = back.trim_start_matches(&shop.url(0)).to_owned();
    let page = person.get(&path).await;
    assert!(page.text.contains("이메일 또는 비밀번호가 맞지 않아요."), "{}", page.text);
}

#[tokio::test]
async fn signing_in_leads_on_inside_the_shop_only() {
    let shop = TestShop::open().await;
    for (next, led_to) in [("/drops/3", "/drops/3"), ("//evil.kr", "/"), ("https://evil.kr", "/")] {
        let email = format!("{}@example.kr", led_to.len() + next.len());
        let mut form = with("email", &email);
        form.push(("next", next));
        let person = shop.visitor();
        let sent = person.post("members/sign_up").header("accept", "text/html").form(&form);
        let answer = person.send(sent).await;
        assert_eq!((answer.status, answer.header("location")), (302, Some(led_to)), "{next}");
    }
}

#[tokio::test]
async fn sessions_that_start_together_are_each_members_own_and_can_be_ended() {
    let shop = TestShop::open().await;
    let mut members = Vec::new();
    for n in 0..5 {
        members.push(insert_member(&shop.direct, &format!("crowd{n}@example.kr")).await);
    }
    let tokens = sessions::start_all(&shop.direct, &members).await.unwrap();
    assert_eq!(tokens.len(), members.len());
    for (member, token) in members.iter().zip(&tokens) {
        let believe = || shop.direct.sessions.believe(&token.to_text(), shop.now());
        let session = believe().expect("a session of ours");
        assert_eq!(session.member, *member);
        let owner: u64 = sqlx::query_scalar("select member_id from sessions where id = ?")
            .bind(session.id.0)
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap();
        assert_eq!(owner, member.0, "the row that ends it is the same member's");
        sessions::end(&shop.direct, session, "test").await.unwrap();
        assert_eq!(believe(), None);
    }
    assert!(sessions::start_all(&shop.direct, &[]).await.unwrap().is_empty());
}
