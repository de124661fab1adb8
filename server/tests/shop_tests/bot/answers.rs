//! What the bot knows.

use super::{Talks, member, visitor};
use crate::kit::seed::insert_order;
use crate::kit::shop::insert_member;
use shop::chat::bot::{BotSays, SaidPlace};
use shop::drops;
use shop::members::MemberId;
use shop::orders::{DELIVERY_FEE, FREE_DELIVERY_FROM, State};
use shop::{Moment, Shop};
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(60 * 60);

#[tokio::test]
async fn a_member_is_told_where_their_newest_orders_are_and_nobody_elses() {
    let mut talks = Talks::open().await;
    let shop = talks.shop.direct.clone();
    let (buyer, other) =
        (insert_member(&shop, "a@b.kr").await, insert_member(&shop, "o@b.kr").await);
    let (_, says) = talks.ask(&member(buyer), "주문 어디 있어요?").await;
    assert_eq!(says, BotSays::Orders { newest: vec![] });
    let mut ids = vec![];
    for (hours, state) in
        (0..).zip([State::Delivered, State::Cancelled, State::Shipped, State::Paid])
    {
        let placed_at = shop.now().plus(HOUR * hours);
        let order = insert_order(&shop, buyer, state, |order| order.placed_at = placed_at).await;
        ids.push((order, state));
    }
    insert_order(&shop, other, State::Paid, |order| order.placed_at = shop.now().plus(HOUR * 9))
        .await;
    let (_, says) = talks.ask(&member(buyer), "Where is my order").await;
    let BotSays::Orders { newest } = says else { panic!("{says:?}") };
    let told: Vec<_> = newest.iter().map(|order| (order.id, order.state)).collect();
    assert_eq!(told, [ids[3], ids[2], ids[1]]);
    assert_eq!(newest[0].first_item.ko, "도자기 컵");
}

async fn insert_coupon(shop: &Shop, owner: MemberId, drop: drops::DropId, code: &str, at: Moment) {
    sqlx::query(
        "insert into coupons (drop_id, member_id, code, issued_at, expires_at)
         values (?, ?, ?, ?, ?)",
    )
    .bind(drop.0)
    .bind(owner.0)
    .bind(code)
    .bind(shop.now())
    .bind(at)
    .execute(&shop.mysql)
    .await
    .unwrap();
}

#[tokio::test]
async fn a_member_is_told_which_coupons_expire_first() {
    let mut talks = Talks::open().await;
    let shop = talks.shop.direct.clone();
    let owner = insert_member(&shop, "a@b.kr").await;
    let soon = shop.now().plus(HOUR);
    let gone = shop.now().minus(HOUR);
    for (code, at) in
        [("LATE-LATE-LATE", soon.plus(HOUR)), ("SOON-SOON-SOON", soon), ("GONE", gone)]
    {
        let drop = talks.shop.drop_with(5, |new| new.name = code.into()).await;
        insert_coupon(&shop, owner, drop, code, at).await;
    }
    let (_, says) = talks.ask(&member(owner), "쿠폰 언제 만료돼요").await;
    let BotSays::Coupons { next, more: 0 } = says else { panic!("{says:?}") };
    let names: Vec<&str> = next.iter().map(|coupon| coupon.drop_name.as_str()).collect();
    assert_eq!(names, ["SOON-SOON-SOON", "LATE-LATE-LATE"]);
}

#[tokio::test]
async fn the_next_drop_is_told_to_everybody_and_a_place_in_a_line_to_who_has_it() {
    let mut talks = Talks::open().await;
    let shop = talks.shop.direct.clone();
    let (first, second) =
        (insert_member(&shop, "1@b.kr").await, insert_member(&shop, "2@b.kr").await);
    let visitor = visitor(&shop).await;
    let places = |says: BotSays| match says {
        BotSays::Drops { drops } => {
            drops.into_iter().map(|drop| (drop.id, drop.place)).collect::<Vec<_>>()
        }
        says => panic!("{says:?}"),
    };
    assert_eq!(places(talks.ask(&visitor, "다음 선착순 쿠폰").await.1), []);

    let coming = |hours| {
        move |new: &mut drops::NewDrop| {
            new.opens_at = new.opens_at.plus(HOUR * hours);
            new.closes_at = new.closes_at.plus(HOUR * hours);
        }
    };
    talks.shop.drop_with(5, coming(3)).await;
    let next = talks.shop.drop_with(5, coming(2)).await;
    let told = places(talks.ask(&visitor, "next drop").await.1);
    assert_eq!(told, [(next, SaidPlace::Upcoming)]);

    let open = talks.shop.drop_of(5).await;
    let told = places(talks.ask(&visitor, "대기번호").await.1);
    assert_eq!(told, [(open, SaidPlace::Open)], "a visitor has no place");
    // No server is here to issue: who joins waits.
    for member in [first, second] {
        drops::join(&shop, member, open, None).await.unwrap();
    }
    let told = places(talks.ask(&member(second), "제 대기번호 몇 번이에요?").await.1);
    let [(drop, SaidPlace::Waiting { ticket: 2, position: 2, .. })] = told[..] else {
        panic!("{told:?}")
    };
    assert_eq!(drop, open);
}

#[tokio::test]
async fn a_visitor_is_asked_to_log_in_and_told_what_everybody_may_know() {
    let mut talks = Talks::open().await;
    let visitor = visitor(&talks.shop.direct).await;
    for (asked, expected) in [
        ("주문 조회", BotSays::LogInFirst),
        ("내 쿠폰", BotSays::LogInFirst),
        ("배송비 얼마예요", BotSays::Delivery { fee: DELIVERY_FEE, free_from: FREE_DELIVERY_FROM }),
        ("사람이에요?", BotSays::Myself),
        ("고마워요", BotSays::Welcome),
    ] {
        assert_eq!(talks.ask(&visitor, asked).await.1, expected, "{asked}");
    }
    let (_, says) = talks.ask(&visitor, "상담 시간이 언제예요").await;
    let BotSays::Hours { hours, opens_at } = says else { panic!("{says:?}") };
    let now = talks.shop.now();
    assert_eq!(hours, talks.shop.direct.counsel.hours);
    assert_eq!(opens_at.is_none(), hours.is_open(now));
}

#[tokio::test]
async fn words_that_mean_nothing_are_about_the_order_that_they_were_sent_with() {
    let mut talks = Talks::open().await;
    let shop = talks.shop.direct.clone();
    let buyer = insert_member(&shop, "a@b.kr").await;
    let order = insert_order(&shop, buyer, State::Shipped, |_| {}).await;
    let form = shop::chat::SendForm {
        text: "이거요".into(),
        card: format!("order:{}", order.0),
        ..Default::default()
    };
    let sent = shop::chat::send(&shop, &member(buyer), &form, shop::Language::Ko).await.unwrap();
    let says = talks
        .until("it is answered", sent.sent.room_id, |said| {
            super::answers(said).first().map(|says| (*says).clone())
        })
        .await;
    let BotSays::Orders { newest } = says else { panic!("{says:?}") };
    assert_eq!(newest[0].id, order);
}
