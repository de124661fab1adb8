//! A session's token: new with every log-in, and worth what the keys of its seal are worth.

use crate::kit::shop::SESSION_KEY;
use crate::kit::{Answer, Person, TestShop};
use shop::members::sessions::SessionKey;

const NEXT_KEY: &str = "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210";
const MEMBER: [(&str, &str); 4] = [
    ("name", "김지우"),
    ("email", "a@b.kr"),
    ("password", "one fine password"),
    ("address", "서울"),
];

fn token(answer: &Answer) -> String {
    let cookie = answer.header("set-cookie").unwrap_or_else(|| panic!("{answer:?}"));
    cookie.trim_start_matches("session=").split(';').next().unwrap().to_owned()
}

async fn is_known(person: &Person, token: &str) -> bool {
    person.with_token(token).call("members/profile", &[]).await.status == 200
}

#[tokio::test]
async fn every_log_in_gives_a_token_of_its_own_whatever_was_brought_along() {
    let shop = TestShop::open().await;
    let signed_up = token(&shop.visitor().call("members/sign_up", &MEMBER).await);
    let planted = "A".repeat(107);
    let mut tokens = vec![signed_up.clone()];
    for brought in [&signed_up, &planted] {
        let person = shop.visitor().with_token(brought);
        tokens.push(token(&person.call("members/log_in", &MEMBER).await));
    }
    for (i, token) in tokens.iter().enumerate() {
        assert!(!tokens[..i].contains(token) && *token != planted, "{i}");
    }
    assert!(!is_known(&shop.visitor(), &planted).await);
    // The browser's last session is over, and no other.
    assert_eq!(which_are_known(&shop, &tokens).await, [false, true, true]);
    // Logging out ends the one, and no other.
    shop.visitor().with_token(&tokens[1]).call("members/log_out", &[]).await;
    assert_eq!(which_are_known(&shop, &tokens).await, [false, false, true]);
}

async fn which_are_known(shop: &TestShop, tokens: &[String]) -> Vec<bool> {
    let mut known = vec![];
    for token in tokens {
        known.push(is_known(&shop.visitor(), token).await);
    }
    known
}

#[tokio::test]
async fn a_key_is_replaced_without_signing_anybody_out_and_ends_its_sessions_when_it_goes() {
    let mut shop = TestShop::open_with(0).await;
    let keys = |texts: &[&str]| texts.iter().map(|key| SessionKey::parse(key).unwrap()).collect();
    let stages: [&[&str]; 4] =
        [&[SESSION_KEY], &[SESSION_KEY, NEXT_KEY], &[NEXT_KEY, SESSION_KEY], &[NEXT_KEY]];
    for stage in stages {
        shop.settings.session_keys = keys(stage);
        shop.add_server().await;
    }
    let at = |server| shop.visitor().at(shop.url(server));
    let old = token(&at(0).call("members/sign_up", &MEMBER).await);
    let also_old = token(&at(1).call("members/log_in", &MEMBER).await);
    let new = token(&at(2).call("members/log_in", &MEMBER).await);
    let mut known = vec![];
    for token in [&old, &also_old, &new] {
        let mut row = [false; 4];
        for (server, known) in row.iter_mut().enumerate() {
            *known = is_known(&at(server), token).await;
        }
        known.push(row);
    }
    // The first key seals: whoever is to believe the new one has to know it before.
    let (old, new) = ([true, true, true, false], [false, true, true, true]);
    assert_eq!(known, [old, old, new]);
}
