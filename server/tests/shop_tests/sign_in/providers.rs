//! What is each provider's own.

use super::bed::{Bed, ORIGIN, has_session, led_to, name_of};
use crate::kit::provider::CLIENT_ID;
use serde_json::json;
use shop::members::identities::Provider;

#[tokio::test]
async fn google_and_kakao_are_asked_with_everything_that_binds_the_answer() {
    for (which, scope) in [
        (Provider::Google, "openid email profile"),
        (Provider::Kakao, "openid account_email profile_nickname"),
    ] {
        let bed = Bed::open(which).await;
        let one = bed.begin(&bed.shop.visitor(), "").await;
        let (query, other) = (one.query(), bed.begin(&bed.shop.visitor(), "").await.query());
        assert_eq!(query["scope"], scope);
        assert_eq!(
            (query["client_id"].as_str(), query["response_type"].as_str()),
            (CLIENT_ID, "code")
        );
        assert_eq!(query["redirect_uri"], format!("{ORIGIN}/sign-in/{}/callback", bed.word()));
        assert_eq!(query["code_challenge_method"], "S256");
        for name in ["state", "nonce", "code_challenge"] {
            assert!(query[name].len() >= 43, "{name} is long");
            assert_ne!(query[name], other[name], "{name} is of one way");
            assert!(!one.cookie.contains(&query[name]), "{name} is not in the cookie");
        }
    }
}

#[tokio::test]
async fn the_way_back_is_the_shops_own_whatever_a_request_says() {
    let bed = Bed::open(Provider::Google).await;
    let person = bed.shop.visitor();
    let request = person.get_from("/sign-in/google").header("host", "evil.kr");
    let answer = person.send(request.header("x-forwarded-host", "evil.kr")).await;
    assert!(!led_to(&answer).contains("evil"), "{answer:?}");
}

#[tokio::test]
async fn the_way_is_kept_where_no_script_reads_it_and_for_ten_minutes() {
    let bed = Bed::open(Provider::Google).await;
    let answer = bed.shop.visitor().get("/sign-in/google").await;
    let cookie = answer.header("set-cookie").unwrap();
    assert!(cookie.starts_with("sign-in="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax"), "{cookie}");
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn kakao_vouches_for_an_address_only_where_it_says_so() {
    for is_verified in [true, false] {
        let bed = Bed::open(Provider::Kakao).await;
        bed.provider.vouch(|vouched| vouched.is_verified = is_verified);
        let person = bed.shop.visitor();
        assert_eq!(led_to(&bed.sign_in(&person, "").await), "/sign-up/complete");
        let newcomer = person.call("members/newcomer", &[]).await.json();
        assert_eq!(newcomer["provider"], "kakao");
        assert_eq!(newcomer["name"], "김지우");
        assert_eq!(newcomer["email_is_verified"], json!(is_verified));
    }
}

#[tokio::test]
async fn somebody_comes_in_by_kakao() {
    let bed = Bed::open(Provider::Kakao).await;
    bed.linked("jiwoo@example.kr", "1001").await;
    let person = bed.shop.visitor();
    assert_eq!(led_to(&bed.sign_in(&person, "?next=/drops").await), "/drops");
    assert!(name_of(&person).await.is_some());
}

#[tokio::test]
async fn somebody_comes_in_by_naver_whose_addresses_are_never_verified() {
    let bed = Bed::open(Provider::Naver).await;
    let person = bed.shop.visitor();
    assert_eq!(led_to(&bed.sign_in(&person, "?next=/drops").await), "/sign-up/complete");
    let newcomer = person.call("members/newcomer", &[]).await.json();
    assert_eq!(
        (&newcomer["name"], &newcomer["email"]),
        (&json!("김지우"), &json!("jiwoo@example.kr"))
    );
    assert_eq!(newcomer["email_is_verified"], json!(false));
    let form = [("name", "김지우"), ("email", "jiwoo@example.kr"), ("address", "서울")];
    assert_eq!(person.call("members/complete_sign_up", &form).await.status, 200);
    let elsewhere = bed.shop.visitor();
    assert_eq!(led_to(&bed.sign_in(&elsewhere, "?next=/drops").await), "/drops");
    assert_eq!(name_of(&elsewhere).await.as_deref(), Some("김지우"));
}

#[tokio::test]
async fn naver_too_lets_nobody_in_by_a_used_code_or_in_another_browser() {
    let bed = Bed::open(Provider::Naver).await;
    bed.linked("jiwoo@example.kr", "1001").await;
    let back = bed.say_yes(&bed.begin(&bed.shop.visitor(), "").await).await;
    let answer = bed.shop.visitor().get(&back).await;
    assert_eq!(led_to(&answer), "/log-in?sign_in=expired&next=%2F");
    let code = back.split_once("code=").unwrap().1.split('&').next().unwrap();
    let person = bed.shop.visitor();
    let state = bed.begin(&person, "").await.query()["state"].clone();
    let answer = person.get(&format!("/sign-in/naver/callback?code={code}&state={state}")).await;
    assert_eq!(led_to(&answer), "/log-in?sign_in=provider&next=%2F");
    assert!(!has_session(&answer));
    assert_eq!(bed.rows().await.sessions, 0);
}
