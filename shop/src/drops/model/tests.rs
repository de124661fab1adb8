//! A hundred thousand histories of the shop as it is, and some of each mistake.

use super::history::play;
use super::mistake::Mistake;
use super::tally::{Event, Tally};
use std::thread;

/// So many unless `HISTORIES` asks for another number.
const HISTORIES: u64 = 100_000;
/// A mistake that so many histories do not find is none that the model sees.
const HISTORIES_PER_MISTAKE: u64 = 50_000;

fn play_or_tell(seed: u64) -> Tally {
    let played = play(seed, None, false);
    if played.wrong.is_some() {
        let again = play(seed, None, true);
        panic!(
            "the history of seed {seed}: {}\n{}",
            again.wrong.unwrap_or_default(),
            again.steps.join("\n")
        );
    }
    played.tally
}

#[test]
fn no_history_breaks_the_promise() {
    let asked = std::env::var("HISTORIES").ok().and_then(|number| number.parse().ok());
    let histories: u64 = asked.unwrap_or(HISTORIES);
    let threads = thread::available_parallelism().map_or(1, usize::from) as u64;
    let play_some = |first: u64| {
        let mut tally = Tally::default();
        for seed in (first..histories).step_by(threads as usize) {
            tally.add(&play_or_tell(seed));
        }
        tally
    };
    let mut tally = Tally::default();
    thread::scope(|scope| {
        let players: Vec<_> =
            (0..threads).map(|first| scope.spawn(move || play_some(first))).collect();
        for player in players {
            match player.join() {
                Ok(some) => tally.add(&some),
                Err(broken) => std::panic::resume_unwind(broken),
            }
        }
    });
    for event in Event::ALL {
        println!("{event:?}: {}", tally.of(*event));
    }
    for event in Event::ALL {
        assert!(tally.of(*event) > 0, "{event:?} never happened");
    }
}

/// Plays until a history finds the mistake.
fn assert_found(mistake: Mistake) {
    let found = (0..HISTORIES_PER_MISTAKE).find_map(|seed| {
        let wrong = play(seed, Some(mistake), false).wrong?;
        Some((seed, wrong))
    });
    let (seed, wrong) = found.unwrap_or_else(|| panic!("no history finds {mistake:?}"));
    println!("{mistake:?}: seed {seed}: {wrong}");
    assert_eq!(play(seed, None, false).wrong, None, "and it is only the mistake");
}

#[test]
fn a_coupon_told_of_before_its_commit_is_found() {
    assert_found(Mistake::ConfirmsBeforeCommit);
}

#[test]
fn a_second_coupon_for_one_member_is_found() {
    assert_found(Mistake::NoUniqueCheck);
}

#[test]
fn a_coupon_over_the_quota_is_found() {
    assert_found(Mistake::NoQuotaCheck);
}

#[test]
fn a_coupon_issued_in_a_pause_is_found() {
    assert_found(Mistake::IssuesInAPause);
}

#[test]
fn a_decision_settled_on_another_line_is_found() {
    assert_found(Mistake::SettlesAnotherLine);
}

#[test]
fn an_entry_that_leaves_undecided_is_found() {
    assert_found(Mistake::SettlesBeforeCommit);
}

#[test]
fn a_lease_kept_by_an_issuer_that_may_not_serve_is_found() {
    assert_found(Mistake::KeepsTheLease);
}

#[test]
fn sold_out_by_old_numbers_is_found() {
    assert_found(Mistake::SoldOutByOldNumbers);
}

#[test]
fn sold_out_said_to_the_winner_of_the_last_coupon_is_found() {
    assert_found(Mistake::LooksOnceForACoupon);
}

#[test]
fn tickets_that_begin_at_one_again_are_found() {
    assert_found(Mistake::TicketsFromOne);
}

#[test]
fn a_coupon_that_waits_in_the_new_line_is_found() {
    assert_found(Mistake::KeepsPlacesAhead);
}

#[test]
fn a_belief_that_steps_back_is_found() {
    assert_found(Mistake::BelievesOldNews);
}

#[test]
fn a_line_that_nobody_issues_for_any_more_is_found() {
    assert_found(Mistake::NeverForgets);
}

#[test]
fn a_gate_that_stays_shut_with_coupons_left_is_found() {
    assert_found(Mistake::NobodyReopens);
}

#[test]
fn a_member_who_never_gets_a_place_is_found() {
    assert_found(Mistake::NoNewPlace);
}
