//! Talks of who is not signed in.

use super::{go_in, hear_up_to, new_key, room_of, say, until_archived, with_room, words};
use crate::kit::socket::Socket;
use crate::kit::{Answer, Person, TestShop};
use serde_json::json;

const PASSWORD: &str = "seonchak-test";

/// The cookie by which a visitor's talk is known.
fn cookie_of(sent: &Answer) -> Option<String> {
    let cookies = sent.headers.get_all("set-cookie").into_iter();
    let texts = cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next());
    texts.filter(|cookie| cookie.starts_with("chat=")).map(str::to_owned).next()
}

async fn sign_up(person: &Person) -> Answer {
    let form =
        [("name", "박하늘"), ("email", "v@b.kr"), ("password", PASSWORD), ("address", "서울")];
    person.call("members/sign_up", &form).await
}

#[tokio::test]
async fn a_visitor_is_known_by_a_cookie_and_hears_the_answer() {
    let shop = TestShop::with_chat(2).await;
    let visitor = shop.visitor();
    let sent = say(&visitor, 0, &new_key(), "배송비 있나요?").await;
    let (room, cookie) = (room_of(&sent), cookie_of(&sent).expect("a cookie"));
    let mut socket = Socket::open_by_cookie(&shop, 1, &cookie).await;
    go_in(&mut socket, room).await;
    let counsellor = shop.counsellor("c@b.kr").await;
    assert_eq!(with_room(&counsellor, "counsel/take", room).await.status, 200);
    assert_eq!(say(&counsellor, room, &new_key(), "3만 원부터 무료예요").await.status, 200);
    let heard = hear_up_to(&mut socket, 2, 3).await;
    assert_eq!(words(&heard[0]), "3만 원부터 무료예요");
    let again = say(&visitor, 0, &new_key(), "네").await;
    assert_eq!((room_of(&again), cookie_of(&again)), (room, None), "the same talk, and cookie");
    let talk = visitor.call("chat/show", &[]).await.json();
    assert_eq!(talk["room"]["id"], room);
}

#[tokio::test]
async fn a_secret_that_somebody_else_has_chosen_opens_no_talk() {
    let shop = TestShop::with_chat(1).await;
    let lured = shop.visitor().forging("chat=AAAAAAAAAAAAAAAAAAAAAA");
    let cookie = cookie_of(&say(&lured, 0, &new_key(), "안녕하세요").await);
    assert!(cookie.is_some_and(|cookie| cookie != "chat=AAAAAAAAAAAAAAAAAAAAAA"));
}

#[tokio::test]
async fn who_signs_in_takes_the_talk_along_and_the_cookie_opens_it_no_more() {
    let shop = TestShop::with_chat(1).await;
    let person = shop.visitor();
    let sent = say(&person, 0, &new_key(), "회원이 될게요").await;
    let (room, cookie) = (room_of(&sent), cookie_of(&sent).unwrap());
    until_archived(&shop.direct, room, &["회원이 될게요"]).await;
    // The page that was open stays in the room.
    let mut socket = Socket::open_by_cookie(&shop, 0, &cookie).await;
    go_in(&mut socket, room).await;
    let signed_up = sign_up(&person).await;
    assert_eq!(cookie_of(&signed_up).as_deref(), Some("chat="), "the cookie is forgotten");
    assert_eq!(room_of(&say(&person, 0, &new_key(), "회원이에요").await), room);
    assert_eq!(words(&hear_up_to(&mut socket, 1, 2).await[0]), "회원이에요");
    let old = shop.visitor().forging(&cookie);
    assert_eq!(old.call("chat/show", &[]).await.json(), json!(null));
    assert_eq!(say(&old, room, &new_key(), "저예요").await.status, 404);
    // Elsewhere, signed in: the same talk.
    let elsewhere = shop.visitor();
    let form = [("email", "v@b.kr"), ("password", PASSWORD)];
    assert_eq!(elsewhere.call("members/log_in", &form).await.status, 200);
    let talk = elsewhere.call("chat/show", &[]).await.json();
    assert_eq!(talk["messages"].as_array().unwrap().len(), 2);
}
