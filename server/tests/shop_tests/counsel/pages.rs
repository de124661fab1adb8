//! The counsellors' pages, read without JavaScript.

use super::fixtures::{about, counsellor, insert_room, say};
use crate::kit::{Person, TestShop};
use reqwest::header::{ACCEPT, REFERER};
use shop::chat::Side;

async fn page(person: &Person, path: &str) -> String {
    let answer = person.get(path).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.text
}

#[tokio::test]
async fn the_list_and_a_room_are_readable_as_they_come() {
    let shop = TestShop::open().await;
    let works = counsellor(&shop, "c@b.kr").await;
    let room = insert_room(&shop, |_| {}).await;
    say(&shop, room, Side::Shopper, "배송이 언제 되나요?").await;
    let list = page(&works, "/counsel").await;
    assert!(list.contains("배송이 언제 되나요?"), "{list}");
    assert!(list.contains(&format!("방문자 {}", room.0)));
    assert!(list.contains(&format!("href=\"/counsel/rooms/{}\"", room.0)));
    let path = format!("/counsel/rooms/{}", room.0);
    let free = page(&works, &path).await;
    assert!(free.contains("data-testid=\"take\""), "{free}");
    assert!(free.contains("data-testid=\"chat-message\""));
    assert_eq!(about(&works, "counsel/take", room).await.status, 200);
    let own = page(&works, &path).await;
    for part in ["name=\"text\"", "data-testid=\"close-now\"", "data-testid=\"hand-over\""] {
        assert!(own.contains(part), "{part}");
    }
    assert!(!own.contains("data-testid=\"take\""), "it is taken");
    let colleague = counsellor(&shop, "d@b.kr").await;
    let theirs = page(&colleague, &path).await;
    assert!(!theirs.contains("data-testid=\"close\""), "a colleague's is not theirs to close");
    assert!(page(&works, "/counsel?tab=mine").await.contains("배송이 언제 되나요?"));
    assert_eq!(works.get("/counsel/rooms/999999").await.status, 404);
    assert_eq!(works.get("/counsel/rooms/x").await.status, 404);
}

#[tokio::test]
async fn a_form_leads_back_to_its_room() {
    let shop = TestShop::open().await;
    let works = counsellor(&shop, "c@b.kr").await;
    let room = insert_room(&shop, |_| {}).await;
    let path = format!("/counsel/rooms/{}", room.0);
    let number = room.0.to_string();
    for (function, more) in [("counsel/take", None), ("counsel/add_note", Some(("text", "메모")))]
    {
        let mut form = vec![("room_id", number.as_str())];
        form.extend(more);
        let request = works.post(function).header(ACCEPT, "text/html");
        let request = request.header(REFERER, format!("{}{path}?tab=all", shop.url(0)));
        let answer = works.send(request.form(&form)).await;
        assert_eq!((answer.status, answer.header("location")), (302, Some(path.as_str())));
    }
}

#[tokio::test]
async fn a_counsellor_finds_the_way_from_every_page() {
    let shop = TestShop::open().await;
    let works = counsellor(&shop, "c@b.kr").await;
    let link = "data-testid=\"counsel-link\"";
    assert!(page(&works, "/").await.contains(link));
    assert!(page(&works, "/admin/orders").await.contains("href=\"/counsel\""));
    assert!(!page(&shop.member("a@b.kr").await, "/").await.contains(link));
}
