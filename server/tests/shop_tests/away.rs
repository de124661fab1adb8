//! Closing the laptop: the place is kept for a while, and then given back.

use crate::kit::shop::PLACE_KEPT;
use crate::kit::socket::Socket;
use crate::kit::{Person, TestShop, until};
use shop::drops::{DropId, LineState, away};
use shop::live::{FromBrowser, ToBrowser};
use shop::members::{MemberId, Role};
use std::time::Duration;

const A_SECOND: Duration = Duration::from_secs(1);

/// A drop in whose line people wait, since it is paused; and the admin who paused it.
async fn paused(shop: &TestShop) -> (DropId, MemberId) {
    let email = "admin@away.kr";
    let admin = crate::kit::shop::insert_member(&shop.direct, email).await;
    shop::members::grant(&shop.direct, email, Role::Admin, "test").await.unwrap();
    let drop = shop.drop_of(10).await;
    until("the line is open", async || {
        shop.visitor().call("drops/show", &[("drop_id", &drop.0.to_string())]).await;
        shop.servers[0].shop.lines.view(drop, shop.now())
    })
    .await;
    shop::drops::owner::pause(&shop.direct, admin, drop).await.unwrap();
    until("the line is paused", async || {
        let (view, _) = shop.servers[0].shop.lines.view(drop, shop.now())?;
        (view.state == LineState::Paused).then_some(())
    })
    .await;
    (drop, admin)
}

/// A page of somebody's who looks at the drop.
async fn page_of(shop: &TestShop, server: usize, person: &Person, drop_id: DropId) -> Socket {
    let mut socket = Socket::open(shop, server, Some(person)).await;
    socket.say(&FromBrowser::Follow { drop_id }).await;
    socket.hear("the line", |f| matches!(f, ToBrowser::Line { .. }).then_some(())).await;
    socket
}

/// Since when a member is away, as Redis has it.
async fn away_since(shop: &TestShop, drop: DropId, member: MemberId) -> Option<i64> {
    let key = format!("{}{{drop:{}}}:away", shop.settings.redis_prefix, drop.0);
    let mut redis = shop.direct.redis.shared();
    redis::cmd("HGET").arg(key).arg(member.0).query_async(&mut redis).await.unwrap()
}

async fn until_away(shop: &TestShop, drop: DropId, member: MemberId) {
    until("it is noted that they are away", async || away_since(shop, drop, member).await).await;
}

async fn until_there(shop: &TestShop, drop: DropId, member: MemberId) {
    until("the note is gone", async || {
        away_since(shop, drop, member).await.is_none().then_some(())
    })
    .await;
}

#[tokio::test]
async fn who_is_away_for_too_long_is_passed_over_and_nobody_else_is() {
    let shop = TestShop::open().await;
    let (drop, admin) = paused(&shop).await;
    let mut people = vec![];
    for name in ["closed", "open", "curl"] {
        let person = shop.member(&format!("{name}@away.kr")).await;
        person.join(drop).await;
        people.push(person);
    }
    let closed = page_of(&shop, 0, &people[0], drop).await;
    let _open = page_of(&shop, 0, &people[1], drop).await;
    std::mem::drop(closed);
    until_away(&shop, drop, people[0].id()).await;
    shop.clock.advance(PLACE_KEPT + A_SECOND);
    shop::drops::owner::resume(&shop.direct, admin, drop).await.unwrap();
    for person in &people[1..] {
        person.until_place_is(drop, "issued").await;
    }
    assert_eq!(shop.coupons(drop).await, [(people[1].id(), Some(2)), (people[2].id(), Some(3))]);
    assert_eq!(people[0].mine(drop).await.state(), "not_joined");
    // Who comes again stands at the end.
    people[0].join(drop).await;
    people[0].until_place_is(drop, "issued").await;
    assert_eq!(shop.coupons(drop).await[2], (people[0].id(), Some(4)));
}

#[tokio::test]
async fn who_comes_back_in_time_has_kept_the_place() {
    let shop = TestShop::open().await;
    let (drop, admin) = paused(&shop).await;
    let mut people = vec![];
    for name in ["asks", "clicks", "opens"] {
        let person = shop.member(&format!("{name}@away.kr")).await;
        person.join(drop).await;
        let page = page_of(&shop, 0, &person, drop).await;
        std::mem::drop(page);
        until_away(&shop, drop, person.id()).await;
        people.push(person);
    }
    shop.clock.advance(PLACE_KEPT - 2 * A_SECOND);
    people[0].mine(drop).await;
    people[1].join(drop).await;
    let _page = page_of(&shop, 0, &people[2], drop).await;
    for person in &people {
        until_there(&shop, drop, person.id()).await;
    }
    shop.clock.advance(PLACE_KEPT);
    shop::drops::owner::resume(&shop.direct, admin, drop).await.unwrap();
    for (n, person) in people.iter().enumerate() {
        person.until_place_is(drop, "issued").await;
        assert_eq!(shop.coupons(drop).await[n], (person.id(), Some(n as u64 + 1)));
    }
}

#[tokio::test]
async fn one_of_two_pages_is_enough_to_be_there() {
    let shop = TestShop::open_with(2).await;
    let (drop, _) = paused(&shop).await;
    let person = shop.member("two@away.kr").await;
    person.join(drop).await;
    let (first, second) =
        (page_of(&shop, 0, &person, drop).await, page_of(&shop, 0, &person, drop).await);
    let far = page_of(&shop, 1, &person, drop).await;
    std::mem::drop(first);
    until("the first page is gone", async || {
        (shop.servers[0].shop.hub.sockets() == 1).then_some(())
    })
    .await;
    away::note_comings_and_goings(&shop.servers[0].shop).await.unwrap();
    assert_eq!(away_since(&shop, drop, person.id()).await, None);

    // The other server does not know of the page at this one, which says so from time to time; that
    // the page has come is told already, and takes away no note that is made after it.
    away::note_comings_and_goings(&shop.servers[1].shop).await.unwrap();
    std::mem::drop(second);
    until_away(&shop, drop, person.id()).await;
    away::note_who_is_there(&shop.servers[1].shop).await.unwrap();
    assert_eq!(away_since(&shop, drop, person.id()).await, None);
    std::mem::drop(far);
    until_away(&shop, drop, person.id()).await;
}

#[tokio::test]
async fn nobody_is_noted_who_does_not_wait() {
    let shop = TestShop::open().await;
    let (drop, _) = paused(&shop).await;
    let (looks, waits) = (shop.member("looks@away.kr").await, shop.member("waits@away.kr").await);
    waits.join(drop).await;
    let pages = (page_of(&shop, 0, &looks, drop).await, page_of(&shop, 0, &waits, drop).await);
    std::mem::drop(pages);
    until_away(&shop, drop, waits.id()).await;
    until("both are gone", async || (shop.servers[0].shop.hub.sockets() == 0).then_some(())).await;
    away::note_comings_and_goings(&shop.servers[0].shop).await.unwrap();
    assert_eq!(away_since(&shop, drop, looks.id()).await, None);
}
