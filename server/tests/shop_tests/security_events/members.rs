//! Who comes and goes, by what, and what becomes of their keys.

use super::{MAIL, NEW_PASSWORD, PASSWORD, keeps_no_secret};
use crate::kit::log::{LoggedServer, caught};
use crate::kit::shop::insert_member;
use crate::kit::telephone::set_up_factor;
use crate::kit::{Person, TestShop};
use shop::members::identities::{Answer, Attempt, Known, Provider, Purpose, arrive, link, unlink};
use shop::members::sessions::{Session, SessionId};
use shop::members::{self, Device, MemberId, Role, owner};

/// Somebody who signs up at this server, and their number.
async fn sign_up(server: &LoggedServer) -> (Person, u64) {
    let form = [("name", "김지우"), ("email", MAIL), ("password", PASSWORD), ("address", "서울")];
    let person = Person::new(&server.url, None);
    let answer = person.call("members/sign_up", &form).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let me = person.call("members/me", &[]).await.json();
    (person, me["id"].as_u64().unwrap())
}

async fn log_in(person: &Person, email: &str, password: &str) -> u16 {
    person.call("members/log_in", &[("email", email), ("password", password)]).await.status
}

#[tokio::test]
async fn whoever_comes_and_goes_is_noted_with_their_way() {
    let shop = TestShop::open_with(0).await;
    let server = LoggedServer::start(&shop).await;
    let (person, member) = sign_up(&server).await;
    let change = |current, new| {
        let form = [("current_password", current), ("new_password", new)];
        let person = person.clone();
        async move { person.call("members/change_password", &form).await.status }
    };
    assert_eq!(person.call("members/log_out", &[]).await.status, 200);
    assert_eq!(log_in(&person, MAIL, NEW_PASSWORD).await, 401);
    assert_eq!(log_in(&person, "nobody@example.kr", PASSWORD).await, 401);
    assert_eq!(log_in(&person, MAIL, PASSWORD).await, 200);
    assert_eq!(log_in(&person, MAIL, PASSWORD).await, 200);
    assert_eq!(change(NEW_PASSWORD, NEW_PASSWORD).await, 422);
    assert_eq!(change(PASSWORD, NEW_PASSWORD).await, 200);
    assert_eq!(person.call("members/end_other_sessions", &[]).await.status, 200);
    let by = insert_member(&shop.direct, "admin@b.kr").await;
    members::grant(&shop.direct, "admin@b.kr", Role::Admin, "test").await.unwrap();
    owner::block(&shop.direct, by, MemberId(member), "reason").await.unwrap();
    let elsewhere = Person::new(&server.url, None);
    assert_eq!(log_in(&elsewhere, MAIL, NEW_PASSWORD).await, 403);
    owner::unblock(&shop.direct, by, MemberId(member)).await.unwrap();
    assert_eq!(log_in(&elsewhere, MAIL, NEW_PASSWORD).await, 200);
    let left = elsewhere.call("members/leave", &[("current_password", NEW_PASSWORD)]).await;
    assert_eq!(left.status, 200, "{left:?}");
    let noted: Vec<_> = server.events();
    let told: Vec<_> = noted
        .iter()
        .map(|e| (e.event.as_str(), e.outcome.as_str(), e.way.as_deref().unwrap_or("-"), e.member))
        .collect();
    let whose = Some(member);
    assert_eq!(
        told,
        [
            ("signed_up", "done", "password", whose),
            ("logged_in", "done", "sign-up", whose),
            ("logged_out", "done", "own", whose),
            ("wrong_password", "refused", "log-in", whose),
            ("wrong_password", "refused", "log-in", None),
            ("logged_in", "done", "password", whose),
            ("logged_in", "done", "password", whose),
            ("session_ended", "done", "another log-in", whose),
            ("wrong_password", "refused", "form", whose),
            ("new_password", "done", "form", whose),
            ("session_ended", "done", "all others of one's own", whose),
            ("blocked", "refused", "log-in", whose),
            ("logged_in", "done", "password", whose),
            ("account_left", "done", "form", whose),
        ]
    );
    keeps_no_secret(&server, &["nobody@example.kr", "김지우"]);
}

#[tokio::test]
async fn a_second_factor_is_noted_from_its_first_code_to_its_last() {
    let shop = TestShop::open_with(0).await;
    let server = LoggedServer::start(&shop).await;
    let (person, member) = sign_up(&server).await;
    members::grant(&shop.direct, MAIL, Role::Admin, "test").await.unwrap();
    let (telephone, recovery) = set_up_factor(&shop, &person, PASSWORD).await;
    let show = async |code: &str| {
        let person = Person::new(&server.url, None);
        assert_eq!(log_in(&person, MAIL, PASSWORD).await, 200);
        person.call("members/log_in_code", &[("code", code)]).await.status
    };
    let code = telephone.code(shop.now());
    let wrong = if code == "000000" { "000001" } else { "000000" };
    assert_eq!(show(wrong).await, 422);
    assert_eq!(show(&code).await, 200);
    assert_eq!(show(&recovery[0]).await, 200);
    for _ in 0..5 {
        show(&recovery[0]).await;
    }
    assert_eq!(show(&recovery[1]).await, 429);
    let removed = person.call("members/remove_factor", &[("current_password", PASSWORD)]).await;
    assert_eq!(removed.status, 200, "{removed:?}");
    let noted: Vec<_> = server.events();
    let of = |event: &str| noted.iter().filter(|noted| noted.event == event).count();
    let counts = ["factor_set", "code_asked", "wrong_code", "recovery_code_used", "factor_removed"];
    assert_eq!(counts.map(of), [1, 9, 6, 1, 1], "{noted:?}");
    assert!(of("too_many_codes") >= 1, "{noted:?}");
    let by_code = noted.iter().filter(|noted| noted.way.as_deref() == Some("code"));
    assert!(by_code.clone().any(|noted| noted.event == "logged_in"), "{noted:?}");
    assert!(noted.iter().all(|noted| noted.member == Some(member)), "{noted:?}");
    let secrets: Vec<&str> = recovery.iter().map(String::as_str).collect();
    keeps_no_secret(&server, &secrets);
}

#[tokio::test]
async fn whoever_comes_by_a_provider_is_noted_with_its_name() {
    let shop = TestShop::open_with(0).await;
    let member = insert_member(&shop.direct, MAIL).await;
    let session = Session { id: SessionId(1), member, started_at: shop.now() };
    let answer = |purpose| {
        let attempt = Attempt::begin(&shop.direct, Provider::Kakao, purpose, "/");
        let known = Known::new(Provider::Kakao, "subject-12", None, Some(MAIL), true).unwrap();
        Answer::to(attempt, known, shop.now())
    };
    let ((), log) = caught(async {
        link(&shop.direct, session, &answer(Purpose::Link(member))).await.unwrap();
        let came = arrive(&shop.direct, &answer(Purpose::SignIn), Device::default()).await;
        assert!(came.unwrap().is_some());
        sqlx::query("update members set password_hash = 'x'")
            .execute(&shop.direct.mysql)
            .await
            .unwrap();
        unlink(&shop.direct, session, Provider::Kakao).await.unwrap();
    })
    .await;
    let lines = log.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let told: Vec<_> = lines
        .filter(|line| line["target"] == "security")
        .map(|line| {
            let fields = &line["fields"];
            assert_eq!((&fields["way"], &fields["member"]), (&"kakao".into(), &member.0.into()));
            fields["event"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(told, ["way_in_added", "logged_in", "way_in_removed"]);
    assert!(!log.contains("subject-12") && !log.contains(MAIL), "{log}");
}

#[tokio::test]
async fn an_answer_that_no_provider_gave_is_noted_without_what_it_brought() {
    let shop = TestShop::open_with(0).await;
    let server = LoggedServer::start(&shop).await;
    let person = Person::new(&server.url, None);
    let brought = "/sign-in/kakao/callback?state=some-state&code=some-secret-code";
    assert_eq!(person.get(brought).await.status, 303);
    let noted = server.events_of("provider_refused");
    assert_eq!(noted.len(), 1, "{noted:?}");
    assert_eq!(noted[0].way.as_deref(), Some("foreign"));
    keeps_no_secret(&server, &["some-state", "some-secret-code"]);
}
