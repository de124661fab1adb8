//! What is refused because it is not the asker's, and what no page of ours sends.

use super::{MAIL, NETWORK, PASSWORD, keeps_no_secret};
use crate::kit::log::LoggedServer;
use crate::kit::{Mode, Person, TestShop};
use futures::future::join_all;

const FORGED: &str = "forged-token-of-somebody";

#[tokio::test]
async fn whoever_asks_for_what_is_not_theirs_is_noted() {
    let shop = TestShop::open_with(1).await;
    let server = LoggedServer::start(&shop).await;
    let person = shop.member("a@b.kr").await.at(server.url.clone());
    let asked = [
        ("members/owner_list", ("page", "1"), 403, "not_allowed"),
        ("orders/show", ("order_id", "999999"), 404, "not_theirs"),
        ("members/end_session", ("session_id", "999999"), 404, "not_theirs"),
    ];
    for (number, (function, form, status, event)) in asked.into_iter().enumerate() {
        assert_eq!(person.call(function, &[form]).await.status, status, "{function}");
        let noted = server.events();
        assert_eq!(noted.len(), number + 1, "{noted:?}");
        let last = &noted[number];
        assert_eq!((last.event.as_str(), last.outcome.as_str()), (event, "refused"));
        assert_eq!(last.member, Some(person.id().0), "{last:?}");
    }
    // A page asks the same, beside its request's span.
    assert_eq!(person.get("/admin/members").await.status, 403);
    let noted = server.events_of("not_allowed");
    assert!(noted.len() > 1, "{noted:?}");
    assert!(noted.iter().all(|noted| noted.member == Some(person.id().0)), "{noted:?}");
    keeps_no_secret(&server, &["a@b.kr", person.token()]);
}

#[tokio::test]
async fn what_no_page_of_ours_sends_is_noted() {
    let shop = TestShop::open_with(0).await;
    let server = LoggedServer::start(&shop).await;
    let person = Person::new(&server.url, None);
    let foreign = person.post("cart/add").header("sec-fetch-site", "cross-site");
    assert_eq!(person.send(foreign).await.status, 403);
    let nonsense = person.post_to("/language").body(FORGED);
    assert_eq!(person.send(nonsense).await.status, 400);
    let large = person.post("members/log_in").body(vec![b'x'; 3 * 1024 * 1024]);
    if let Ok(answer) = person.try_send(large).await {
        assert_eq!(answer.status, 413);
    }
    // The server hangs up on whoever sends too much.
    let person = Person::new(&server.url, None);
    let link = [("token", FORGED), ("new_password", PASSWORD)];
    assert_eq!(person.call("members/reset_password", &link).await.status, 410);
    for _ in 0..11 {
        person.call("members/log_in", &[("email", MAIL), ("password", PASSWORD)]).await;
    }
    for event in ["foreign_origin", "not_understood", "too_large", "dead_link", "too_many_tries"] {
        let noted = server.events_of(event);
        assert!(!noted.is_empty(), "{event}: {:?}", server.events());
        assert!(noted.iter().all(|noted| noted.outcome == "refused"), "{noted:?}");
    }
    assert_eq!(server.events_of("wrong_password").len(), 10);
    keeps_no_secret(&server, &[FORGED]);
}

#[tokio::test]
async fn a_flood_is_counted_and_fills_no_disk() {
    const FLOOD: usize = 200;
    let shop = TestShop::open_with(0).await;
    let server = LoggedServer::start(&shop).await;
    let forger = Person::new(&server.url, None).forging(&format!("session={FORGED}"));
    join_all((0..FLOOD).map(|_| forger.call("members/me", &[]))).await;
    let noted = server.events_of("forged_cookie");
    assert!((1..FLOOD / 4).contains(&noted.len()), "{} lines", noted.len());
    let metrics = forger.get("/metrics").await.text;
    let count = format!("seonchak_security_events_total{{event=\"forged_cookie\"}} {FLOOD}");
    assert!(metrics.contains(&count), "{metrics}");
    keeps_no_secret(&server, &[FORGED]);
}

#[tokio::test]
async fn whoever_clicks_too_often_is_noted_on_the_clicks_own_lane() {
    let shop = TestShop::open_with(1).await;
    let drop = shop.drop_of(5).await;
    let server = LoggedServer::start(&shop).await;
    let person = shop.member("a@b.kr").await.at(server.url.clone());
    let answers = join_all((0..100).map(|_| person.join(drop))).await;
    let refused: Vec<_> = answers.iter().filter(|answer| answer.status == 429).collect();
    assert!(!refused.is_empty(), "nobody may click so often");
    let lane = refused.iter().filter(|answer| answer.header("x-request-id").is_none());
    assert!(lane.count() > 0, "they took the lane");
    let noted = server.events_of("too_many_clicks");
    assert!(!noted.is_empty() && noted.len() < refused.len(), "{noted:?}");
    for noted in noted {
        assert_eq!(noted.member, Some(person.id().0), "{noted:?}");
        assert_eq!(noted.network.as_deref(), Some(NETWORK));
    }
}

#[tokio::test]
async fn whatever_is_logged_for_a_request_has_its_member_and_network() {
    let shop = TestShop::open_with(1).await;
    let server = LoggedServer::start(&shop).await;
    let person = shop.member("a@b.kr").await.at(server.url.clone());
    shop.mysql.set(Mode::Cut);
    assert_eq!(person.call("members/profile", &[]).await.status, 503);
    let lines = server.lines();
    let failed = lines.iter().find(|line| {
        line["span"]["path"] == "/api/members/profile"
            && line["fields"]["message"] == "a part is down"
    });
    // Another line may have said it in the same second; that the request has failed is always said.
    let failed = failed.or_else(|| {
        lines
            .iter()
            .find(|line| line["span"]["path"] == "/api/members/profile" && line["level"] == "WARN")
    });
    let span = &failed.unwrap_or_else(|| panic!("{}", server.text()))["span"];
    assert_eq!((&span["member"], &span["network"]), (&person.id().0.into(), &NETWORK.into()));
    assert!(span["id"].as_str().is_some_and(|id| !id.is_empty()), "{span}");
}
