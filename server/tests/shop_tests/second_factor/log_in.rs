use super::*;
use crate::kit::telephone::STEP;
use serde_json::json;
use shop::Shop;
use shop::members::factor::{HALF_GOOD_FOR, reseal_all};
use shop::members::sessions::SessionKey;
use shop::members::{Device, Entry};
use shop::parts::{Settings, SystemEntropy};
use std::sync::Arc;
use std::time::Duration;

fn half_of(answer: &Answer) -> String {
    let cookie = answer.header("set-cookie").unwrap();
    cookie.strip_prefix("log-in=").unwrap().split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_right_password_asks_for_a_code_and_the_code_lets_in() {
    let shop = TestShop::open().await;
    let (_, telephone, _) = admin(&shop).await;
    let person = shop.visitor();
    let form = [("email", EMAIL), ("password", PASSWORD), ("next", "/admin")];
    let request = person.post("members/log_in").header("accept", "text/html").form(&form);
    let answer = person.send(request).await;
    let asks_at = "/log-in/code?next=%2Fadmin";
    assert_eq!((answer.status, answer.header("location")), (302, Some(asks_at)));
    let cookie = answer.header("set-cookie").unwrap();
    assert!(cookie.starts_with("log-in=") && cookie.contains("Max-Age=300; HttpOnly"), "{cookie}");
    assert!(!is_signed_in(&person).await, "a password alone is not enough");

    let page = person.get(asks_at).await.text;
    for text in ["autocomplete=\"one-time-code\"", "inputmode=\"numeric\"", "value=\"/admin\""] {
        assert!(page.contains(text), "{text}: {page}");
    }
    let form = [("code", telephone.code(shop.now())), ("next", "/admin".into())];
    let request = person.post("members/log_in_code").header("accept", "text/html").form(&form);
    let answer = person.send(request).await;
    assert_eq!((answer.status, answer.header("location")), (302, Some("/admin")));
    assert!(is_signed_in(&person).await);
    assert_eq!(person.get("/admin").await.status, 200);
}

#[tokio::test]
async fn a_code_lets_in_once_and_none_that_is_older_after_it() {
    let shop = TestShop::open().await;
    let (_, telephone, _) = admin(&shop).await;
    let before = telephone.code(shop.now());
    shop.clock.advance(STEP);
    let code = telephone.code(shop.now());
    let (first, second) = (half_in(&shop).await, half_in(&shop).await);
    let (one, other) = futures::join!(show_code(&first, &code), show_code(&second, &code));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422], "of two who show it at once one is let in");
    for used in [code, before] {
        let person = half_in(&shop).await;
        let answer = show_code(&person, &used).await;
        assert_eq!(problem(&answer), (422, Some(json!("wrong_code"))));
        assert!(!is_signed_in(&person).await);
    }
}

#[tokio::test]
async fn a_clock_may_be_half_a_minute_wrong_and_not_more() {
    let shop = TestShop::open().await;
    let (_, telephone, _) = admin(&shop).await;
    // In the middle of a step, so that a slow test does not run into the next one.
    let into_step = shop.now().ms().rem_euclid(STEP.as_millis() as i64);
    shop.clock.advance(2 * STEP + Duration::from_secs(5) - Duration::from_millis(into_step as u64));
    let person = half_in(&shop).await;
    let now = shop.now();
    for far in [now.minus(2 * STEP), now.plus(2 * STEP)] {
        let answer = show_code(&person, &telephone.code(far)).await;
        assert_eq!(problem(&answer), (422, Some(json!("wrong_code"))));
    }
    assert_eq!(show_code(&person, &telephone.code(now.minus(STEP))).await.status, 200);
    let person = half_in(&shop).await;
    assert_eq!(show_code(&person, &telephone.code(now.plus(STEP))).await.status, 200);
}

#[tokio::test]
async fn a_recovery_code_lets_in_once_and_the_record_says_so() {
    let shop = TestShop::open().await;
    let (admin, _, codes) = admin(&shop).await;
    let typed = codes[3].to_lowercase().replace('-', " ");
    let person = half_in(&shop).await;
    assert_eq!(show_code(&person, &typed).await.status, 200);
    assert!(is_signed_in(&person).await);
    let again = half_in(&shop).await;
    assert_eq!(show_code(&again, &codes[3]).await.status, 422);
    assert_eq!(show_code(&again, &codes[4]).await.status, 200);
    let standing = admin.call("members/factor", &[]).await.json();
    assert_eq!(standing["set"]["codes_left"], 8);
    let me = admin.call("members/me", &[]).await.json()["id"].as_u64().unwrap();
    let actions = ["set_factor", "use_recovery_code", "use_recovery_code"];
    let expected = actions.map(|action| (format!("members.{action}"), me, me));
    assert_eq!(record(&shop).await, expected);
}

#[tokio::test]
async fn after_five_wrong_codes_a_right_one_waits_for_a_quarter_of_an_hour() {
    let shop = TestShop::open().await;
    let (_, telephone, codes) = admin(&shop).await;
    let wrong = telephone.code(shop.now().plus(100 * STEP));
    for text in ["", "12", "seonchak"] {
        let person = half_in(&shop).await;
        assert_eq!(show_code(&person, text).await.status, 422, "what is no code is no try");
    }
    for _ in 0..5 {
        // From a new half each time: the tries are the account's.
        let person = half_in(&shop).await;
        assert_eq!(problem(&show_code(&person, &wrong).await), (422, Some(json!("wrong_code"))));
    }
    let person = half_in(&shop).await;
    for right in [&telephone.code(shop.now()), &codes[0]] {
        let answer = show_code(&person, right).await;
        assert_eq!(answer.status, 429, "{answer:?}");
        let wait: u64 = answer.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=15 * 60).contains(&wait), "{wait}");
        assert!(answer.json()["message"].as_str().unwrap().contains("15분"), "{answer:?}");
    }
    shop.clock.advance(Duration::from_secs(15 * 60));
    let person = half_in(&shop).await;
    assert_eq!(show_code(&person, &telephone.code(shop.now())).await.status, 200);
    assert!(is_signed_in(&person).await);
}

#[tokio::test]
async fn half_of_a_log_in_is_no_session_and_a_session_is_no_half() {
    let shop = TestShop::open().await;
    let (_, telephone, _) = admin(&shop).await;
    let shopper = shop.member("a@b.kr").await;
    let half = half_of(&log_in(&shop.visitor()).await);
    let drop = shop.drop_of(1).await;
    assert_eq!(shopper.with_token(&half).join(drop).await.status, 401);
    let code = telephone.code(shop.now());
    let own_session = format!("log-in={}", shopper.token());
    for cookie in [own_session.as_str(), "log-in=", "log-in=x", "other=1"] {
        let answer = show_code(&shop.visitor().forging(cookie), &code).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (401, &json!("log_in_again")));
    }
    let answer = show_code(&shop.visitor().forging(&format!("log-in={half}")), &code).await;
    assert_eq!(answer.status, 200, "the right one would have been good");
}

#[tokio::test]
async fn half_of_a_log_in_ends_by_itself_and_with_the_password() {
    let shop = TestShop::open().await;
    let (admin, telephone, _) = admin(&shop).await;
    let late = half_in(&shop).await;
    // The browser forgets the cookie as well; somebody who kept it gains nothing.
    let kept = shop.visitor().forging(&format!("log-in={}", half_of(&log_in(&late).await)));
    shop.clock.advance(HALF_GOOD_FOR);
    assert_eq!(show_code(&kept, &telephone.code(shop.now())).await.status, 401);

    let overtaken = half_in(&shop).await;
    let form = [("current_password", PASSWORD), ("new_password", "another fine one")];
    assert_eq!(admin.call("members/change_password", &form).await.status, 200);
    assert_eq!(show_code(&overtaken, &telephone.code(shop.now())).await.status, 401);
    assert!(!is_signed_in(&overtaken).await);
}

#[tokio::test]
async fn a_factor_outlives_the_key_that_sealed_it() {
    let shop = TestShop::open().await;
    let (_, telephone, _) = admin(&shop).await;
    let new_key = SessionKey::parse(&"7".repeat(64)).unwrap();
    let with = |session_keys| {
        let settings = Settings { session_keys, ..shop.settings.clone() };
        Shop::new(&settings, shop.clock.clone(), Arc::new(SystemEntropy)).unwrap()
    };
    let rotated = with([vec![new_key.clone()], shop.settings.session_keys.clone()].concat());
    let new_only = with(vec![new_key]);
    let try_in = async |at: &Shop, code: &str| {
        let device = Device::default();
        let entry = members::log_in(at, EMAIL, PASSWORD, device).await.unwrap();
        let Entry::AskForCode(half) = entry else { panic!("let in without a code") };
        members::log_in_code(at, &half, code, device).await.is_ok()
    };
    let code = telephone.code(shop.now());
    assert!(!try_in(&new_only, &code).await, "the old key is needed until a server has started");
    reseal_all(&rotated).await.unwrap();
    assert!(try_in(&new_only, &code).await);
}
