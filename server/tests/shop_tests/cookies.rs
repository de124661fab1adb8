//! Every cookie that the shop gives: over https for this very host only, and for no script.

use crate::kit::{Answer, TestShop};

const MEMBER: [(&str, &str); 4] = [
    ("name", "김지우"),
    ("email", "a@b.kr"),
    ("password", "one fine password"),
    ("address", "서울"),
];

/// The cookies of an answer, their secrets left out, in the order of their names.
fn cookies(answer: &Answer) -> Vec<String> {
    assert!(answer.status < 400, "{answer:?}");
    let texts = answer.headers.get_all("set-cookie").iter().map(|text| text.to_str().unwrap());
    let mut cookies: Vec<String> = texts
        .map(|text| {
            let (pair, rest) = text.split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let value = if value.len() > 2 { "…" } else { value };
            format!("{name}={value};{rest}")
        })
        .collect();
    cookies.sort();
    cookies
}

/// Everything that gives a cookie or takes one away.
async fn all(shop: &TestShop) -> Vec<Vec<String>> {
    let product = shop.add(Default::default()).await.to_string();
    shop.see_products().await;
    let key = "AAAAAAAAAAAAAAAAAAAAAA";
    let person = shop.visitor();
    let with_all =
        person.forging(&format!("__Host-cart={key}; __Host-chat={key}; cart={key}; chat={key}"));
    let choose = person.post_to("/language").form(&[("language", "en")]);
    vec![
        cookies(&person.call("members/sign_up", &MEMBER).await),
        cookies(&with_all.call("members/log_in", &MEMBER).await),
        cookies(&person.call("members/log_out", &[]).await),
        cookies(
            &shop.visitor().call("cart/add", &[("product_id", &product), ("count", "1")]).await,
        ),
        cookies(&shop.visitor().call("chat/send", &[("text", "안녕하세요")]).await),
        cookies(&person.send(choose).await),
    ]
}

#[tokio::test]
async fn over_https_each_is_for_this_host_secure_and_for_no_script() {
    let mut shop = TestShop::with_chat(0).await;
    shop.https = true;
    shop.add_server().await;
    let given = all(&shop).await;
    let names: Vec<Vec<&str>> = given
        .iter()
        .map(|cookies| cookies.iter().map(|cookie| cookie.split('=').next().unwrap()).collect())
        .collect();
    let expected: [&[&str]; 6] = [
        &["__Host-session"],
        &["__Host-cart", "__Host-chat", "__Host-session"],
        &["__Host-session"],
        &["__Host-cart"],
        &["__Host-chat"],
        &["__Host-language"],
    ];
    assert_eq!(names, expected);
    for cookie in given.iter().flatten() {
        let (_, rest) = cookie.split_once(';').unwrap();
        let parts: Vec<&str> = rest.split(';').map(str::trim).collect();
        let [path, age, only, site, secure] = parts[..] else { panic!("{cookie}") };
        assert!(age.starts_with("Max-Age="), "{cookie}");
        assert_eq!(
            [path, only, site, secure],
            ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"],
            "{cookie}"
        );
    }
    assert!(given[2][0].starts_with("__Host-session=; Path=/; Max-Age=0;"), "{given:?}");
}

#[tokio::test]
async fn over_http_none_claims_a_host_or_is_secure() {
    let shop = TestShop::with_chat(1).await;
    for cookie in all(&shop).await.iter().flatten() {
        assert!(!cookie.contains("__Host-") && !cookie.contains("Secure"), "{cookie}");
        assert!(cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
    }
}
