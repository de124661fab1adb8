//! Who of the shop's people is at work.

use super::{open_room, with_room};
use crate::kit::socket::Socket;
use crate::kit::{Person, TestShop, until};
use shop::Shop;
use shop::chat::{self, RoomId};
use shop::live::{FromBrowser, ToBrowser};
use shop::members::sessions::{Session, SessionId};
use std::time::Duration;

const A_MINUTE: Duration = Duration::from_secs(61);

/// A room that this counsellor has taken.
async fn taken_by(shop: &TestShop, counsellor: &Person) -> u64 {
    let member = shop.member("a@b.kr").await;
    let room = open_room(&member, "안녕하세요").await;
    sqlx::query(
        "update chat_rooms set state = 'taken', state_at = ?, counsellor_id = ? where id = ?",
    )
    .bind(shop.now())
    .bind(counsellor.id().0)
    .bind(room)
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    room
}

async fn state_of(shop: &Shop, room: u64) -> String {
    sqlx::query_scalar("select state from chat_rooms where id = ?")
        .bind(room)
        .fetch_one(&shop.mysql)
        .await
        .unwrap()
}

/// A counsellor's socket in the test's own process.
fn at_work(shop: &Shop, counsellor: &Person) -> shop::live::SocketId {
    let member = counsellor.id();
    let session = Session { id: SessionId(1), member, started_at: shop.now() };
    let (id, _queue) = shop.hub.connect(Some(session));
    shop.hub.begin_work(id, member);
    id
}

#[tokio::test]
async fn a_counsellor_at_work_hears_of_every_room_and_a_shopper_of_none() {
    let shop = TestShop::with_chat(2).await;
    let counsellor = shop.counsellor("c@b.kr").await;
    let mut socket = Socket::open(&shop, 1, Some(&counsellor)).await;
    socket.say(&FromBrowser::Counsel).await;
    until("they are seen at work", async || {
        shop.servers[1].shop.hub.is_at_work(counsellor.id()).then_some(())
    })
    .await;
    let member = shop.member("a@b.kr").await;
    let room = open_room(&member, "안녕하세요").await;
    let of_it = |frame| match frame {
        ToBrowser::Room { room: told } => (told.id == RoomId(room)).then_some(told.last_number),
        _ => None,
    };
    assert_eq!(socket.hear("the new room", of_it).await, 1);
    assert_eq!(with_room(&member, "chat/ask_counsellor", room).await.status, 200);
    socket.hear("the room waits", of_it).await;
}

#[tokio::test]
async fn who_has_gone_for_a_minute_gives_their_rooms_back_and_who_is_there_does_not() {
    let shop = TestShop::with_chat(0).await;
    // Rooms are opened by a server, and looked after by the test alone.
    let mut shop = shop;
    shop.add_server().await;
    let counsellor = shop.counsellor("c@b.kr").await;
    let room = taken_by(&shop, &counsellor).await;
    shop.servers.remove(0).stop().await;
    let direct = &*shop.direct;

    let socket = at_work(direct, &counsellor);
    shop.clock.advance(A_MINUTE);
    chat::see_who_is_at_work(direct).await.unwrap();
    assert_eq!(chat::give_back_rooms(direct).await.unwrap(), 0, "seen just now");
    direct.hub.disconnect(socket);
    shop.clock.advance(A_MINUTE);
    chat::see_who_is_at_work(direct).await.unwrap();
    assert_eq!(chat::give_back_rooms(direct).await.unwrap(), 1);
    assert_eq!(state_of(direct, room).await, "waiting");
    assert_eq!(chat::give_back_rooms(direct).await.unwrap(), 0, "once");
}

#[tokio::test]
async fn who_works_for_the_shop_no_more_hears_no_more() {
    let shop = TestShop::with_chat(0).await;
    let direct = &*shop.direct;
    let counsellor = {
        let id = crate::kit::shop::insert_member(direct, "c@b.kr").await;
        Person::new("http://nowhere", Some((id, String::new())))
    };
    shop::members::grant(direct, "c@b.kr", shop::members::Role::Counsellor, "test").await.unwrap();
    at_work(direct, &counsellor);
    chat::see_who_is_at_work(direct).await.unwrap();
    assert!(direct.hub.is_at_work(counsellor.id()));
    sqlx::query("delete from member_roles").execute(&direct.mysql).await.unwrap();
    chat::see_who_is_at_work(direct).await.unwrap();
    assert!(!direct.hub.is_at_work(counsellor.id()));
}
