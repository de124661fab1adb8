//! Who hears what is said.

use super::{enter, hear_up_to, new_key, open_room, say, with_room, words};
use crate::kit::socket::Socket;
use crate::kit::{TestShop, until};
use shop::chat::{Body, RoomId, Side};
use shop::live::{FromBrowser, ToBrowser};

#[tokio::test]
async fn what_is_said_is_heard_by_both_sides_on_any_server_in_its_order() {
    let shop = TestShop::with_chat(2).await;
    let member = shop.member("a@b.kr").await;
    let counsellor = shop.counsellor("c@b.kr").await.at(shop.url(1));
    let room = open_room(&member, "안녕하세요").await;
    assert_eq!(with_room(&counsellor, "counsel/take", room).await.status, 200);
    let mut here = enter(&shop, 0, &member, room).await;
    let mut tab = enter(&shop, 1, &member, room).await;
    let mut there = enter(&shop, 1, &counsellor, room).await;
    for (person, text) in [
        (&member, "주문이 안 와요"),
        (&counsellor, "확인할게요"),
        (&member, "네"),
        (&member, "고마워요"),
    ] {
        assert_eq!(say(person, room, &new_key(), text).await.status, 200);
    }
    for socket in [&mut here, &mut tab, &mut there] {
        // The first two may have got their numbers before or after the socket came in.
        let heard = hear_up_to(socket, 2, 6).await;
        let said: Vec<(Side, &str)> = heard.iter().map(|m| (m.side, words(m))).collect();
        let shopper = |text| (Side::Shopper, text);
        let ours = (Side::Counsellor, "확인할게요");
        assert_eq!(said, [shopper("주문이 안 와요"), ours, shopper("네"), shopper("고마워요")]);
        let names: Vec<_> = heard.iter().map(|message| message.name.as_deref()).collect();
        assert_eq!(names, [None, Some("시험"), None, None], "a shopper's name is not told");
    }
}

#[tokio::test]
async fn somebody_who_writes_is_seen_to_write_by_everybody_else() {
    let shop = TestShop::with_chat(2).await;
    let member = shop.member("a@b.kr").await;
    let counsellor = shop.counsellor("c@b.kr").await;
    let room = open_room(&member, "안녕하세요").await;
    let mut here = enter(&shop, 0, &member, room).await;
    let mut there = enter(&shop, 1, &counsellor, room).await;
    let typing = FromBrowser::Typing { room_id: RoomId(room) };
    let writes = |frame| match frame {
        ToBrowser::Typing { side, name, .. } => Some((side, name)),
        _ => None,
    };
    here.say(&typing).await;
    assert_eq!(there.hear("the shopper writes", writes).await, (Side::Shopper, None));
    there.say(&typing).await;
    let ours = (Side::Counsellor, Some("시험".to_owned()));
    assert_eq!(here.hear("the counsellor writes", writes).await, ours, "and not oneself");
}

#[tokio::test]
async fn a_room_that_changes_hands_tells_so_itself() {
    let shop = TestShop::with_chat(2).await;
    let member = shop.member("a@b.kr").await;
    let room = open_room(&member, "안녕하세요").await;
    let mut socket = enter(&shop, 1, &member, room).await;
    assert_eq!(with_room(&member, "chat/ask_counsellor", room).await.status, 200);
    assert_eq!(with_room(&member, "chat/close", room).await.status, 200);
    let heard = hear_up_to(&mut socket, 1, 3).await;
    assert_eq!(heard.iter().map(|m| &m.body).collect::<Vec<_>>(), [&Body::Waiting, &Body::Closed]);
}

#[tokio::test]
async fn who_has_read_what_is_told_to_the_other_side() {
    let shop = TestShop::with_chat(2).await;
    let member = shop.member("a@b.kr").await;
    let counsellor = shop.counsellor("c@b.kr").await;
    let room = open_room(&member, "안녕하세요").await;
    super::until_archived(&shop.direct, room, &["안녕하세요"]).await;
    let mut socket = enter(&shop, 1, &member, room).await;
    // Nobody can have read what was not said.
    let read = [("room_id", &*room.to_string()), ("number", "99")];
    assert_eq!(counsellor.call("chat/read", &read).await.status, 200);
    let by_shop = |frame| match frame {
        ToBrowser::Room { room } => (room.read_by_shop > 0).then_some(room),
        _ => None,
    };
    let told = socket.hear("it was read", by_shop).await;
    assert_eq!((told.read_by_shop, told.read_by_shopper), (1, 0));
}

#[tokio::test]
async fn nobody_elses_room_is_heard_whatever_is_said_on_the_socket() {
    let shop = TestShop::with_chat(1).await;
    let (member, other) = (shop.member("a@b.kr").await, shop.member("o@b.kr").await);
    let (theirs, own) =
        (open_room(&member, "비밀이에요").await, open_room(&other, "제 거예요").await);
    let mut socket = Socket::open(&shop, 0, Some(&other)).await;
    socket.say(&FromBrowser::Counsel).await;
    socket.say(&FromBrowser::Enter { room_id: RoomId(theirs) }).await;
    socket.say(&FromBrowser::Typing { room_id: RoomId(theirs) }).await;
    super::go_in(&mut socket, own).await;
    let mut visitor = Socket::open(&shop, 0, None).await;
    visitor.say(&FromBrowser::Enter { room_id: RoomId(theirs) }).await;
    assert_eq!(say(&member, theirs, &new_key(), "아무도 못 들어요").await.status, 200);
    until("it has its number", async || {
        (super::archived(&shop.direct, theirs).await.len() == 2).then_some(())
    })
    .await;
    assert_eq!(say(&other, own, &new_key(), "들려요").await.status, 200);
    let first = |frame| match frame {
        ToBrowser::Said { room_id, messages } => Some((room_id, messages)),
        ToBrowser::Room { room } => (room.id != RoomId(own)).then(|| (room.id, vec![])),
        _ => None,
    };
    loop {
        let (room, messages) = socket.hear("the own room", first).await;
        assert_eq!(room, RoomId(own), "{messages:?}");
        if messages.iter().any(|message| words(message) == "들려요") {
            break;
        }
    }
}
