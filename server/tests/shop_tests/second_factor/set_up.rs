use super::*;
use crate::kit::telephone::STEP;
use serde_json::json;
use shop::members::factor::RECOVERY_CODES;
use std::time::Duration;

async fn begin(person: &Person, password: &str) -> Answer {
    person.call("members/begin_factor", &[("current_password", password)]).await
}

async fn confirm(person: &Person, code: &str) -> Answer {
    person.call("members/confirm_factor", &[("code", code)]).await
}

#[tokio::test]
async fn a_factor_is_set_up_by_password_picture_and_first_code_without_javascript() {
    let shop = TestShop::open().await;
    let admin = staff(&shop, EMAIL, Role::Admin).await;
    assert_eq!(standing(&admin).await, "none");
    let form = admin.post("members/begin_factor").header("accept", "text/html");
    let answer = admin.send(form.form(&[("current_password", PASSWORD)])).await;
    assert_eq!((answer.status, answer.header("location")), (302, Some("/account/factor")));

    let offer = standing(&admin).await["begun"].clone();
    let secret = offer["secret"].as_str().unwrap();
    let codes = offer["recovery_codes"].as_array().unwrap();
    assert_eq!(codes.len(), RECOVERY_CODES);
    let page = admin.get("/account/factor").await.text;
    for text in [secret, codes[9].as_str().unwrap(), "src=\"data:image/svg+xml;base64,"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    let telephone = Telephone::scan(secret);
    let form = admin.post("members/confirm_factor").header("accept", "text/html");
    let answer = admin.send(form.form(&[("code", telephone.code(shop.now()))])).await;
    let led_to = (answer.status, answer.header("location"));
    assert_eq!(led_to, (302, Some("/account?saved=factor")));
    assert_eq!(standing(&admin).await["set"]["codes_left"], RECOVERY_CODES);
    let page = admin.get("/account/factor").await.text;
    assert!(!page.contains(secret) && !page.contains(codes[0].as_str().unwrap()), "{page}");
    assert!(page.contains("2단계 인증 끄기"), "{page}");
}

#[tokio::test]
async fn only_the_session_that_began_sees_the_secret_and_only_for_a_while() {
    let shop = TestShop::open().await;
    let admin = staff(&shop, EMAIL, Role::Admin).await;
    let elsewhere = shop.visitor();
    log_in(&elsewhere).await;
    begin(&admin, PASSWORD).await;
    assert_eq!(standing(&elsewhere).await, "none");
    let secret = standing(&admin).await["begun"]["secret"].as_str().unwrap().to_owned();
    let telephone = Telephone::scan(&secret);
    assert_eq!(confirm(&elsewhere, &telephone.code(shop.now())).await.status, 409);
    shop.clock.advance(Duration::from_secs(15 * 60));
    assert_eq!(standing(&admin).await, "none");
    assert_eq!(confirm(&admin, &telephone.code(shop.now())).await.status, 409);
}

#[tokio::test]
async fn a_wrong_password_or_code_sets_nothing_up() {
    let shop = TestShop::open().await;
    let admin = staff(&shop, EMAIL, Role::Admin).await;
    for (password, problem) in [("", "missing"), ("not the password", "wrong_password")] {
        let answer = begin(&admin, password).await;
        let problem = Some(json!(problem));
        assert_eq!((answer.status, answer.problem("current_password")), (422, problem));
    }
    assert_eq!(confirm(&admin, "123456").await.status, 409, "nothing was begun");
    begin(&admin, PASSWORD).await;
    let secret = standing(&admin).await["begun"]["secret"].as_str().unwrap().to_owned();
    let late = Telephone::scan(&secret).code(shop.now().minus(3 * STEP));
    for (code, wrong) in [("", "missing"), ("12345", "wrong_code"), (&late, "wrong_code")] {
        assert_eq!(problem(&confirm(&admin, code).await), (422, Some(json!(wrong))), "{code}");
    }
    assert!(standing(&admin).await["begun"].is_object());
    assert!(record(&shop).await.is_empty());
}

#[tokio::test]
async fn a_new_factor_ends_the_sessions_that_began_without_it() {
    let shop = TestShop::open().await;
    let admin = staff(&shop, EMAIL, Role::Admin).await;
    let elsewhere = shop.visitor();
    log_in(&elsewhere).await;
    assert!(is_signed_in(&elsewhere).await);
    set_up_factor(&shop, &admin, PASSWORD).await;
    assert!(is_signed_in(&admin).await && !is_signed_in(&elsewhere).await);
    assert_eq!(begin(&admin, PASSWORD).await.status, 409, "there is one");
}

#[tokio::test]
async fn a_factor_is_for_staff_and_whoever_has_one_may_remove_it() {
    let shop = TestShop::open().await;
    let shopper = shop.member("a@b.kr").await;
    assert_eq!(begin(&shopper, PASSWORD).await.status, 403);
    assert_eq!(shopper.get("/account/factor").await.status, 403);
    assert!(!shopper.get("/account").await.text.contains("factor-link"));
    let (admin, _, _) = admin(&shop).await;
    assert!(admin.get("/account").await.text.contains("factor-link"));
    sqlx::query("delete from member_roles").execute(&shop.direct.mysql).await.unwrap();
    let removed = |password| {
        let form = [("current_password", password)];
        let admin = admin.clone();
        async move { admin.call("members/remove_factor", &form).await.status }
    };
    assert_eq!(removed("not the password").await, 422);
    assert!(standing(&admin).await["set"].is_object());
    assert_eq!(removed(PASSWORD).await, 200);
    let again = shop.visitor();
    log_in(&again).await;
    assert!(is_signed_in(&again).await, "a password is enough again");
}

#[tokio::test]
async fn the_tables_hold_neither_secret_nor_codes() {
    let shop = TestShop::open().await;
    let admin = staff(&shop, EMAIL, Role::Admin).await;
    begin(&admin, PASSWORD).await;
    let offer = standing(&admin).await["begun"].clone();
    let telephone = Telephone::scan(offer["secret"].as_str().unwrap());
    let in_offers: Vec<u8> = sqlx::query_scalar("select sealed from member_factor_offers")
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    confirm(&admin, &telephone.code(shop.now())).await;
    let (in_factors, offers): (Vec<u8>, i64) = sqlx::query_as(
        "select sealed, (select count(*) from member_factor_offers) from member_factors",
    )
    .fetch_one(&shop.direct.mysql)
    .await
    .unwrap();
    assert_eq!(offers, 0, "what showed the recovery codes is gone");
    let secret = telephone.secret();
    for sealed in [&in_offers, &in_factors] {
        assert!(
            !sealed.windows(secret.len()).any(|window| window == secret),
            "the secret is there"
        );
    }
    let hashes: Vec<Vec<u8>> = sqlx::query_scalar("select code_hash from member_recovery_codes")
        .fetch_all(&shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!((hashes.len(), hashes[0].len()), (RECOVERY_CODES, 32));
}
