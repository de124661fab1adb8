//! Whoever has a second factor shows both before what cannot be taken back.

use super::*;
use serde_json::json;
use std::time::Duration;

const TEN_MINUTES: Duration = Duration::from_secs(10 * 60);
const FILLED_IN: [(&str, &str); 2] = [("email", "new@b.kr"), ("current_password", PASSWORD)];
/// What asks again who somebody is, and the page it stands on.
const FORMS: [(&str, &str); 3] = [
    ("members/change_email", "/account/email"),
    ("members/remove_factor", "/account/factor"),
    ("members/leave", "/account/leave"),
];

async fn send(person: &Person, function: &str) -> Answer {
    person.call(function, &FILLED_IN).await
}

#[tokio::test]
async fn a_password_is_not_enough_long_after_the_last_code() {
    let shop = TestShop::open().await;
    let (admin, telephone, _) = admin(&shop).await;
    // The last one may not leave.
    shop.admin("another@b.kr").await;
    shop.clock.advance(TEN_MINUTES);
    for (function, page) in FORMS {
        let answer = send(&admin, function).await;
        let refused = (answer.status, &answer.json()["refusal"]);
        assert_eq!(refused, (401, &json!("log_in_again")), "{function}");

        let form = admin.post(function).header("accept", "text/html");
        let form = form.header("referer", format!("{}{page}", shop.url(0)));
        let answer = admin.send(form.form(&FILLED_IN)).await;
        let led_to = answer.header("location").unwrap().to_owned();
        let page_again = admin.get(led_to.strip_prefix(&shop.url(0)).unwrap()).await.text;
        let log_in = format!("href=\"/log-in?next={}\"", page.replace('/', "%2F"));
        assert!(page_again.contains(&log_in), "{function}: {page_again}");
    }
    assert!(standing(&admin).await["set"].is_object(), "it is still there");
    assert!(is_signed_in(&admin).await, "and so are they");

    let again = half_in(&shop).await;
    assert_eq!(show_code(&again, &telephone.code(shop.now())).await.status, 200);
    for (function, _) in FORMS {
        assert_eq!(send(&again, function).await.status, 200, "{function}");
    }
}

#[tokio::test]
async fn who_has_no_factor_goes_by_the_password_however_long_ago_they_logged_in() {
    let shop = TestShop::open().await;
    let counsellor = staff(&shop, EMAIL, Role::Counsellor).await;
    shop.clock.advance(TEN_MINUTES);
    for (function, _) in FORMS {
        assert_eq!(send(&counsellor, function).await.status, 200, "{function}");
    }
}
