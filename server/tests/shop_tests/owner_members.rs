//! What an admin sees of members, and does to them.

use crate::kit::explain::{frugal, rows_read};
use crate::kit::person::Answer;
use crate::kit::shop::insert_member;
use crate::kit::socket::Socket;
use crate::kit::{Person, TestShop, until};
use serde_json::{Value, json};
use shop::members::owner::{self, MEMBERS_PER_PAGE};
use shop::members::{MemberId, require_admin};
use sqlx::AssertSqlSafe;

const PASSWORD: &str = "one fine password";

async fn about(person: &Person, verb: &str, member: MemberId, form: &[(&str, &str)]) -> Answer {
    let id = member.0.to_string();
    let mut form = form.to_vec();
    form.push(("member_id", &id));
    person.call(&format!("members/{verb}"), &form).await
}

async fn found(admin: &Person, form: &[(&str, &str)]) -> Vec<String> {
    let list = admin.call("members/owner_list", form).await.json();
    let members = list["members"].as_array().unwrap();
    members.iter().map(|member| member["email"].as_str().unwrap().to_owned()).collect()
}

/// The record: action, subject's number, detail; the oldest first.
async fn record(shop: &TestShop) -> Vec<(String, u64, Value)> {
    let rows: Vec<(String, u64, String)> = sqlx::query_as(
        "select cast(action as char), subject_id, detail from audit_entries order by id",
    )
    .fetch_all(&shop.direct.mysql)
    .await
    .unwrap();
    rows.into_iter()
        .map(|(action, id, detail)| (action, id, serde_json::from_str(&detail).unwrap()))
        .collect()
}

async fn rename(shop: &TestShop, member: MemberId, name: &str) {
    sqlx::query("update members set name = ? where id = ?")
        .bind(name)
        .bind(member.0)
        .execute(&shop.direct.mysql)
        .await
        .unwrap();
}

async fn is_signed_in(person: &Person) -> bool {
    !person.call("members/me", &[]).await.json().is_null()
}

#[tokio::test]
async fn the_newest_members_come_first_and_pages_hold_them_all_once() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    let many = MEMBERS_PER_PAGE + 4;
    let mut expected = vec!["admin@b.kr".to_owned()];
    for n in 0..many {
        let email = format!("m{n}@b.kr");
        insert_member(&shop.direct, &email).await;
        expected.insert(0, email);
    }
    let (first, second) = (found(&admin, &[]).await, found(&admin, &[("page", "2")]).await);
    assert_eq!(first.len(), MEMBERS_PER_PAGE as usize);
    assert_eq!([first, second].concat(), expected);
    let list = admin.call("members/owner_list", &[("page", "2")]).await.json();
    assert_eq!((&list["page"], &list["has_next"]), (&json!(2), &json!(false)));
    assert!(found(&admin, &[("page", "4000000000")]).await.is_empty());
}

#[tokio::test]
async fn a_search_finds_the_beginnings_of_names_and_addresses() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    for (email, name) in [("jiwoo@b.kr", "김지우"), ("minseo@b.kr", "이민서"), ("x@b.kr", "100%")]
    {
        let member = insert_member(&shop.direct, email).await;
        rename(&shop, member, name).await;
    }
    for (words, expected) in [
        ("김", vec!["jiwoo@b.kr"]),
        (" MinSeo@ ", vec!["minseo@b.kr"]),
        ("100%", vec!["x@b.kr"]),
        ("지우", vec![]),
        ("%", vec![]),
        ("_", vec![]),
        ("' or 1=1 -- ", vec![]),
    ] {
        assert_eq!(found(&admin, &[("words", words)]).await, expected, "{words}");
    }
}

#[tokio::test]
async fn only_admins_may_and_nothing_happens_for_others() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    let member = shop.member("a@b.kr").await;
    let counsellor = shop.member("c@b.kr").await;
    about(&admin, "grant", counsellor.id(), &[("role", "counsellor")]).await;
    let before = record(&shop).await;
    let form = [("role", "admin"), ("reason", "a reason")];
    for verb in
        ["owner_list", "owner_show", "grant", "revoke", "block", "unblock", "owner_remove_factor"]
    {
        for (person, status) in [(&shop.visitor(), 401), (&member, 403), (&counsellor, 403)] {
            let answer = about(person, verb, member.id(), &form).await;
            assert_eq!(answer.status, status, "{verb}");
        }
    }
    for page in ["/admin/members".to_owned(), format!("/admin/members/{}", member.id().0)] {
        for (person, status) in [(&shop.visitor(), 401), (&member, 403), (&counsellor, 403)] {
            assert_eq!(person.get(&page).await.status, status, "{page}");
        }
    }
    assert_eq!(record(&shop).await, before);
    assert!(is_signed_in(&member).await);
}

#[tokio::test]
async fn a_role_holds_from_the_moment_it_is_granted_to_the_moment_it_is_revoked() {
    let shop = TestShop::open_with(2).await;
    let admin = shop.admin("admin@b.kr").await;
    let member = shop.member("a@b.kr").await;
    let there = member.at(shop.url(1));
    let role = [("role", "admin")];
    assert_eq!(there.call("members/owner_list", &[]).await.status, 403);
    assert_eq!(about(&admin, "grant", member.id(), &role).await.status, 200);
    assert_eq!(there.call("members/owner_list", &[]).await.status, 200);
    assert_eq!(about(&admin, "grant", member.id(), &role).await.status, 200, "again is no news");
    assert_eq!(about(&admin, "revoke", member.id(), &role).await.status, 200);
    assert_eq!(there.call("members/owner_list", &[]).await.status, 403);
    assert_eq!(about(&admin, "revoke", member.id(), &role).await.status, 200, "again is no news");
    let id = member.id().0;
    let detail = json!({ "role": "admin" });
    let expected = [
        ("members.grant".to_owned(), id, detail.clone()),
        ("members.revoke".to_owned(), id, detail),
    ];
    assert_eq!(record(&shop).await, expected);
}

#[tokio::test]
async fn what_is_no_role_and_who_is_no_member_is_refused() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    let nobody = MemberId(99_999_999);
    for verb in ["grant", "revoke"] {
        for role in ["", "owner", "admin'"] {
            let answer = about(&admin, verb, admin.id(), &[("role", role)]).await;
            let problem = (answer.status, answer.problem("role"));
            assert_eq!(problem, (422, Some(json!("not_a_choice"))), "{verb} {role}");
        }
        assert_eq!(about(&admin, verb, nobody, &[("role", "counsellor")]).await.status, 404);
    }
    for verb in ["owner_show", "block", "unblock"] {
        let answer = about(&admin, verb, nobody, &[("reason", "a reason")]).await;
        assert_eq!(answer.status, 404, "{verb}");
        assert_eq!(answer.json()["refusal"], "no_such_member", "{verb}");
    }
    assert!(record(&shop).await.is_empty());
    assert_eq!(admin.get("/admin/members/99999999").await.status, 404);
}

#[tokio::test]
async fn an_admin_always_stays() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    let role = [("role", "admin")];
    let answer = about(&admin, "revoke", admin.id(), &role).await;
    assert_eq!((answer.status, &answer.json()["refusal"]), (409, &json!("last_admin")));
    assert_eq!(
        answer.json()["message"],
        "마지막 관리자예요. 다른 관리자를 먼저 정한 뒤에 해제해 주세요."
    );
    let second = shop.admin("second@b.kr").await;
    let answer = about(&admin, "revoke", admin.id(), &role).await;
    assert_eq!((answer.status, &answer.json()["refusal"]), (409, &json!("not_yourself")));
    let answer = about(&admin, "block", admin.id(), &[("reason", "a reason")]).await;
    assert_eq!((answer.status, &answer.json()["refusal"]), (409, &json!("not_yourself")));
    assert!(record(&shop).await.is_empty());

    // A blocked admin is none: the other one is the last.
    assert_eq!(about(&second, "block", admin.id(), &[("reason", "a reason")]).await.status, 200);
    let answer = about(&second, "revoke", second.id(), &role).await;
    assert_eq!(answer.json()["refusal"], "last_admin");
}

#[tokio::test]
async fn of_two_admins_who_shut_each_other_out_at_once_one_stays() {
    for verb in ["revoke", "block"] {
        let shop = TestShop::open_with(2).await;
        let (first, second) = (shop.admin("a@b.kr").await, shop.admin("c@d.kr").await);
        let there = second.at(shop.url(1));
        let form = [("role", "admin"), ("reason", "a reason")];
        let (one, two) = futures::join!(
            about(&first, verb, second.id(), &form),
            about(&there, verb, first.id(), &form),
        );
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        // The loser is refused as an admin no more, or is already signed out.
        assert!(matches!(statuses, [200, 401 | 403]), "{verb}: {statuses:?}");
        let left = [first.id(), second.id()].map(async |id| require_admin(&shop.direct, id).await);
        let left = futures::future::join_all(left).await;
        assert_eq!(left.iter().filter(|admin| admin.is_ok()).count(), 1, "{verb}");
        assert_eq!(record(&shop).await.len(), 1, "{verb}");
    }
}

#[tokio::test]
async fn a_block_ends_sessions_and_sockets_on_every_server_and_keeps_the_member_out() {
    let shop = TestShop::open_with(2).await;
    let admin = shop.admin("admin@b.kr").await;
    let form =
        [("name", "김지우"), ("email", "a@b.kr"), ("password", PASSWORD), ("address", "서울")];
    shop.visitor().call("members/sign_up", &form).await;
    let log_in = async |password: &str| {
        let form = [("email", "a@b.kr"), ("password", password)];
        shop.visitor().call("members/log_in", &form).await
    };
    let answer = log_in(PASSWORD).await;
    let cookie = answer.header("set-cookie").unwrap();
    let token = cookie.trim_start_matches("session=").split(';').next().unwrap();
    let member = shop.visitor().with_token(token);
    let there = member.at(shop.url(1));
    let id = MemberId(member.call("members/me", &[]).await.json()["id"].as_u64().unwrap());
    let drop = shop.drop_of(5).await;
    let mut socket_here = Socket::open(&shop, 0, Some(&member)).await;
    let mut socket_there = Socket::open(&shop, 1, Some(&member)).await;
    assert!(is_signed_in(&there).await);

    let blocked = about(&admin, "block", id, &[("reason", "되팔이")]).await;
    assert_eq!(blocked.status, 200, "{blocked:?}");
    assert!(!is_signed_in(&member).await, "at once where it was done");
    let closed = (socket_here.closed().await, socket_there.closed().await);
    assert_eq!(closed, (Some(4401), Some(4401)));
    until("the other server knows", async || (!is_signed_in(&there).await).then_some(())).await;
    assert_eq!((member.join(drop).await.status, there.join(drop).await.status), (401, 401));
    assert!(is_signed_in(&admin).await);

    let wrong = log_in("not the password").await;
    assert_eq!(wrong.status, 401, "who does not know the password learns nothing");
    let right = log_in(PASSWORD).await;
    assert_eq!((right.status, &right.json()["refusal"]), (403, &json!("blocked")));
    assert!(right.header("set-cookie").is_none());
    let sessions: i64 = sqlx::query_scalar(
        "select count(*) from sessions where ended_at is null and member_id = ?",
    )
    .bind(id.0)
    .fetch_one(&shop.direct.mysql)
    .await
    .unwrap();
    assert_eq!(sessions, 0, "a refused log-in leaves nothing behind");

    assert_eq!(about(&admin, "block", id, &[("reason", "again")]).await.status, 200);
    let facts = about(&admin, "owner_show", id, &[]).await.json();
    assert_eq!(facts["block"]["reason"], "되팔이", "the first reason stays");
    assert_eq!(about(&admin, "unblock", id, &[]).await.status, 200);
    assert_eq!(about(&admin, "unblock", id, &[]).await.status, 200, "again is no news");
    assert!(!is_signed_in(&member).await, "an ended session stays so");
    assert_eq!(log_in(PASSWORD).await.status, 200);
    let expected = [
        ("members.block".to_owned(), id.0, json!({ "reason": "되팔이" })),
        ("members.unblock".to_owned(), id.0, json!({})),
    ];
    assert_eq!(record(&shop).await, expected);
}

#[tokio::test]
async fn a_block_needs_a_reason() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    let member = shop.member("a@b.kr").await;
    let long = "가".repeat(201);
    let wrong = [
        (" ", json!("missing")),
        (long.as_str(), json!({ "too_long": { "max": 200 } })),
        ("a\u{0}b", json!("not_printable")),
    ];
    for (reason, problem) in wrong {
        let answer = about(&admin, "block", member.id(), &[("reason", reason)]).await;
        assert_eq!((answer.status, answer.problem("reason")), (422, Some(problem)));
    }
    assert!(is_signed_in(&member).await);
    assert!(record(&shop).await.is_empty());
}

#[tokio::test]
async fn a_blocked_admin_is_no_admin_before_any_server_has_heard_of_it() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await.id();
    let other = shop.admin("other@b.kr").await.id();
    assert!(require_admin(&shop.direct, other).await.is_ok());
    owner::block(&shop.direct, admin, other, "a reason").await.unwrap();
    assert!(require_admin(&shop.direct, other).await.is_err());
    owner::unblock(&shop.direct, admin, other).await.unwrap();
    assert!(require_admin(&shop.direct, other).await.is_ok(), "the role was never taken");
}

#[tokio::test]
async fn the_pages_show_members_and_what_may_be_done() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    let member = insert_member(&shop.direct, "jiwoo@b.kr").await;
    rename(&shop, member, "김지우").await;
    let list = admin.get("/admin/members?q=%EA%B9%80").await;
    assert_eq!(list.status, 200);
    assert!(list.text.contains("김지우") && !list.text.contains("admin@b.kr"), "{}", list.text);
    let path = format!("/admin/members/{}", member.0);
    assert!(list.text.contains(&format!("href=\"{path}\"")));
    let list = admin.get("/admin/members?q=zzz").await;
    assert!(list.text.contains("‘zzz’로 시작하는 회원이 없어요"));
    let page = admin.get(&path).await;
    for text in
        ["jiwoo@b.kr", "grant-admin", "grant-counsellor", "name=\"reason\"", "이용 제한하기"]
    {
        assert!(page.text.contains(text), "{text}");
    }
    let request = admin.post("members/block").header("accept", "text/html");
    let id = member.0.to_string();
    let sent = request.form(&[("member_id", id.as_str()), ("reason", "되팔이")]);
    let answer = admin.send(sent).await;
    assert_eq!((answer.status, answer.header("location")), (302, Some(path.as_str())));
    let page = admin.get(&path).await;
    for text in ["되팔이", "data-testid=\"unblock\"", "시험 님이 제한했어요"] {
        assert!(page.text.contains(text), "{text}");
    }
    let own = admin.reading("en").get(&format!("/admin/members/{}", admin.id().0)).await;
    assert!(own.text.contains("You cannot block your own account."), "{}", own.text);
    assert!(own.text.contains("Only another admin can take back your own role."));
    assert!(!own.text.contains("revoke-admin"));
}

#[tokio::test]
async fn a_list_of_many_members_reads_only_its_page() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await.id();
    let rows: Vec<String> = (0..4_000)
        .map(|n| format!("('회원 {n}', 'm{n}@b.kr', '-', '서울', utc_timestamp(3))"))
        .collect();
    let sql = format!(
        "insert into members (name, email, password_hash, address, signed_up_at) values {}",
        rows.join(",")
    );
    sqlx::query(AssertSqlSafe(sql)).execute(&shop.direct.mysql).await.unwrap();
    let frugal = frugal(&shop).await;
    for (words, page, found) in
        [("", 1, 30), ("", 3, 30), ("m399", 1, 11), ("회원 12", 1, 30), ("nobody", 1, 0)]
    {
        let before = rows_read(&frugal).await;
        let list = owner::list(&frugal, admin, words, page).await.unwrap();
        let read = rows_read(&frugal).await - before;
        assert_eq!(list.members.len(), found, "{words}");
        assert!(read < 1_000, "{read} rows for {words:?}");
    }
}
