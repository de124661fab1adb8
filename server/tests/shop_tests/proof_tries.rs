//! Wrong passwords in the forms of somebody who is signed in: so many in a session, and no more.

use crate::kit::person::Answer;
use crate::kit::{Person, TestShop};
use shop::members::tries::{COUNTED_FOR, TRIES_PER_SESSION};
use shop::members::{self, Role};
use std::time::Duration;

const EMAIL: &str = "a@b.kr";
const PASSWORD: &str = "one fine password";
const NEW_PASSWORD: &str = "another fine one";
/// Every form that asks who is signed in for their password, and where it stands.
const FORMS: [(&str, &str); 5] = [
    ("members/change_password", "/account/password"),
    ("members/change_email", "/account/email"),
    ("members/begin_factor", "/account/factor"),
    ("members/remove_factor", "/account/factor"),
    ("members/leave", "/account/leave"),
];

/// Somebody of the staff, for whom all of the forms are; two servers.
async fn signed_up() -> (TestShop, Person) {
    let shop = TestShop::open_with(2).await;
    let person = shop.visitor();
    let form = [("name", "김지우"), ("email", EMAIL), ("password", PASSWORD), ("address", "서울")];
    assert_eq!(person.call("members/sign_up", &form).await.status, 200);
    // A colleague, so that this one may leave.
    shop.admin("colleague@b.kr").await;
    members::grant(&shop.direct, EMAIL, Role::Admin, "test").await.unwrap();
    (shop, person)
}

fn filled_in(password: &str) -> [(&str, &str); 3] {
    [("current_password", password), ("new_password", NEW_PASSWORD), ("email", "new@b.kr")]
}

async fn send(person: &Person, function: &str, password: &str) -> Answer {
    person.call(function, &filled_in(password)).await
}

/// Guesses as often as is let through, in all forms and at both servers.
async fn guess(shop: &TestShop, person: &Person) {
    for n in 0..TRIES_PER_SESSION as usize {
        let (function, _) = FORMS[n % FORMS.len()];
        let answer = send(&person.at(shop.url(n % 2)), function, "wrong password").await;
        assert_eq!(answer.status, 422, "{function}: {answer:?}");
        assert_eq!(answer.problem("current_password").unwrap(), "wrong_password", "{function}");
    }
}

async fn log_in(shop: &TestShop) -> Person {
    let person = shop.visitor();
    let form = [("email", EMAIL), ("password", PASSWORD)];
    assert_eq!(person.call("members/log_in", &form).await.status, 200);
    person
}

#[tokio::test]
async fn the_eleventh_wrong_password_is_refused_in_every_form_even_if_it_is_right() {
    let (shop, person) = signed_up().await;
    guess(&shop, &person).await;
    for (n, (function, _)) in FORMS.into_iter().enumerate() {
        let refused = send(&person.at(shop.url(n % 2)), function, PASSWORD).await;
        assert_eq!(refused.status, 429, "{function}: {refused:?}");
        let wait: u64 = refused.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=COUNTED_FOR.as_secs() + 1).contains(&wait), "{wait}");
        assert!(refused.json()["message"].as_str().unwrap().contains("분 뒤에"), "{refused:?}");
    }
    assert_eq!(person.call("members/factor", &[]).await.json(), "none", "nothing was done");
    shop.clock.advance(COUNTED_FOR + Duration::from_secs(1));
    assert_eq!(send(&person, "members/change_password", PASSWORD).await.status, 200);
}

#[tokio::test]
async fn a_thief_of_one_session_closes_none_of_its_owners_others() {
    let (shop, stolen) = signed_up().await;
    let own = log_in(&shop).await;
    guess(&shop, &stolen).await;
    assert_eq!(send(&stolen, "members/leave", PASSWORD).await.status, 429);
    log_in(&shop).await;
    assert_eq!(send(&own, "members/change_password", PASSWORD).await.status, 200);
    assert!(stolen.call("members/me", &[]).await.json().is_null(), "and the thief is out");
}

#[tokio::test]
async fn guesses_in_a_form_that_come_together_are_all_counted() {
    let (_shop, person) = signed_up().await;
    let guesses = (0..30).map(|_| send(&person, "members/remove_factor", "wrong password"));
    let answers = futures::future::join_all(guesses).await;
    let looked_at = answers.iter().filter(|answer| answer.status == 422).count();
    assert_eq!(looked_at, TRIES_PER_SESSION as usize);
    assert_eq!(answers.iter().filter(|answer| answer.status == 429).count(), 30 - looked_at);
}

#[tokio::test]
async fn neither_right_passwords_nor_empty_fields_are_counted() {
    let (_shop, person) = signed_up().await;
    for _ in 0..=TRIES_PER_SESSION {
        assert_eq!(send(&person, "members/remove_factor", PASSWORD).await.status, 200);
        let empty = send(&person, "members/remove_factor", "").await;
        assert_eq!(empty.problem("current_password").unwrap(), "missing");
    }
    assert_eq!(send(&person, "members/remove_factor", "wrong password").await.status, 422);
}

#[tokio::test]
async fn who_has_no_password_is_counted_where_one_is_asked_for_and_leaves_without_one() {
    let (shop, person) = signed_up().await;
    sqlx::query("update members set password_hash = null where email = ?")
        .bind(EMAIL)
        .execute(&shop.direct.mysql)
        .await
        .unwrap();
    for _ in 0..TRIES_PER_SESSION {
        assert_eq!(send(&person, "members/change_password", PASSWORD).await.status, 422);
    }
    assert_eq!(send(&person, "members/change_password", PASSWORD).await.status, 429);
    assert_eq!(send(&person, "members/leave", "").await.status, 200, "they signed in just now");
}

#[tokio::test]
async fn without_javascript_each_form_says_how_long_to_wait() {
    let (shop, person) = signed_up().await;
    guess(&shop, &person).await;
    for (function, page) in FORMS {
        if function == "members/remove_factor" {
            // Shown to whoever has a factor, in place of the form that begins one.
            continue;
        }
        let form = person.post(function).header("accept", "text/html");
        let form = form.header("referer", format!("{}{page}", shop.url(0)));
        let answer = person.send(form.form(&filled_in(PASSWORD))).await;
        assert_eq!(answer.status, 302, "{function}");
        let led_to = answer.header("location").unwrap().to_owned();
        let page = person.get(led_to.strip_prefix(&shop.url(0)).unwrap()).await;
        assert!(page.text.contains("시도가 너무 많았어요. 15분 뒤에"), "{function}: {}", page.text);
    }
}
