//! The board's numbers, over all servers.

use super::{ask, members, steer, two_servers};
use crate::kit::{Mode, Person, TestShop, until};
use shop::drops::{Beat, Board, BoardLine, DropId};

async fn board(shop: &TestShop, admin: &Person, server: usize, drop: DropId) -> Board {
    let answer = ask(&admin.at(shop.url(server)), "board", drop, &[]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    serde_json::from_str(&answer.text).unwrap()
}

/// What happens is told against a second before it. While that one lasts the other server may still
/// write into it what has happened meanwhile: it is one to count from once the next has begun.
async fn until_a_second_is_over(shop: &TestShop, admin: &Person, drop: DropId) {
    until("two seconds are known", async || {
        (board(shop, admin, 0, drop).await.beats.len() >= 2).then_some(())
    })
    .await;
}

#[tokio::test]
async fn it_counts_tickets_and_coupons_whichever_server_gave_them() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_with(10, |new| new.rate_per_s = Some(5)).await;
    until_a_second_is_over(&shop, &admin, drop).await;
    steer(&admin, "pause", drop, &[]).await;
    for person in &members(&shop, 8).await {
        person.join(drop).await;
    }
    for server in 0..2 {
        let board = board(&shop, &admin, server, drop).await;
        assert_eq!((board.waiting(), board.remaining()), (Some(8), 10));
        assert!(board.drop.paused_at.is_some());
    }
    steer(&admin, "resume", drop, &[]).await;
    for server in 0..2 {
        until("the history has all of it", async || {
            let board = board(&shop, &admin, server, drop).await;
            let (joined, doubt) = counted(&board.beats, |beat| beat.joined);
            let (issued, _) = counted(&board.beats, |beat| beat.issued);
            let most = 8 + doubt;
            assert!(joined <= most && issued <= most, "nothing is counted twice: {board:?}");
            let is_over = (board.waiting(), board.remaining()) == (Some(0), 2);
            let is_all = joined.abs_diff(8) <= doubt && issued.abs_diff(8) <= doubt;
            (is_over && is_all).then_some(())
        })
        .await;
    }
}

/// What the beats come to, and by how much that may be wrong: after a second that a busy machine
/// has missed, a beat says how much there was in each of several, rounded.
fn counted(beats: &[Beat], what: impl Fn(&Beat) -> u64) -> (u64, u64) {
    beats.windows(2).fold((0, 0), |(sum, doubt), pair| {
        let seconds = pair[1].at.until_from(pair[0].at).as_secs().max(1);
        (sum + what(&pair[1]) * seconds, doubt + seconds / 2)
    })
}

#[tokio::test]
async fn it_sums_the_refused_clicks_of_all_servers() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_of(1).await;
    until_a_second_is_over(&shop, &admin, drop).await;
    let people = members(&shop, 8).await;
    people[0].join(drop).await;
    people[0].until_place_is(drop, "issued").await;
    for person in &people[1..] {
        assert_eq!(person.join(drop).await.state(), "sold_out");
    }
    for server in 0..2 {
        until("seven were refused", async || {
            let (refused, failed) = board(&shop, &admin, server, drop).await.troubles();
            assert!(refused <= 7 && failed == 0);
            (refused == 7).then_some(())
        })
        .await;
    }
}

#[tokio::test]
async fn without_redis_it_says_so_and_shows_what_mysql_knows() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_of(5).await;
    let person = shop.member("a@b.kr").await;
    person.join(drop).await;
    person.until_place_is(drop, "issued").await;
    shop.redis.set(Mode::Cut);
    let down = board(&shop, &admin, 0, drop).await;
    assert_eq!(down.line, BoardLine::Unreachable);
    assert_eq!((down.waiting(), down.remaining(), down.drop.issued), (None, 4, 1));

    // Clicks that failed meanwhile are told afterwards, in their own seconds.
    let failed = person.at(shop.url(1));
    let late = shop.member("c@d.kr").await.at(shop.url(1));
    until("a click fails", async || (late.join(drop).await.status == 503).then_some(())).await;
    shop.redis.set(Mode::Pass);
    until("the failed click is told", async || {
        let board = board(&shop, &admin, 0, drop).await;
        (board.troubles().1 >= 1).then_some(())
    })
    .await;
    assert_eq!(failed.join(drop).await.state(), "issued");
}

#[tokio::test]
async fn a_drop_of_next_week_has_no_line_yet() {
    let (shop, admin) = two_servers().await;
    let week = std::time::Duration::from_secs(7 * 24 * 60 * 60);
    let drop = shop
        .drop_with(5, |new| {
            new.opens_at = new.opens_at.plus(week);
            new.closes_at = new.closes_at.plus(week);
        })
        .await;
    let board = board(&shop, &admin, 0, drop).await;
    assert_eq!((board.line, board.beats.len()), (BoardLine::NotBuilt, 0));
}
