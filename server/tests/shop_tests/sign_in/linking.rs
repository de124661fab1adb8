//! One more way in, or one less.

use super::bed::{Bed, Browser, has_session, led_to};
use crate::kit::Person;
use crate::kit::shop::insert_member;
use serde_json::json;
use shop::members::identities::Provider;
use std::time::Duration;

const NOTHING: [(&str, &str); 0] = [];
/// After so long a session is not fresh any more.
const TEN_MINUTES: Duration = Duration::from_secs(10 * 60);

async fn providers(person: &Person) -> Vec<String> {
    let ways = person.call("members/ways_in", &[]).await.json();
    let identities = ways["identities"].as_array().unwrap().clone();
    identities.iter().map(|way| way["provider"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_member_links_a_provider_and_comes_in_by_it() {
    let bed = Bed::open(Provider::Google).await;
    let member = insert_member(&bed.shop.direct, "another@example.kr").await;
    let person = Browser::of(&bed.shop, member).await;
    let answer = bed.sign_in(&person, "?link=true").await;
    assert_eq!(led_to(&answer), "/sign-up/complete");
    assert!(!has_session(&answer));
    assert_eq!(bed.rows().await.identities, 0, "it is asked first");
    let page = person.get("/sign-up/complete").await;
    assert!(page.text.contains("Google 계정 연결") && page.text.contains("jiwoo@example.kr"));

    let form = person.post("members/link_identity").header("accept", "text/html");
    let answer = person.send(form.form(&NOTHING)).await;
    let to = "/account/ways-in?saved=linked";
    assert_eq!((answer.status, answer.header("location")), (302, Some(to)));
    assert_eq!(providers(&person).await, ["google"]);
    assert!(person.get(to).await.text.contains("계정을 연결했어요."));

    let elsewhere = bed.shop.visitor();
    assert_eq!(led_to(&bed.sign_in(&elsewhere, "").await), "/");
    assert_eq!(elsewhere.call("members/me", &[]).await.json()["id"], json!(member.0));
}

#[tokio::test]
async fn a_link_is_for_the_member_who_began_it() {
    let bed = Bed::open(Provider::Google).await;
    let member = insert_member(&bed.shop.direct, "another@example.kr").await;
    let person = Browser::of(&bed.shop, member).await;
    let stranger = insert_member(&bed.shop.direct, "stranger@example.kr").await;
    bed.sign_in(&person, "?link=true").await;
    // The same browser, in which somebody else has logged in meanwhile.
    person.log_in(&bed.shop, stranger).await;
    assert_eq!(person.call("members/link_identity", &[]).await.status, 401);
    assert_eq!(person.get("/sign-up/complete").await.status, 401);
    let form = [("name", "김"), ("address", "서울")];
    assert_eq!(person.call("members/complete_sign_up", &form).await.status, 401);
    assert_eq!(bed.rows().await.identities, 0);
    assert_eq!(
        led_to(&bed.shop.visitor().get("/sign-in/google?link=true").await),
        "/log-in?next=%2Faccount%2Fways-in"
    );
}

#[tokio::test]
async fn a_session_that_was_left_open_changes_no_way_in() {
    let bed = Bed::open(Provider::Google).await;
    let member = insert_member(&bed.shop.direct, "another@example.kr").await;
    let person = Browser::of(&bed.shop, member).await;
    let link = async || person.call("members/link_identity", &[]).await;
    let unlink = async || person.call("members/unlink_identity", &[("provider", "google")]).await;
    bed.sign_in(&person, "?link=true").await;
    bed.shop.clock.advance(TEN_MINUTES);
    let answer = link().await;
    assert_eq!((answer.status, &answer.json()["refusal"]), (401, &json!("log_in_again")));
    assert_eq!(
        led_to(&person.get("/sign-in/google?link=true").await),
        "/log-in?next=%2Faccount%2Fways-in"
    );
    let page = person.get("/account/ways-in").await;
    assert!(page.text.contains("다시 로그인하기") && !page.text.contains("link-google"));
    assert_eq!(bed.rows().await.identities, 0);

    person.log_in(&bed.shop, member).await;
    assert_eq!(link().await.status, 200);
    bed.shop.clock.advance(TEN_MINUTES);
    let answer = unlink().await;
    assert_eq!((answer.status, &answer.json()["refusal"]), (401, &json!("log_in_again")));
    assert_eq!(providers(&person).await, ["google"]);
    assert!(!person.get("/account/ways-in").await.text.contains("link-google"));

    person.log_in(&bed.shop, member).await;
    assert!(person.get("/account/ways-in").await.text.contains("unlink-google"));
    assert_eq!(unlink().await.status, 200);
    assert!(providers(&person).await.is_empty());
}

#[tokio::test]
async fn whose_address_it_is_logs_in_again_if_they_did_so_long_ago() {
    let bed = Bed::open(Provider::Google).await;
    let owner = insert_member(&bed.shop.direct, "jiwoo@example.kr").await;
    let person = Browser::of(&bed.shop, owner).await;
    bed.shop.clock.advance(TEN_MINUTES);
    assert_eq!(led_to(&bed.sign_in(&person, "").await), "/sign-up/complete");
    let next_step = async || person.call("members/newcomer", &[]).await.json()["next_step"].clone();
    assert_eq!(next_step().await, "log_in");
    assert_eq!(person.call("members/link_identity", &[]).await.status, 401);
    person.log_in(&bed.shop, owner).await;
    assert_eq!(next_step().await, "link");
    assert_eq!(person.call("members/link_identity", &[]).await.status, 200);
}

#[tokio::test]
async fn another_sites_page_links_nothing() {
    let bed = Bed::open(Provider::Google).await;
    let member = insert_member(&bed.shop.direct, "another@example.kr").await;
    let person = Browser::of(&bed.shop, member).await;
    // A foreign page can send the browser there and back; it cannot say yes for the member.
    bed.sign_in(&person, "?link=true").await;
    let form = person.post("members/link_identity").header("origin", "https://evil.kr");
    let form = form.header("sec-fetch-site", "cross-site").form(&NOTHING);
    assert_eq!(person.send(form).await.status, 403);
    assert_eq!(bed.rows().await.identities, 0);
}

#[tokio::test]
async fn a_verified_address_is_linked_once_its_owner_has_logged_in_and_said_so() {
    let bed = Bed::open(Provider::Google).await;
    let owner = insert_member(&bed.shop.direct, "jiwoo@example.kr").await;
    let person = Browser::open(&bed.shop);
    let answer = bed.sign_in(&person, "?next=/drops").await;
    assert_eq!(led_to(&answer), "/sign-up/complete");
    assert!(!has_session(&answer));
    let page = person.get("/sign-up/complete").await;
    assert!(page.text.contains("이미 가입한 이메일이에요"), "{}", page.text);
    assert!(page.text.contains("/log-in?next=%2Fsign-up%2Fcomplete"), "{}", page.text);
    assert_eq!(person.call("members/link_identity", &[]).await.status, 401, "not before");
    let form = [("name", "김"), ("address", "서울")];
    let answer = person.call("members/complete_sign_up", &form).await;
    assert_eq!((answer.status, answer.problem("email")), (409, Some(json!("taken"))));

    let stranger = insert_member(&bed.shop.direct, "stranger@example.kr").await;
    person.log_in(&bed.shop, stranger).await;
    assert_eq!(person.call("members/link_identity", &[]).await.status, 401);
    assert_eq!(bed.rows().await.identities, 0);

    person.log_in(&bed.shop, owner).await;
    let newcomer = person.call("members/newcomer", &[]).await.json();
    assert_eq!(newcomer["next_step"], "link");
    let answer = person.call("members/link_identity", &[]).await;
    assert_eq!((answer.status, answer.header("location")), (200, Some("/drops")));
    assert_eq!(providers(&person).await, ["google"]);
}

#[tokio::test]
async fn the_same_address_by_another_subject_is_somebody_else() {
    let bed = Bed::open(Provider::Google).await;
    bed.linked("jiwoo@example.kr", "1001").await;
    bed.provider.vouch(|vouched| vouched.subject = "1002".into());
    let before = bed.rows().await;
    let person = bed.shop.visitor();
    let answer = bed.sign_in(&person, "").await;
    assert_eq!(led_to(&answer), "/sign-up/complete");
    assert!(!has_session(&answer));
    let newcomer = person.call("members/newcomer", &[]).await.json();
    assert_eq!(newcomer["next_step"], "log_in");
    assert_eq!(bed.rows().await, before);
}

#[tokio::test]
async fn an_address_that_changes_at_the_provider_changes_nobody() {
    let bed = Bed::open(Provider::Google).await;
    let member = bed.linked("old@example.kr", "1001").await;
    insert_member(&bed.shop.direct, "jiwoo@example.kr").await;
    let person = bed.shop.visitor();
    assert_eq!(led_to(&bed.sign_in(&person, "").await), "/");
    assert_eq!(person.call("members/me", &[]).await.json()["id"], json!(member.0));
}

#[tokio::test]
async fn an_identity_is_one_members() {
    let bed = Bed::open(Provider::Google).await;
    bed.linked("jiwoo@example.kr", "1001").await;
    let member = insert_member(&bed.shop.direct, "another@example.kr").await;
    let person = Browser::of(&bed.shop, member).await;
    bed.sign_in(&person, "?link=true").await;
    let answer = person.call("members/link_identity", &[]).await;
    assert_eq!((answer.status, &answer.json()["refusal"]), (409, &json!("identity_taken")));
    assert_eq!(bed.rows().await.identities, 1);
    assert!(providers(&person).await.is_empty());
}

#[tokio::test]
async fn the_last_way_in_stays() {
    let bed = Bed::open(Provider::Google).await;
    let member = bed.linked("jiwoo@example.kr", "1001").await;
    let person = Browser::of(&bed.shop, member).await;
    let unlink = async |provider: &str| {
        let answer = person.call("members/unlink_identity", &[("provider", provider)]).await;
        (answer.status, answer.json()["refusal"].clone())
    };
    set_password(&bed, None).await;
    assert_eq!(unlink("google").await, (409, json!("last_way_in")));
    assert_eq!(unlink("kakao").await.0, 200, "what is not there may go");
    assert_eq!(unlink("facebook").await.0, 400);
    assert_eq!(providers(&person).await, ["google"]);
    let page = person.get("/account/ways-in").await;
    assert!(page.text.contains("해제할 수 없어요") && !page.text.contains("unlink-google"));

    set_password(&bed, Some("-")).await;
    let page = person.get("/account/ways-in").await;
    assert!(page.text.contains("unlink-google"), "{}", page.text);
    assert_eq!(unlink("google").await.0, 200);
    assert!(providers(&person).await.is_empty());
    let event: String = sqlx::query_scalar("select event from member_identity_events")
        .fetch_one(&bed.shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(event, "unlinked");
    assert!(!has_session(&bed.sign_in(&bed.shop.visitor(), "").await));
}

#[tokio::test]
async fn of_two_ways_in_that_go_at_once_one_stays() {
    let bed = Bed::open(Provider::Google).await;
    let member = bed.linked("jiwoo@example.kr", "1001").await;
    set_password(&bed, None).await;
    sqlx::query(
        "insert into member_identities (provider, subject, member_id, linked_at)
         values ('naver', '7', ?, utc_timestamp(3))",
    )
    .bind(member.0)
    .execute(&bed.shop.direct.mysql)
    .await
    .unwrap();
    let person = Browser::of(&bed.shop, member).await;
    let (one, two) = futures::join!(
        person.call("members/unlink_identity", &[("provider", "google")]),
        person.call("members/unlink_identity", &[("provider", "naver")])
    );
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(providers(&person).await.len(), 1);
}

async fn set_password(bed: &Bed, hash: Option<&str>) {
    sqlx::query("update members set password_hash = ?")
        .bind(hash)
        .execute(&bed.shop.direct.mysql)
        .await
        .unwrap();
}
