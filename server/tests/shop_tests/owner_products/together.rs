//! Several at once: two admins, and orders that go on meanwhile.

use super::fixtures::{Form, png};
use super::{kept_names, shown};
use crate::kit::TestShop;
use futures::future::join_all;
use serde_json::json;

async fn sell(shop: &TestShop, id: u64, pieces: u32) {
    sqlx::query("update products set stock = stock - ?, sold = sold + ? where id = ?")
        .bind(pieces)
        .bind(pieces)
        .bind(id)
        .execute(&shop.direct.mysql)
        .await
        .unwrap();
}

#[tokio::test]
async fn the_second_of_two_admins_overwrites_nothing() {
    let shop = TestShop::open().await;
    let (one, two) = (shop.admin("one@test.kr").await, shop.admin("two@test.kr").await);
    let id = Form::new().with(png(1)).made_by(&one).await;
    let seen = shown(&two, id).await;
    let first = Form::of(&seen).set("price", "11000").sent_by(&one).await;
    assert_eq!(first.status, 200);
    let files = shop.media_dir.files();

    let second = Form::of(&seen).set("price", "19000").with(png(2));
    let answer = second.sent_by(&two).await;
    assert_eq!((answer.status, &answer.json()["refusal"]), (409, &json!("edited_meanwhile")));
    assert_eq!(shown(&two, id).await["price"], 11_000);
    assert_eq!(shop.media_dir.files(), files, "the new picture is gone again");

    // Withdrawing counts as an edit, too.
    let seen = shown(&two, id).await;
    one.call("catalog/withdraw", &[("product_id", &id.to_string())]).await;
    assert_eq!(Form::of(&seen).sent_by(&two).await.status, 409);
    assert_eq!(Form::of(&shown(&two, id).await).sent_by(&two).await.status, 200);
}

#[tokio::test]
async fn what_is_sold_while_an_owner_types_stays_sold() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let id = Form::new().with(png(1)).made_by(&admin).await;
    let seen = shown(&admin, id).await;
    sell(&shop, id, 4).await;
    let answer = Form::of(&seen).set("price", "9900").sent_by(&admin).await;
    assert_eq!(answer.status, 200, "an order is no edit: {}", answer.text);
    assert_eq!(shown(&admin, id).await["stock"], 6, "ten were shown, four were sold");

    let seen = shown(&admin, id).await;
    sell(&shop, id, 5).await;
    let answer = Form::of(&seen).set("stock", "4").sent_by(&admin).await;
    assert_eq!(answer.status, 422);
    let said = json!({"out_of_range": {"min": 5, "max": 1_000_000}});
    assert_eq!(answer.problem("stock"), Some(said), "one piece would be less than nothing");
    let answer = Form::of(&seen).set("stock", "26").sent_by(&admin).await;
    assert_eq!(answer.status, 200);
    assert_eq!(shown(&admin, id).await["stock"], 21, "twenty came in");
}

/// Some save the picture, some are refused with it and take its files away again: whoever shows
/// it must find it.
#[tokio::test]
async fn nobody_removes_what_another_begins_to_show() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let good = Form::new().with(png(1));
    let bad = good.clone().set("category", "nowhere");
    let sent = (0..24).map(|number| {
        let (form, admin) = (if number % 3 == 0 { good.clone() } else { bad.clone() }, &admin);
        async move {
            loop {
                // A crowd on a slow machine: a shop that is busy says so, and is asked again.
                let status = form.sent_by(admin).await.status;
                if status != 503 {
                    return status;
                }
            }
        }
    });
    let answers = join_all(sent).await;
    assert_eq!(answers.iter().filter(|status| **status == 200).count(), 8, "{answers:?}");
    assert_eq!(answers.iter().filter(|status| **status == 422).count(), 16, "{answers:?}");
    let name = kept_names(&admin, 1).await;
    assert_eq!(name.len(), 1);
    assert_eq!(shop.media_dir.files().len(), 3);
}
