//! The list of rooms, and a room.

use super::fixtures::{about, block, counsellor, ids, insert_room, listed, say};
use crate::kit::TestShop;
use crate::kit::explain::{frugal, know_the_tables, no_full_scan, rows_read};
use crate::kit::seed::insert_order;
use serde_json::json;
use shop::chat::counsel::{self, ROOMS_PER_PAGE, Tab};
use shop::chat::{RoomState, Side};
use shop::orders::State;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test]
async fn only_those_who_work_for_the_shop_see_rooms() {
    let shop = TestShop::open().await;
    let shopper = shop.member("a@b.kr").await;
    let room = insert_room(&shop, |room| room.owner = Some(shopper.id())).await;
    let (works, blocked) =
        (counsellor(&shop, "c@b.kr").await, counsellor(&shop, "gone@b.kr").await);
    block(&shop, &blocked).await;
    let admin = shop.admin("owner@b.kr").await;
    let everybody = [
        (shop.visitor(), 401),
        (shopper, 403),
        (shop.member("other@b.kr").await, 403),
        (blocked, 403),
        (works, 200),
        (admin, 200),
    ];
    let path = format!("/counsel/rooms/{}", room.0);
    for (person, status) in everybody {
        for function in ["counsel/list", "counsel/canned"] {
            assert_eq!(person.call(function, &[]).await.status, status, "{function}");
        }
        for function in ["counsel/show", "counsel/beside"] {
            assert_eq!(about(&person, function, room).await.status, status, "{function}");
        }
        for page in ["/counsel", "/counsel/canned", &path] {
            assert_eq!(person.get(page).await.status, status, "{page}");
        }
    }
}

#[tokio::test]
async fn a_counsellors_own_talk_is_a_shoppers() {
    let shop = TestShop::open().await;
    let works = counsellor(&shop, "c@b.kr").await;
    let own = insert_room(&shop, |room| room.owner = Some(works.id())).await;
    for function in ["counsel/show", "counsel/beside", "counsel/take"] {
        let answer = about(&works, function, own).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (404, &json!("no_such_room")));
    }
    let note = [("room_id", own.0.to_string()), ("text", "비밀".into())];
    let note = note.each_ref().map(|(name, value)| (*name, value.as_str()));
    assert_eq!(works.call("counsel/add_note", &note).await.status, 404);
}

#[tokio::test]
async fn who_waits_longest_comes_first_and_every_tab_has_its_own() {
    let shop = TestShop::open().await;
    let (works, other) = (counsellor(&shop, "c@b.kr").await, counsellor(&shop, "d@b.kr").await);
    let now = shop.now();
    let late = insert_room(&shop, |room| room.state_at = now).await;
    let early = insert_room(&shop, |room| room.state_at = now.minus(SECOND)).await;
    let taken = async |by| {
        insert_room(&shop, |room| (room.state, room.counsellor) = (RoomState::Taken, Some(by)))
            .await
    };
    let (mine, theirs) = (taken(works.id()).await, taken(other.id()).await);
    let closed = insert_room(&shop, |room| room.state = RoomState::Closed).await;
    let bot = insert_room(&shop, |room| room.state = RoomState::Bot).await;
    for room in [closed, theirs, late, mine, early, bot] {
        shop.clock.advance(SECOND);
        say(&shop, room, Side::Shopper, "안녕하세요").await;
    }
    assert_eq!(ids(&listed(&works, "waiting").await), [early, late]);
    assert_eq!(ids(&listed(&works, "mine").await), [mine]);
    assert_eq!(ids(&listed(&works, "closed").await), [closed]);
    let all = listed(&works, "all").await;
    assert_eq!(ids(&all), [bot, early, mine, late, theirs, closed], "the newest word comes first");
    let counts = json!([["waiting", 2], ["mine", 1], ["all", 6], ["closed", 1]]);
    assert_eq!(all["counts"], counts);
    assert_eq!(works.call("counsel/list", &[("tab", "moon")]).await.status, 400);
}

#[tokio::test]
async fn a_room_says_who_it_is_and_what_was_said_last() {
    let shop = TestShop::open().await;
    let works = counsellor(&shop, "c@b.kr").await;
    let shopper = shop.member("a@b.kr").await;
    let members = insert_room(&shop, |room| room.owner = Some(shopper.id())).await;
    say(&shop, members, Side::Shopper, "처음").await;
    say(&shop, members, Side::Shopper, &"쿠".repeat(2_000)).await;
    let visitors = insert_room(&shop, |_| {}).await;
    let list = listed(&works, "all").await;
    assert_eq!(ids(&list), [members, visitors], "who has said nothing yet comes last");
    let row = &list["rooms"][0];
    let member = json!({ "member": { "id": shopper.id().0, "name": "시험" } });
    assert_eq!(row["shopper"], member);
    assert_eq!(row["newest"]["side"], "shopper");
    let said = row["newest"]["body"]["text"].as_str().unwrap();
    assert!(said.starts_with("쿠쿠") && said.ends_with('…') && said.chars().count() < 200);
    assert_eq!((&row["room"]["last_number"], &row["room"]["read_by_shop"]), (&json!(2), &json!(0)));
    assert_eq!(list["rooms"][1]["shopper"], "visitor");
    assert_eq!(list["rooms"][1]["newest"], json!(null));
}

#[tokio::test]
async fn beside_a_talk_stands_what_its_shopper_has() {
    let shop = TestShop::open().await;
    let works = counsellor(&shop, "c@b.kr").await;
    let (shopper, other) = (shop.member("a@b.kr").await, shop.member("o@b.kr").await);
    let of_shopper = |room: &mut super::fixtures::SeededRoom| room.owner = Some(shopper.id());
    let (earlier, room) =
        (insert_room(&shop, of_shopper).await, insert_room(&shop, of_shopper).await);
    insert_room(&shop, |room| room.owner = Some(other.id())).await;
    let order = insert_order(&shop.direct, shopper.id(), State::Paid, |_| {}).await;
    insert_order(&shop.direct, other.id(), State::Paid, |_| {}).await;
    let terms = crate::kit::orders::FIVE_THOUSAND_OFF;
    let code = crate::kit::orders::give_coupon(&shop, shopper.id(), terms).await;
    let beside = about(&works, "counsel/beside", room).await.json();
    assert_eq!(beside["orders"].as_array().unwrap().len(), 1);
    assert_eq!(beside["orders"][0]["id"], json!(order.0));
    assert_eq!(beside["coupons"][0]["code"], json!(code));
    assert_eq!(beside["other_rooms"].as_array().unwrap().len(), 1);
    assert_eq!(beside["other_rooms"][0]["id"], json!(earlier.0));
    assert!(beside["member_since"].is_i64());
    shop.clock.advance(Duration::from_secs(15 * 24 * 60 * 60));
    let works = shop.again(&works).await;
    let later = about(&works, "counsel/beside", room).await.json();
    assert_eq!(later["coupons"], json!([]), "what has expired helps nobody");
    let visitors = insert_room(&shop, |_| {}).await;
    let nobody = about(&works, "counsel/beside", visitors).await.json();
    assert_eq!((&nobody["member_since"], &nobody["orders"]), (&json!(null), &json!([])));
    assert_eq!(nobody["other_rooms"], json!([]), "visitors are not each other");
}

#[tokio::test]
async fn who_looks_at_the_list_is_at_work_until_they_are_away() {
    let shop = TestShop::open().await;
    let (first, second) = (counsellor(&shop, "c@b.kr").await, counsellor(&shop, "d@b.kr").await);
    shop.clock.stop();
    let names = |list: &serde_json::Value| list["at_work"].as_array().unwrap().len();
    assert_eq!(names(&listed(&first, "mine").await), 1, "whoever asks");
    assert_eq!(names(&listed(&second, "mine").await), 2);
    shop.clock.advance(Duration::from_secs(59));
    assert_eq!(names(&listed(&first, "mine").await), 2);
    shop.clock.advance(Duration::from_secs(2));
    assert_eq!(names(&listed(&first, "mine").await), 1, "the second one has gone");
    block(&shop, &second).await;
}

#[tokio::test]
async fn a_page_of_the_list_costs_what_it_shows() {
    const ROOMS: u32 = 3_000;
    /// The counts walk along an index up to their bound, and the database counts what it keeps of
    /// that for itself as well; a page reads its rooms and one more.
    const ROWS_MAX: u64 = 8_000;
    let shop = TestShop::open().await;
    let works = counsellor(&shop, "c@b.kr").await;
    let states = ["bot", "waiting", "closed"];
    for state in states {
        sqlx::query(
            "insert into chat_rooms (visitor_hash, language, opened_at, state, state_at,
                                     last_message_at)
             select unhex(sha2(concat(?, seq), 256)), 'ko', ?, ?, date_sub(?, interval seq second),
                    date_sub(?, interval seq second)
             from (with recursive n as (select 1 as seq union all
                                        select seq + 1 from n where seq < ?) select seq from n) s",
        )
        .bind(state)
        .bind(shop.now())
        .bind(state)
        .bind(shop.now())
        .bind(shop.now())
        .bind(ROOMS / 3)
        .execute(&shop.direct.mysql)
        .await
        .unwrap();
    }
    let frugal = frugal(&shop).await;
    know_the_tables(&frugal.mysql).await;
    for tab in Tab::ALL {
        let before = rows_read(&frugal).await;
        let list = counsel::list(&frugal, works.id(), tab, 1).await.unwrap();
        let read = rows_read(&frugal).await - before;
        let shown = if tab == Tab::Mine { 0 } else { ROOMS_PER_PAGE as usize };
        assert_eq!((list.rooms.len(), list.has_next), (shown, tab != Tab::Mine));
        assert!(read < ROWS_MAX, "{tab:?} reads {read} rows");
    }
    no_full_scan(
        &shop.direct.mysql,
        "select id from chat_rooms force index (chat_rooms_state) where state = 'waiting'
         order by state_at, id limit 21",
    )
    .await;
}
