//! The shop behind the project's own proxy (`proxy/Caddyfile`).

mod hello;

use crate::kit::TestShop;
use crate::kit::caddy::{Caddy, Ports};
use crate::kit::port::free_port;
use futures::StreamExt;
use hello::{GOOD, OLD, Said, TLS_1_1, TLS_1_2, say};
use reqwest::Response;
use std::num::NonZeroU32;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::Role;

const HELLO: &str = r#""type":"hello""#;

/// A shop of one server, and Caddy before it.
async fn behind_caddy() -> (TestShop, Caddy) {
    let mut shop = TestShop::open_with(0).await;
    let ports = Ports::choose();
    shop.https = true;
    shop.sign_in.origin = ports.origin();
    shop.clicks.trusted_proxies = "127.0.0.1".parse().unwrap();
    shop.clicks.sign_ups_per_hour = NonZeroU32::new(1);
    shop.add_server().await;
    let caddy = Caddy::start(ports, &[shop.servers[0].address.to_string()]).await;
    (shop, caddy)
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn http_only_leads_to_https() {
    let (_shop, caddy) = behind_caddy().await;
    let led = caddy.client().get(caddy.http("/drops?x=1")).send().await.unwrap();
    assert_eq!(led.status(), 308);
    let location = header(&led, "location");
    assert!(location.starts_with("https://localhost") && location.ends_with("/drops?x=1"));
}

#[tokio::test]
async fn only_new_versions_and_good_ciphers_are_spoken() {
    let (_shop, caddy) = behind_caddy().await;
    assert_eq!(say(&caddy, TLS_1_2, GOOD), Said::Hello);
    assert_eq!(say(&caddy, TLS_1_1, OLD), Said::Alert(70));
    assert_eq!(say(&caddy, TLS_1_2, OLD), Said::Alert(40));
}

#[tokio::test]
async fn a_browser_stays_on_https_and_its_cookies_too() {
    let (_shop, caddy) = behind_caddy().await;
    let client = caddy.client();
    let page = client.get(caddy.https("/")).send().await.unwrap();
    assert_eq!(page.status(), 200);
    assert!(header(&page, "strict-transport-security").starts_with("max-age=63072000"));
    let chosen = client
        .post(caddy.https("/language"))
        .header("sec-fetch-site", "same-origin")
        .form(&[("language", "en")])
        .send()
        .await
        .unwrap();
    let cookie = header(&chosen, "set-cookie");
    assert!(cookie.starts_with("__Host-language=en; ") && cookie.ends_with("; Secure"), "{cookie}");
}

#[tokio::test]
async fn what_is_for_whoever_runs_the_shop_is_not_there() {
    let (shop, caddy) = behind_caddy().await;
    let client = caddy.client();
    for path in ["/metrics", "/healthz", "/readyz"] {
        assert_eq!(client.get(shop.url(0) + path).send().await.unwrap().status(), 200, "{path}");
    }
    for path in ["/metrics", "/healthz", "/readyz", "/METRICS", "/%6detrics", "//metrics"] {
        let answer = client.get(caddy.https(path)).send().await.unwrap();
        assert_eq!(answer.status(), 404, "{path}");
    }
}

#[tokio::test]
async fn nobody_writes_themselves_where_they_come_from_or_what_their_request_is_called() {
    let (_shop, caddy) = behind_caddy().await;
    let client = caddy.client();
    let mut statuses = vec![];
    for (n, forged) in ["203.0.113.7", "198.51.100.1"].into_iter().enumerate() {
        let form = [
            ("name", "김지우"),
            ("email", ["a@b.kr", "c@b.kr"][n]),
            ("password", "파도가 치는 밤바다 88"),
            ("address", "서울"),
        ];
        let answer = client
            .post(caddy.https("/api/members/sign_up"))
            .header("sec-fetch-site", "same-origin")
            .header("accept", "application/json")
            .header("x-forwarded-for", forged)
            .header("x-request-id", "forged")
            .form(&form)
            .send()
            .await
            .unwrap();
        statuses.push(answer.status().as_u16());
        let id = header(&answer, "x-request-id");
        assert!(!id.is_empty() && id != "forged", "{id}");
    }
    assert_eq!(statuses, [200, 429]);
}

#[tokio::test]
async fn a_socket_goes_through_for_our_own_pages_only() {
    let (_shop, caddy) = behind_caddy().await;
    let knock = async |origin: &str| {
        caddy
            .client()
            .get(caddy.https("/live"))
            .header("connection", "upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==")
            .header("origin", origin)
            .send()
            .await
            .unwrap()
    };
    let own = caddy.https("");
    let opened = knock(&own).await;
    assert_eq!(opened.status(), 101);
    let stream = opened.upgrade().await.unwrap();
    let mut socket = WebSocketStream::from_raw_socket(stream, Role::Client, None).await;
    let first = socket.next().await.unwrap().unwrap();
    assert!(first.to_text().unwrap().contains(HELLO), "{first}");
    for foreign in ["https://evil.kr", &own.replace("https", "http")] {
        assert_eq!(knock(foreign).await.status(), 403, "{foreign}");
    }
}

#[tokio::test]
async fn while_no_server_is_there_a_page_says_so_and_tries_again() {
    let caddy = Caddy::start(Ports::choose(), &[format!("127.0.0.1:{}", free_port())]).await;
    let away = caddy.client().get(caddy.https("/drops/1")).send().await.unwrap();
    assert_eq!(away.status(), 503);
    assert_eq!(header(&away, "retry-after"), "5");
    assert_eq!(header(&away, "cache-control"), "no-store");
    let page = away.text().await.unwrap();
    assert!(page.contains("잠시만 기다려 주세요") && page.contains("cannot be reached"));
    assert!(page.contains(r#"http-equiv="refresh""#));
}
