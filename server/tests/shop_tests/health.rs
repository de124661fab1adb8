//! What the machines that look after the shop are told.

use crate::kit::{Mode, Person, TestShop, until};
use serde_json::json;

#[tokio::test]
async fn each_part_has_its_state() {
    let shop = TestShop::open().await;
    assert_eq!(shop.visitor().get("/healthz").await.text, "ok\n");
    let all_up =
        json!({"ready": true, "mysql": "up", "redis": "up", "kafka": "up", "rehearsal": false});
    until("everything is up", async || {
        (shop.visitor().get("/readyz").await.json() == all_up).then_some(())
    })
    .await;

    let parts =
        [("redis", &shop.redis, 200), ("kafka", &shop.kafka, 200), ("mysql", &shop.mysql, 503)];
    for (name, proxy, status) in parts {
        for mode in [Mode::Cut, Mode::Stall] {
            proxy.set(mode);
            let answer = until("it is seen to be down", async || {
                let answer = shop.visitor().get("/readyz").await;
                (answer.json()[name] == "down").then_some(answer)
            })
            .await;
            assert_eq!(answer.status, status, "{name} {mode:?}");
            assert_eq!(shop.visitor().get("/healthz").await.status, 200);
            proxy.set(Mode::Pass);
            until("it is seen to be up again", async || {
                (shop.visitor().get("/readyz").await.json() == all_up).then_some(())
            })
            .await;
        }
    }
}

#[tokio::test]
async fn without_kafka_the_rest_goes_on_and_it_is_found_when_it_comes() {
    for mode in [Mode::Cut, Mode::Stall] {
        let mut shop = TestShop::open_with(0).await;
        shop.kafka.set(mode);
        shop.add_server().await;
        let answer = shop.visitor().get("/readyz").await;
        assert_eq!((answer.status, &answer.json()["kafka"]), (200, &json!("down")), "{mode:?}");
        assert_eq!(shop.visitor().call("catalog/search", &[]).await.status, 200);
        shop.kafka.set(Mode::Pass);
        until("Kafka is found", async || {
            (shop.visitor().get("/readyz").await.json()["kafka"] == "up").then_some(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_shop_says_whether_it_may_be_rehearsed_at() {
    let mut shop = TestShop::open_with(0).await;
    for marked in [true, false] {
        shop.add_server_for(marked).await;
    }
    for (server, marked) in [(0, true), (1, false)] {
        let answer = Person::new(&shop.url(server), None).get("/readyz").await;
        assert_eq!(answer.json()["rehearsal"], marked);
    }
}

#[tokio::test]
async fn metrics_count_what_happens() {
    let shop = TestShop::open().await;
    shop.visitor().call("catalog/search", &[]).await;
    let metrics = shop.visitor().get("/metrics").await.text;
    let line = r#"seonchak_http_requests_total{route="/api/catalog/search",status="200"}"#;
    assert!(metrics.contains(line), "{metrics}");
    assert!(metrics.contains("seonchak_sockets"), "{metrics}");
}

#[tokio::test]
async fn every_answer_has_a_request_id() {
    let shop = TestShop::open().await;
    let person = shop.visitor();
    let first = person.get("/healthz").await;
    let second = person.get("/healthz").await;
    assert!(first.header("x-request-id").is_some());
    assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
}

#[tokio::test]
async fn a_request_id_is_a_trusted_proxys_or_our_own() {
    let mut shop = TestShop::open_with(1).await;
    shop.clicks.trusted_proxies = "127.0.0.1/32".parse().unwrap();
    shop.add_server().await;
    for (server, is_kept) in [(0, false), (1, true)] {
        let person = Person::new(&shop.url(server), None);
        let sent = person.get_from("/healthz").header("x-request-id", "forged");
        let answer = person.send(sent).await;
        let id = answer.header("x-request-id").unwrap();
        assert_eq!(id == "forged", is_kept, "{id}");
    }
}
