//! The proof of work before a ticket: over HTTP, from several servers, on both ways in.

use crate::kit::{Answer, Mode, Person, TestShop, until};
use shop::drops::challenge::{Bits, Challenge, PROOF_GOOD_FOR, Search};
use shop::drops::{Board, DropId, Place};
use std::time::Duration;

const BITS: u8 = 8;
const MINUTE: Duration = Duration::from_secs(60);
const GARBAGE: [&str; 4] = ["x", "1.2.3", "%00.%ff", "자물쇠"];

/// So many servers that ask for work.
pub async fn challenging(servers: usize) -> TestShop {
    let mut shop = TestShop::open_with(0).await;
    shop.settings.challenge_bits = Bits::new(BITS);
    for _ in 0..servers {
        shop.add_server().await;
    }
    shop
}

async fn join_with(person: &Person, drop: DropId, proof: &str) -> Answer {
    person.call("drops/join", &[("drop_id", &drop.0.to_string()), ("proof", proof)]).await
}

/// The challenge that was answered.
fn challenge(answer: &Answer) -> Challenge {
    match serde_json::from_str(&answer.text) {
        Ok(Place::Challenge(challenge)) if answer.status == 200 => challenge,
        _ => panic!("no challenge: {answer:?}"),
    }
}

/// The proof that a page sends after this answer.
pub fn solve(answer: &Answer) -> String {
    Search::new(challenge(answer)).go_on(u32::MAX).expect("a proof").to_string()
}

#[tokio::test]
async fn who_proves_their_work_gets_a_ticket_from_any_server() {
    let shop = challenging(2).await;
    let (person, drop) = (shop.member("a@b.kr").await, shop.drop_of(1).await);
    let asked = person.join(drop).await;
    assert_eq!(challenge(&asked).bits, Bits::new(BITS).unwrap());
    assert_eq!(person.mine(drop).await.state(), "not_joined");
    let elsewhere = person.at(shop.url(1));
    let joined = join_with(&elsewhere, drop, &solve(&asked)).await;
    assert!(["waiting", "issued"].contains(&joined.state().as_str()), "{joined:?}");
    person.until_place_is(drop, "issued").await;
    assert_eq!(shop.coupons(drop).await.len(), 1);
}

#[tokio::test]
async fn a_proof_that_is_none_gets_a_fresh_challenge_without_redis() {
    let shop = challenging(1).await;
    let (person, other) = (shop.member("a@b.kr").await, shop.member("b@b.kr").await);
    let (drop, another) = (shop.drop_of(5).await, shop.drop_of(5).await);
    let foreign = [solve(&other.join(drop).await), solve(&person.join(another).await)];
    let mine = solve(&person.join(drop).await);
    shop.redis.set(Mode::Cut);
    for proof in foreign.iter().map(String::as_str).chain(GARBAGE) {
        challenge(&join_with(&person, drop, proof).await);
    }
    shop.clock.advance(3 * PROOF_GOOD_FOR);
    challenge(&join_with(&person, drop, &mine).await);
    shop.redis.set(Mode::Pass);
    person.until_place_is(drop, "not_joined").await;
}

#[tokio::test]
async fn who_has_a_ticket_and_clicks_again_proves_it_and_keeps_it() {
    let shop = challenging(1).await;
    let person = shop.member("a@b.kr").await;
    // Nobody is served in a pause, and tickets cost what they always do.
    let drop = shop.drop_of(5).await;
    let admin = shop.admin("admin@b.kr").await;
    assert_eq!(admin.call("drops/pause", &[("drop_id", &drop.0.to_string())]).await.status, 200);
    let proof = solve(&person.join(drop).await);
    let first = join_with(&person, drop, &proof).await;
    assert_eq!(first.state(), "paused");
    assert_eq!(first.json()["ticket"], 1);
    challenge(&person.join(drop).await);
    assert_eq!(join_with(&person, drop, &proof).await.text, first.text);
    assert_eq!(person.mine(drop).await.text, first.text, "who only asks is told");
}

#[tokio::test]
async fn where_no_ticket_is_given_nobody_works_in_vain() {
    let shop = challenging(1).await;
    let (winner, late) = (shop.member("a@b.kr").await, shop.member("b@b.kr").await);
    let soon = shop.drop_with(1, |new| {
        (new.opens_at, new.closes_at) = (new.closes_at, new.closes_at.plus(MINUTE));
    });
    assert_eq!(late.join(soon.await).await.state(), "not_open");
    let over = shop.drop_with(1, |new| {
        (new.opens_at, new.closes_at) = (new.opens_at.minus(MINUTE), new.opens_at);
    });
    assert_eq!(late.join(over.await).await.state(), "closed");
    let drop = shop.drop_of(1).await;
    join_with(&winner, drop, &solve(&winner.join(drop).await)).await;
    winner.until_place_is(drop, "issued").await;
    until("that all is gone is known here", async || {
        (late.join(drop).await.state() == "sold_out").then_some(())
    })
    .await;
    assert_eq!(winner.join(drop).await.state(), "issued");
    let open = shop.drop_of(1).await;
    assert_eq!(shop.admin("admin@b.kr").await.call("drops/stop", &[]).await.status, 200);
    assert_eq!(late.join(open).await.state(), "stopped");
}

#[tokio::test]
async fn the_owners_board_counts_wrong_proofs_and_no_first_clicks() {
    let shop = challenging(1).await;
    let (person, admin) = (shop.member("a@b.kr").await, shop.admin("admin@b.kr").await);
    let drop = shop.drop_of(5).await;
    // A board shows a line that has begun.
    join_with(&person, drop, &solve(&person.join(drop).await)).await;
    for proof in GARBAGE {
        challenge(&person.join(drop).await);
        challenge(&join_with(&person, drop, proof).await);
    }
    let wrong = GARBAGE.len() as u64;
    let troubles = until("the board tells of it", async || {
        let board = admin.call("drops/board", &[("drop_id", &drop.0.to_string())]).await;
        let board: Board = serde_json::from_str(&board.text).unwrap();
        let (refused, failed) = board.troubles();
        (refused >= wrong).then_some((refused, failed))
    });
    assert_eq!(troubles.await, (wrong, 0));
}

#[tokio::test]
async fn without_javascript_the_page_says_what_it_takes() {
    let shop = challenging(1).await;
    let (person, drop) = (shop.member("a@b.kr").await, shop.drop_of(5).await);
    for (language, said) in [("ko", "자바스크립트를 켜야"), ("en", "needs JavaScript")] {
        let person = person.reading(language);
        let form = [("drop_id", drop.0.to_string())];
        let page = format!("{}/drops/{}", shop.url(0), drop.0);
        let sent = person.post("drops/join").header("accept", "text/html").form(&form);
        let answer = person.send(sent.header("referer", page)).await;
        let back = answer.header("location").unwrap().trim_start_matches(&shop.url(0)).to_owned();
        let page = person.get(&back).await;
        assert!(page.text.contains(said), "{page:?}");
    }
    assert_eq!(person.mine(drop).await.state(), "not_joined");
}

#[tokio::test]
async fn a_shop_that_asks_for_no_work_reads_no_proof() {
    let shop = TestShop::open().await;
    let drop = shop.drop_of(GARBAGE.len() as u32).await;
    for (n, proof) in GARBAGE.into_iter().enumerate() {
        let person = shop.member(&format!("{n}@b.kr")).await;
        join_with(&person, drop, proof).await;
        person.until_place_is(drop, "issued").await;
    }
}
