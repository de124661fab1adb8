use super::*;
use crate::kit::telephone::STEP;
use crate::kit::until;
use serde_json::json;
use shop::members::factor::remove_of;

/// A shop that wants a second factor of its staff.
async fn strict_shop() -> TestShop {
    let mut shop = TestShop::open_with(0).await;
    shop.settings.staff_factor_is_required = true;
    shop.add_server().await;
    shop
}

#[tokio::test]
async fn staff_without_a_factor_do_nothing_and_are_led_to_set_one_up() {
    let shop = strict_shop().await;
    // They signed up, and so have a session, before they had a role.
    let admin = staff(&shop, EMAIL, Role::Admin).await;
    let counsellor = staff(&shop, "c@b.kr", Role::Counsellor).await;
    let own = admin.call("members/me", &[]).await.json();
    assert_eq!((&own["roles"], &own["needs_factor"]), (&json!([]), &json!(true)));
    for (person, function) in [
        (&admin, "members/owner_list"),
        (&admin, "drops/stop"),
        (&admin, "orders/owner_list"),
        (&counsellor, "orders/owner_list"),
        (&counsellor, "counsel/list"),
    ] {
        let answer = person.call(function, &[]).await;
        let refusal = answer.json()["refusal"].clone();
        assert_eq!((answer.status, refusal), (403, json!("factor_needed")), "{function}");
    }
    for page in ["/admin", "/admin/orders", "/counsel"] {
        let page = admin.get(page).await;
        assert_eq!(page.status, 403);
        assert!(page.text.contains("href=\"/account/factor\""), "{}", page.text);
    }
    assert_eq!(admin.get("/admin/orders.csv").await.status, 403);
    assert_eq!(admin.call("cart/show", &[]).await.status, 200, "shopping needs no factor");

    let again = shop.visitor();
    let form = [("email", EMAIL), ("password", PASSWORD), ("next", "/admin")];
    let request = again.post("members/log_in").header("accept", "text/html").form(&form);
    let answer = again.send(request).await;
    assert_eq!(answer.header("location"), Some("/account/factor"));
    set_up_factor(&shop, &again, PASSWORD).await;
    assert_eq!(again.call("members/owner_list", &[]).await.status, 200);
    assert_eq!(admin.call("members/owner_list", &[]).await.status, 401, "that one has ended");
}

#[tokio::test]
async fn a_counsellor_without_a_factor_reads_nobodys_talk() {
    let shop = strict_shop().await;
    let counsellor = staff(&shop, "c@b.kr", Role::Counsellor).await;
    let room = sqlx::query(
        "insert into chat_rooms (visitor_hash, language, opened_at, state, state_at)
         values (unhex(sha2('x', 256)), 'ko', utc_timestamp(3), 'waiting', utc_timestamp(3))",
    )
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    let room = room.last_insert_id().to_string();
    let read = async || counsellor.call("chat/history", &[("room_id", &room)]).await.status;
    assert_eq!(read().await, 404);
    set_up_factor(&shop, &counsellor, PASSWORD).await;
    assert_eq!(read().await, 200);
}

#[tokio::test]
async fn a_colleague_removes_the_factor_of_a_lost_telephone_and_nobody_their_own_that_way() {
    let shop = TestShop::open().await;
    let (admin, telephone, _) = admin(&shop).await;
    let helper = shop.admin("helper@b.kr").await;
    let counsellor = shop.counsellor("c@b.kr").await;
    let me = admin.call("members/me", &[]).await.json()["id"].as_u64().unwrap();
    let id = me.to_string();
    let remove = async |by: &Person| {
        by.call("members/owner_remove_factor", &[("member_id", &id)]).await.status
    };
    assert_eq!(remove(&counsellor).await, 403);
    assert_eq!(remove(&admin).await, 409, "one's own goes with the password");
    let page = helper.get(&format!("/admin/members/{id}")).await.text;
    assert!(page.contains("data-testid=\"remove-factor\""), "{page}");
    assert_eq!(remove(&helper).await, 200);
    assert_eq!(remove(&helper).await, 200, "again is no news");
    assert!(!is_signed_in(&admin).await, "whoever found the telephone is signed out");

    let person = shop.visitor();
    assert_eq!(log_in(&person).await.status, 200);
    assert!(is_signed_in(&person).await, "the password is enough again");
    let expected = [
        ("members.set_factor".to_owned(), me, me),
        ("members.remove_factor".to_owned(), helper.id().0, me),
    ];
    assert_eq!(record(&shop).await, expected);

    let half = half_in_after(&shop, &person).await;
    let old = telephone.code(shop.now().plus(STEP));
    assert_eq!(show_code(&half, &old).await.status, 422, "the lost telephone opens nothing");
    let record = helper.get("/admin/audit?subject=member").await.text;
    assert!(record.contains("2단계 인증 끔"), "{record}");
}

/// The same member with a new telephone, asked for a code.
async fn half_in_after(shop: &TestShop, person: &Person) -> Person {
    set_up_factor(shop, person, PASSWORD).await;
    half_in(shop).await
}

#[tokio::test]
async fn the_machines_owner_removes_a_factor_that_no_colleague_can() {
    let shop = TestShop::open().await;
    let (admin, _, _) = admin(&shop).await;
    assert!(remove_of(&shop.direct, "nobody@b.kr", "command line").await.is_err());
    remove_of(&shop.direct, EMAIL, "command line").await.unwrap();
    remove_of(&shop.direct, EMAIL, "command line").await.unwrap();
    until("the server knows", async || (!is_signed_in(&admin).await).then_some(())).await;
    let person = shop.visitor();
    log_in(&person).await;
    assert!(is_signed_in(&person).await);
    let detail: String = sqlx::query_scalar(
        "select detail from audit_entries where action = 'members.remove_factor'",
    )
    .fetch_one(&shop.direct.mysql)
    .await
    .unwrap();
    assert_eq!(detail, r#"{"by":"command line"}"#);
}
