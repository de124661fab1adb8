//! Notes are for colleagues alone.

use super::fixtures::{about, counsellor, insert_room, say};
use crate::kit::socket::Socket;
use crate::kit::{Person, TestShop};
use serde_json::json;
use shop::chat::{RoomId, RoomState, Side};
use shop::live::{FromBrowser, ToBrowser};

const SECRET: &str = "까다로운 손님";

async fn note(person: &Person, room: RoomId, text: &str) -> crate::kit::Answer {
    let room = room.0.to_string();
    person.call("counsel/add_note", &[("room_id", &room), ("text", text)]).await
}

#[tokio::test]
async fn colleagues_read_notes_in_their_order() {
    let shop = TestShop::with_chat(1).await;
    let (first, second) = (counsellor(&shop, "c@b.kr").await, counsellor(&shop, "d@b.kr").await);
    let room = insert_room(&shop, |_| {}).await;
    assert_eq!(note(&first, room, SECRET).await.status, 200);
    assert_eq!(note(&second, room, "환불 안내함").await.status, 200);
    let beside = about(&first, "counsel/beside", room).await.json();
    let texts = beside["notes"].as_array().unwrap().iter().map(|note| note["text"].clone());
    assert_eq!(texts.collect::<Vec<_>>(), [json!(SECRET), json!("환불 안내함")]);
    assert_eq!(beside["notes"][0]["writer"], "시험");
    let page = second.get(&format!("/counsel/rooms/{}", room.0)).await;
    assert!(page.text.contains(SECRET), "it stands beside the talk");
    let empty = note(&first, room, "  ").await;
    assert_eq!((empty.status, empty.problem("message")), (422, Some(json!("missing"))));
    let long = note(&first, room, &"가".repeat(2_001)).await;
    assert_eq!(long.status, 422);
}

#[tokio::test]
async fn no_shopper_ever_sees_a_note() {
    let shop = TestShop::with_chat(1).await;
    let works = counsellor(&shop, "c@b.kr").await;
    let shopper = shop.member("a@b.kr").await;
    let room = insert_room(&shop, |room| room.owner = Some(shopper.id())).await;
    say(&shop, room, Side::Shopper, "환불해 주세요").await;
    let mut socket = Socket::open(&shop, 0, Some(&shopper)).await;
    socket.say(&FromBrowser::Enter { room_id: room }).await;
    assert_eq!(note(&shopper, room, SECRET).await.status, 403, "and none writes one");
    assert_eq!(note(&works, room, SECRET).await.status, 200);
    assert_eq!(about(&works, "counsel/take", room).await.status, 200);
    let taken = socket.hear("the room is taken", |frame| {
        let text = serde_json::to_string(&frame).unwrap();
        assert!(!text.contains(SECRET), "{text}");
        matches!(frame, ToBrowser::Room { room } if room.state == RoomState::Taken).then_some(())
    });
    taken.await;
    for function in ["chat/show", "chat/history", "counsel/beside", "counsel/show"] {
        let answer = about(&shopper, function, room).await;
        assert!(!answer.text.contains(SECRET), "{function}: {answer:?}");
    }
}
