//! The buttons, and a member's ways in.

use super::bed::Bed;
use crate::kit::TestShop;
use shop::members::identities::Provider;

#[tokio::test]
async fn who_can_be_asked_has_a_button_and_nobody_else() {
    let bed = Bed::open(Provider::Kakao).await;
    for path in ["/log-in?next=/drops", "/sign-up?next=/drops"] {
        let page = bed.shop.visitor().get(path).await;
        assert!(page.text.contains("href=\"/sign-in/kakao?next=%2Fdrops\""), "{}", page.text);
        assert!(page.text.contains("카카오 로그인"));
        assert!(!page.text.contains("/sign-in/google") && !page.text.contains("/sign-in/naver"));
    }
    let page = bed.shop.visitor().reading("en").get("/log-in").await;
    assert!(page.text.contains("Login with Kakao"));
}

#[tokio::test]
async fn a_shop_without_providers_has_no_buttons() {
    let shop = TestShop::open().await;
    let page = shop.visitor().get("/log-in").await;
    assert!(!page.text.contains("/sign-in/"), "{}", page.text);
    assert_eq!(shop.visitor().get("/sign-in/google").await.status, 404);
}

#[tokio::test]
async fn a_members_ways_in_are_their_own() {
    let bed = Bed::open(Provider::Kakao).await;
    let person = bed.shop.member("a@b.kr").await;
    let page = person.get("/account/ways-in").await;
    assert!(page.text.contains("href=\"/sign-in/kakao?link=true\""), "{}", page.text);
    assert!(person.get("/account").await.text.contains("href=\"/account/ways-in\""));
    assert_eq!(bed.shop.visitor().get("/account/ways-in").await.status, 401);
    for function in ["ways_in", "link_identity", "unlink_identity"] {
        let answer =
            bed.shop.visitor().call(&format!("members/{function}"), &[("provider", "kakao")]).await;
        assert_eq!(answer.status, 401, "{function}");
    }
}
