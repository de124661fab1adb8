//! How many letters somebody gets, and may ask for.

use super::fixtures::{forget, signed_up, token};
use crate::kit::{TestShop, until};
use std::num::NonZeroU32;
use std::time::Duration;

const EMAIL: &str = "jiwoo@example.kr";
const AN_HOUR: Duration = Duration::from_secs(60 * 60);

/// What became of the letters to an address, once all of them are sent or dropped.
async fn outcomes(shop: &TestShop) -> Vec<Option<String>> {
    until("no letter is due", async || {
        let rows: Vec<(Option<String>, bool)> =
            sqlx::query_as("select dropped_for, due_at is not null from letters order by id")
                .fetch_all(&shop.direct.mysql)
                .await
                .unwrap();
        let is_over = rows.iter().all(|(_, is_due)| !is_due);
        is_over.then(|| rows.into_iter().map(|(why, _)| why).collect())
    })
    .await
}

#[tokio::test]
async fn an_address_gets_three_letters_with_a_link_an_hour_and_no_answer_tells() {
    let shop = TestShop::open().await;
    signed_up(&shop, EMAIL).await;
    for _ in 0..4 {
        forget(&shop, EMAIL).await;
    }
    let too_many = || Some("too_many".to_owned());
    // The first one is that of the sign-up.
    assert_eq!(outcomes(&shop).await, [None, None, None, too_many(), too_many()]);

    shop.clock.advance(AN_HOUR);
    forget(&shop, EMAIL).await;
    token(&shop, EMAIL, "reset", 3).await;
}

#[tokio::test]
async fn whoever_asks_for_letters_without_end_is_told_to_wait() {
    let mut shop = TestShop::open_with(0).await;
    shop.letters.per_hour = NonZeroU32::new(2);
    shop.add_server().await;
    let visitor = shop.visitor();
    let mut statuses = vec![];
    for n in 0..3 {
        let email = format!("nobody{n}@example.kr");
        let answer = visitor.call("members/forget_password", &[("email", &email)]).await;
        assert_eq!(answer.header("retry-after").is_some(), n == 2, "{answer:?}");
        statuses.push(answer.status);
    }
    assert_eq!(statuses, [200, 200, 429]);
    shop.clock.advance(AN_HOUR);
    let answer = visitor.call("members/forget_password", &[("email", EMAIL)]).await;
    assert_eq!(answer.status, 200);
}
