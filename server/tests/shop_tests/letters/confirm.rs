//! An e-mail address that is confirmed, and one that is changed.

use super::fixtures::{
    NEW_PASSWORD, PASSWORD, forgotten_token, letter, log_in, mailbox, reset, signed_up, token,
};
use crate::kit::person::Answer;
use crate::kit::{Person, TestShop};
use serde_json::json;
use std::time::Duration;

const EMAIL: &str = "jiwoo@example.kr";
const NEW_EMAIL: &str = "jiwoo@new.example.kr";
const NOTICE: &str = "이메일 주소를 아직 확인하지 않았어요";
const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);

async fn confirm(shop: &TestShop, token: &str) -> Answer {
    shop.visitor().call("members/confirm_email", &[("token", token)]).await
}

async fn is_confirmed(person: &Person) -> bool {
    person.call("members/profile", &[]).await.json()["is_email_confirmed"] == json!(true)
}

async fn change(person: &Person, password: &str, email: &str) -> Answer {
    let form = [("current_password", password), ("email", email)];
    person.call("members/change_email", &form).await
}

#[tokio::test]
async fn whoever_signs_up_is_asked_to_confirm_their_address() {
    let shop = TestShop::open().await;
    let person = signed_up(&shop, EMAIL).await;
    assert!(person.get("/account").await.text.contains(NOTICE));
    let token = token(&shop, EMAIL, "confirm", 1).await;

    let page = shop.visitor().get(&format!("/confirm?token={token}")).await;
    assert!(page.text.contains("이메일 확인하기"), "{}", page.text);
    assert!(!is_confirmed(&person).await, "to look at the page confirms nothing");

    assert_eq!(confirm(&shop, &token).await.status, 200);
    assert!(is_confirmed(&person).await);
    assert!(!person.get("/account").await.text.contains(NOTICE));
    assert_eq!(confirm(&shop, &token).await.status, 410, "a link is good once");
}

#[tokio::test]
async fn a_link_that_confirms_is_good_for_a_day_and_can_be_had_again() {
    let shop = TestShop::open().await;
    let person = signed_up(&shop, EMAIL).await;
    let late = token(&shop, EMAIL, "confirm", 1).await;
    shop.clock.advance(A_DAY);
    assert_eq!(confirm(&shop, &late).await.status, 410);

    assert_eq!(person.call("members/send_confirmation", &[]).await.status, 200);
    let token = token(&shop, EMAIL, "confirm", 2).await;
    assert_eq!(confirm(&shop, &token).await.status, 200);
    assert!(is_confirmed(&person).await);
    assert_eq!(person.call("members/send_confirmation", &[]).await.status, 200);
    let letters: i64 = sqlx::query_scalar("select count(*) from letters where kind = 'confirm'")
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(letters, 2, "who has confirmed it gets no more of them");
}

#[tokio::test]
async fn a_link_to_a_new_password_confirms_the_address_as_well() {
    let shop = TestShop::open().await;
    signed_up(&shop, EMAIL).await;
    let token = forgotten_token(&shop, EMAIL, 1).await;
    assert_eq!(reset(&shop, &token, NEW_PASSWORD).await.status, 200);
    let confirmed: Vec<String> = sqlx::query_scalar("select email from confirmed_emails")
        .fetch_all(&shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(confirmed, [EMAIL]);
}

#[tokio::test]
async fn a_new_address_counts_once_it_is_confirmed_and_the_old_one_is_told() {
    let shop = TestShop::open().await;
    let person = signed_up(&shop, EMAIL).await;
    let old_way_back = forgotten_token(&shop, EMAIL, 1).await;
    let wrong = change(&person, "not the password", NEW_EMAIL).await;
    assert_eq!(
        (wrong.status, wrong.problem("current_password")),
        (422, Some("wrong_password".into()))
    );
    assert_eq!(change(&person, PASSWORD, NEW_EMAIL).await.status, 200);

    letter(&shop, EMAIL, "이메일 주소를 바꾸려는 요청을 받았어요", 1).await;
    let token = token(&shop, NEW_EMAIL, "confirm", 1).await;
    assert_eq!(log_in(&shop, NEW_EMAIL, PASSWORD).await.status, 401, "not yet");
    assert_eq!(log_in(&shop, EMAIL, PASSWORD).await.status, 200);

    assert_eq!(confirm(&shop, &token).await.status, 200);
    assert_eq!(log_in(&shop, NEW_EMAIL, PASSWORD).await.status, 200);
    assert_eq!(log_in(&shop, EMAIL, PASSWORD).await.status, 401);
    assert!(is_confirmed(&person).await);
    let answer = reset(&shop, &old_way_back, NEW_PASSWORD).await;
    assert_eq!(answer.status, 410, "the old mailbox is no way in any more");
}

#[tokio::test]
async fn an_address_that_somebody_has_is_told_to_its_reader_only() {
    let shop = TestShop::open().await;
    let person = signed_up(&shop, EMAIL).await;
    signed_up(&shop, NEW_EMAIL).await;
    let free = change(&person, PASSWORD, "free@example.kr").await;
    let taken = change(&person, PASSWORD, NEW_EMAIL).await;
    assert_eq!((taken.status, &taken.text), (free.status, &free.text));

    letter(&shop, NEW_EMAIL, "새 이메일 확인하기", 1).await;
    let theirs = mailbox(&shop, NEW_EMAIL).into_iter().find(|l| l.contains("새 이메일 확인하기"));
    let token = theirs.unwrap().split("/confirm?token=").nth(1).unwrap()[..22].to_owned();
    let answer = confirm(&shop, &token).await;
    assert_eq!((answer.status, answer.problem("email")), (409, Some("taken".into())));
    assert_eq!(log_in(&shop, EMAIL, PASSWORD).await.status, 200, "nothing has changed");
}

#[tokio::test]
async fn a_visitor_has_no_address_to_confirm_or_to_change() {
    let shop = TestShop::open().await;
    for function in ["members/send_confirmation", "members/change_email"] {
        assert_eq!(shop.visitor().call(function, &[]).await.status, 401, "{function}");
    }
}

#[tokio::test]
async fn a_member_is_told_of_their_new_password_in_their_language() {
    let shop = TestShop::open().await;
    let person = signed_up(&shop, EMAIL).await.reading("en");
    let form = [("current_password", PASSWORD), ("new_password", NEW_PASSWORD)];
    assert_eq!(person.call("members/change_password", &form).await.status, 200);
    let letter = letter(&shop, EMAIL, "The password of your account was changed just now", 1).await;
    assert!(letter.contains("Subject: Your password at Seonchak has been changed"), "{letter}");
}
