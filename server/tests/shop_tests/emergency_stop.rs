//! The emergency stop: every new click waits, whoever has a ticket does not.

use crate::kit::socket::Socket;
use crate::kit::{Mode, Person, TestShop, until};
use serde_json::json;
use shop::drops::DropId;
use shop::live::{FromBrowser, ToBrowser};

/// Waits until every server answers a click of this state.
async fn until_clicks_are(shop: &TestShop, person: &Person, drop: DropId, state: &str) {
    for server in 0..shop.servers.len() {
        let person = person.at(shop.url(server));
        until(&format!("a click is {state}"), async || {
            (person.join(drop).await.state() == state).then_some(())
        })
        .await;
    }
}

async fn turn(admin: &Person, switch: &str) {
    let answer = admin.call(&format!("drops/{switch}"), &[]).await;
    assert_eq!(answer.status, 200, "{switch}: {answer:?}");
}

#[tokio::test]
async fn every_new_click_waits_without_redis_and_mysql_and_goes_on_by_itself() {
    let shop = TestShop::open_with(2).await;
    let admin = shop.admin("admin@b.kr").await;
    let (person, known) = (shop.member("a@b.kr").await, shop.drop_of(5).await);
    let (unknown, asked) = (shop.drop_of(5).await, shop.drop_of(5).await);
    until("one drop is known here", async || {
        person.mine(known).await;
        shop.servers[0].shop.lines.view(known, shop.now())
    })
    .await;
    turn(&admin, "stop").await;
    // A server that has not heard of it yet counts the click: not in the drop that is looked at.
    until_clicks_are(&shop, &person, asked, "stopped").await;
    shop.redis.set(Mode::Cut);
    shop.mysql.set(Mode::Cut);
    for drop in [known, unknown] {
        let answer = person.join(drop).await;
        assert_eq!(answer.json(), json!({"state": "stopped", "poll_after_ms": 5_000}));
    }
    assert_eq!(shop.visitor().get("/?q=tea").await.status, 200, "other pages go on");
    shop.redis.set(Mode::Pass);
    shop.mysql.set(Mode::Pass);
    assert!(shop.coupons(known).await.is_empty());
    until("the admin can turn it off", async || {
        (admin.call("drops/go_on", &[]).await.status == 200).then_some(())
    })
    .await;
    until("the click counts", async || {
        let answer = person.join(known).await;
        (answer.status == 200 && answer.state() == "issued").then_some(())
    })
    .await;
}

#[tokio::test]
async fn who_has_a_ticket_keeps_the_place_and_is_served() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    let drop = shop.drop_with(10, |new| new.rate_per_s = Some(1)).await;
    let mut people = vec![];
    for name in ["a", "b", "c"] {
        let person = shop.member(&format!("{name}@b.kr")).await;
        person.join(drop).await;
        people.push(person);
    }
    turn(&admin, "stop").await;
    let late = shop.member("late@b.kr").await;
    until_clicks_are(&shop, &late, drop, "stopped").await;
    assert_eq!(late.mine(drop).await.state(), "not_joined");
    for person in &people {
        person.until_place_is(drop, "issued").await;
    }
    assert_eq!(late.join(drop).await.state(), "stopped", "with coupons left");
    assert_eq!(shop.coupons(drop).await.len(), 3);
}

#[tokio::test]
async fn it_is_known_after_a_start_and_where_no_news_came() {
    let mut shop = TestShop::open_with(0).await;
    let by = crate::kit::shop::insert_member(&shop.direct, "owner@b.kr").await;
    let drop = shop.drop_of(5).await;
    let row = "insert into drops_stop (id, stopped_at, stopped_by) values (1, ?, ?)";
    sqlx::query(row).bind(shop.now()).bind(by.0).execute(&shop.direct.mysql).await.unwrap();
    shop.add_server().await;
    let person = shop.member("a@b.kr").await;
    assert_eq!(person.join(drop).await.state(), "stopped");
    sqlx::query("delete from drops_stop").execute(&shop.direct.mysql).await.unwrap();
    person.join(drop).await;
    until("the reconciler has looked", async || {
        (person.join(drop).await.state() == "issued").then_some(())
    })
    .await;
}

#[tokio::test]
async fn the_owners_page_says_who_stopped_it_and_the_record_has_each_turn_once() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    shop.drop_of(5).await;
    let page = admin.get("/admin/drops").await;
    assert!(page.text.contains("stop-send") && !page.text.contains("go-on-send"));
    for switch in ["stop", "stop", "go_on", "go_on", "stop"] {
        turn(&admin, switch).await;
    }
    let list = admin.call("drops/owner_list", &[]).await.json();
    assert_eq!(list["stopped"]["by"], "시험");
    let page = admin.get("/admin/drops").await;
    assert!(page.text.contains("go-on-send") && page.text.contains("시험"), "{}", page.text);
    let record = admin.call("audit/list", &[("subject", "shop")]).await.json();
    let entries = record["entries"].as_array().unwrap();
    let actions: Vec<_> = entries.iter().map(|e| e["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["drops.stop", "drops.go_on", "drops.stop"]);
    assert_eq!(entries[0]["actor"]["id"], admin.id().0);
}

#[tokio::test]
async fn pages_are_told_when_it_begins_and_when_it_ends() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    let drop_id = shop.drop_of(5).await;
    let mut socket = Socket::open(&shop, 0, None).await;
    socket.say(&FromBrowser::Follow { drop_id }).await;
    let page = format!("/drops/{}", drop_id.0);
    for (switch, is_on) in [("stop", true), ("go_on", false)] {
        turn(&admin, switch).await;
        socket
            .hear(switch, |frame| match frame {
                ToBrowser::Line { is_stopped, .. } => (is_stopped == is_on).then_some(()),
                _ => None,
            })
            .await;
        let page = shop.member(&format!("{switch}@b.kr")).await.get(&page).await;
        assert_eq!(page.text.contains("잠시 멈췄어요"), is_on, "{}", page.text);
    }
}
