//! Somebody whom the shop does not know yet becomes a member.

use super::bed::{Bed, has_session, led_to, name_of};
use crate::kit::shop::insert_member;
use serde_json::json;
use shop::members::identities::Provider;
use std::time::Duration;

const FORM: [(&str, &str); 3] = [
    ("name", "김지우"),
    ("email", "other@example.kr"),
    ("address", "서울특별시 중구 세종대로 110"),
];

#[tokio::test]
async fn the_first_time_the_rest_is_asked_and_then_never_again() {
    let bed = Bed::open(Provider::Google).await;
    let person = bed.shop.visitor();
    let answer = bed.sign_in(&person, "?next=/drops").await;
    assert_eq!(led_to(&answer), "/sign-up/complete");
    assert!(!has_session(&answer));
    assert_eq!(bed.rows().await.members, 0, "nobody has said the rest");
    let newcomer = person.call("members/newcomer", &[]).await.json();
    assert_eq!(newcomer["next_step"], "complete");
    let page = person.get("/sign-up/complete").await;
    assert!(page.text.contains("value=\"김지우\""), "{}", page.text);
    assert!(page.text.contains("<dd>jiwoo@example.kr<"), "it is theirs: {}", page.text);
    assert!(!page.text.contains("name=\"email\""), "and not asked");

    let form = person.post("members/complete_sign_up").header("accept", "text/html").form(&FORM);
    let answer = person.send(form).await;
    assert_eq!((answer.status, answer.header("location")), (302, Some("/drops")));
    assert_eq!(name_of(&person).await.as_deref(), Some("김지우"));
    let email = person.call("members/profile", &[]).await.json()["email"].clone();
    assert_eq!(email, "jiwoo@example.kr", "what the provider says, not what the form says");
    assert_eq!(person.call("members/newcomer", &[]).await.json(), json!(null));

    let elsewhere = bed.shop.visitor();
    assert_eq!(led_to(&bed.sign_in(&elsewhere, "?next=/drops").await), "/drops");
    assert_eq!(name_of(&elsewhere).await.as_deref(), Some("김지우"));
    let rows = bed.rows().await;
    assert_eq!((rows.members, rows.identities, rows.events, rows.sessions), (1, 1, 1, 2));
}

#[tokio::test]
async fn a_wrong_form_names_its_fields_and_makes_nobody() {
    let bed = Bed::open(Provider::Google).await;
    bed.provider.vouch(|vouched| vouched.email = None);
    let person = bed.shop.visitor();
    bed.sign_in(&person, "").await;
    let answer = person.call("members/complete_sign_up", &[("email", "jiwoo")]).await;
    assert_eq!(answer.status, 422);
    assert_eq!(answer.problem("email"), Some(json!("not_an_email")));
    assert_eq!(answer.problem("name"), Some(json!("missing")));
    assert_eq!(answer.problem("address"), Some(json!("missing")));
    assert_eq!(bed.rows().await.members, 0);
    assert_eq!(person.call("members/complete_sign_up", &FORM).await.status, 200);
}

#[tokio::test]
async fn an_address_that_is_another_members_is_never_linked_unless_it_is_verified() {
    let bed = Bed::open(Provider::Google).await;
    insert_member(&bed.shop.direct, "jiwoo@example.kr").await;
    bed.provider.vouch(|vouched| vouched.is_verified = false);
    let person = bed.shop.visitor();
    assert_eq!(led_to(&bed.sign_in(&person, "").await), "/sign-up/complete");
    let newcomer = person.call("members/newcomer", &[]).await.json();
    assert_eq!((&newcomer["next_step"], &newcomer["email"]), (&json!("complete"), &json!(null)));
    // Not by insisting either.
    let insisting = [FORM[0], ("email", "jiwoo@example.kr"), FORM[2]];
    let answer = person.call("members/complete_sign_up", &insisting).await;
    assert_eq!((answer.status, answer.problem("email")), (409, Some(json!("taken"))));
    assert!(!has_session(&answer));
    let owner = bed.shop.member("owner@b.kr").await;
    assert_eq!(owner.call("members/link_identity", &[]).await.status, 401, "nothing was said");
    let rows = bed.rows().await;
    assert_eq!((rows.members, rows.identities), (2, 0));
    // Another address is a new member.
    assert_eq!(person.call("members/complete_sign_up", &FORM).await.status, 200);
    let rows = bed.rows().await;
    assert_eq!((rows.members, rows.identities), (3, 1));
}

#[tokio::test]
async fn what_a_provider_said_is_believed_for_half_an_hour_and_as_it_was() {
    let bed = Bed::open(Provider::Google).await;
    let person = bed.shop.visitor();
    assert_eq!(person.call("members/complete_sign_up", &FORM).await.status, 401);
    bed.sign_in(&person, "").await;
    let forged = bed.shop.visitor().forging("sign-up=e30.0000");
    assert_eq!(forged.call("members/complete_sign_up", &FORM).await.status, 401);
    bed.shop.clock.advance(Duration::from_secs(30 * 60));
    assert_eq!(person.call("members/complete_sign_up", &FORM).await.status, 401);
    assert_eq!(person.get("/sign-up/complete").await.status, 401);
    assert_eq!(bed.rows().await.members, 0);
}

#[tokio::test]
async fn of_two_windows_of_one_newcomer_one_makes_a_member() {
    let bed = Bed::open(Provider::Google).await;
    bed.provider.vouch(|vouched| vouched.is_verified = false);
    let (one, two) = (bed.shop.visitor(), bed.shop.visitor());
    bed.sign_in(&one, "").await;
    bed.sign_in(&two, "").await;
    let other = [FORM[0], ("email", "third@example.kr"), FORM[2]];
    let (first, second) = futures::join!(
        one.call("members/complete_sign_up", &FORM),
        two.call("members/complete_sign_up", &other)
    );
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let rows = bed.rows().await;
    assert_eq!((rows.members, rows.identities, rows.sessions), (1, 1, 1));
}

#[tokio::test]
async fn who_has_no_password_cannot_log_in_with_one_and_it_takes_as_long_to_say() {
    let bed = Bed::open(Provider::Google).await;
    let person = bed.shop.visitor();
    bed.sign_in(&person, "").await;
    assert_eq!(person.call("members/complete_sign_up", &FORM).await.status, 200);
    let passwords = &bed.shop.servers[0].shop.passwords;
    let guess = async |email: &str| {
        let form = [("email", email), ("password", "whatever it is")];
        let before = passwords.computed();
        let answer = bed.shop.visitor().call("members/log_in", &form).await;
        assert_eq!(answer.status, 401, "{email}");
        // What takes its time is the hash.
        assert_eq!(passwords.computed() - before, 1, "{email}");
        answer.text
    };
    assert_eq!(guess("jiwoo@example.kr").await, guess("nobody@example.kr").await);
    for password in ["", "-", "whatever it is"] {
        let form = [("current_password", password), ("new_password", "one fine password")];
        assert_eq!(person.call("members/change_password", &form).await.status, 422);
    }
}

#[tokio::test]
async fn what_a_visitor_has_put_into_the_cart_is_theirs() {
    let bed = Bed::open(Provider::Google).await;
    let member = bed.linked("jiwoo@example.kr", "1001").await;
    let product = crate::kit::seed::insert_product(&bed.shop.direct, 50).await;
    bed.shop.see_products().await;
    let person = bed.shop.visitor();
    let form = [("product_id", product.to_string()), ("count", "2".into())];
    let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(person.call("cart/add", &form).await.status, 200);
    assert_eq!(led_to(&bed.sign_in(&person, "?next=/cart").await), "/cart");
    assert_eq!(person.call("cart/count", &[]).await.json(), json!(2));
    let id = person.call("members/me", &[]).await.json()["id"].clone();
    assert_eq!(id, json!(member.0));
}
