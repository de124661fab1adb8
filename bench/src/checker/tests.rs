//! The checker, checked: a clean run, and one planted error of each kind.

use super::*;
use crate::ledger::Coupon;
use crate::told::Answer;
use shop::Moment;
use std::time::Duration;

const EPOCH: i64 = 17;

fn told(member: u64, at_ms: i64, answer: Answer) -> Told {
    Told { member: MemberId(member), at: Moment::from_ms(at_ms), answer }
}

fn waiting(ticket: u64) -> Answer {
    Answer::Waiting { ticket, epoch: EPOCH, poll_after: Duration::from_secs(1) }
}

fn issued(code: &str) -> Answer {
    Answer::Issued(code.into())
}

fn coupon(member: u64, code: &str) -> Coupon {
    let (ticket, issued_at) = (Some(member), Moment::from_ms(100 * member as i64));
    Coupon { member: MemberId(member), code: code.into(), ticket, issued_at }
}

/// Five members with the tickets 1 to 5 want three coupons. The first three get one, at 100, 200
/// and 300 ms; the fourth and the fifth are told "sold out" after that. One click got no answer.
fn clean() -> (Ledger, Vec<Told>) {
    let coupons = vec![coupon(1, "A"), coupon(2, "B"), coupon(3, "C")];
    let mut answers: Vec<Told> = (1..=5).map(|n| told(n, 10, waiting(n))).collect();
    answers.extend([
        told(2, 20, waiting(2)),
        told(3, 20, Answer::Unknown),
        told(1, 400, issued("A")),
        told(2, 400, issued("B")),
        told(3, 400, issued("C")),
        told(4, 400, Answer::SoldOut),
        told(5, 400, Answer::SoldOut),
    ]);
    (Ledger { quota: 3, counted: 3, coupons }, answers)
}

/// Plants an error into the clean run, and expects exactly these findings.
fn expect(plant: impl FnOnce(&mut Ledger, &mut Vec<Told>), expected: &[(Kind, u64)]) {
    let (mut ledger, mut answers) = clean();
    plant(&mut ledger, &mut answers);
    let findings = check(&ledger, &answers);
    let found: Vec<(Kind, u64)> =
        findings.counts().into_iter().filter(|(_, count)| *count > 0).collect();
    assert_eq!(found, expected, "{findings:?}");
    assert_eq!(findings.is_clean(), expected.is_empty());
}

#[test]
fn a_clean_run_is_clean() {
    expect(|_, _| {}, &[]);
}

#[test]
fn too_many_coupons() {
    expect(
        |ledger, told| {
            ledger.coupons.push(coupon(4, "D"));
            ledger.counted = 4;
            told.retain(|t| t.member != MemberId(4) || t.answer != Answer::SoldOut);
            told.push(self::told(4, 500, issued("D")));
        },
        &[(Kind::OverQuota, 1)],
    );
}

#[test]
fn two_coupons_for_one() {
    expect(
        |ledger, told| {
            let second = Coupon { member: MemberId(2), ..coupon(3, "C") };
            ledger.coupons[2] = second;
            told.retain(|t| t.member != MemberId(3));
        },
        &[(Kind::TwiceToOne, 1)],
    );
}

#[test]
fn a_coupon_that_is_gone() {
    expect(
        |ledger, _| {
            // The count is kept, and another took the place: only the loss itself shows.
            ledger.coupons[2] = coupon(4, "D");
            ledger.coupons[2].ticket = None;
        },
        &[(Kind::Lost, 1), (Kind::FalseSuccessNeverIssued, 1), (Kind::SoldOutToHolder, 1)],
    );
}

#[test]
fn a_success_with_a_code_that_nobody_has() {
    expect(
        |_, told| {
            told.push(self::told(5, 500, issued("X")));
            told.push(self::told(5, 500, issued("X")));
        },
        &[(Kind::Lost, 1), (Kind::FalseSuccessNeverIssued, 2)],
    );
}

#[test]
fn a_success_with_another_code_than_ones_own() {
    expect(
        |_, told| told.push(self::told(1, 500, issued("Y"))),
        &[(Kind::Lost, 1), (Kind::FalseSuccessNeverIssued, 1)],
    );
}

#[test]
fn a_success_with_somebody_elses_coupon() {
    expect(
        |_, told| told.push(self::told(4, 500, issued("A"))),
        &[(Kind::Lost, 1), (Kind::FalseSuccessOfAnother, 1)],
    );
}

#[test]
fn sold_out_for_somebody_who_has_one() {
    expect(|_, told| told.push(self::told(2, 500, Answer::SoldOut)), &[(Kind::SoldOutToHolder, 1)]);
}

#[test]
fn sold_out_before_the_last_coupon() {
    expect(|_, told| told.push(self::told(5, 299, Answer::SoldOut)), &[(Kind::SoldOutTooEarly, 1)]);
    expect(|_, told| told.push(self::told(5, 300, Answer::SoldOut)), &[]);
}

#[test]
fn sold_out_that_never_became_true() {
    expect(|ledger, _| ledger.quota = 4, &[(Kind::SoldOutTooEarly, 2), (Kind::BelowQuota, 1)]);
}

#[test]
fn coupons_left_that_somebody_wanted() {
    expect(
        |ledger, told| {
            ledger.quota = 5;
            for told in told.iter_mut().filter(|told| told.answer == Answer::SoldOut) {
                told.answer = Answer::Closed;
            }
        },
        &[(Kind::BelowQuota, 2)],
    );
}

#[test]
fn coupons_left_that_nobody_wanted_are_no_error() {
    expect(
        |ledger, told| {
            ledger.quota = 5;
            told.retain(|told| told.member <= MemberId(3));
        },
        &[],
    );
}

#[test]
fn somebody_who_never_heard() {
    expect(
        |_, told| {
            told.retain(|told| told.member != MemberId(5) || told.answer != Answer::SoldOut);
            told.push(self::told(6, 20, Answer::Unknown));
        },
        &[(Kind::NeverTold, 2)],
    );
}

#[test]
fn a_lower_ticket_after_a_higher_one() {
    expect(|ledger, _| ledger.coupons.swap(0, 1), &[(Kind::OutOfOrder, 1)]);
}

#[test]
fn a_coupon_without_a_ticket_is_in_nobodys_way() {
    expect(|ledger, _| ledger.coupons[0].ticket = None, &[]);
}

#[test]
fn somebody_passed_over() {
    expect(
        |_, told| {
            let ticket =
                Answer::Waiting { ticket: 2, epoch: EPOCH + 1, poll_after: Duration::ZERO };
            told.push(self::told(5, 20, ticket));
        },
        &[(Kind::PassedOver, 1)],
    );
}

#[test]
fn a_second_ticket_and_a_shared_one() {
    expect(|_, told| told.push(self::told(4, 20, waiting(9))), &[(Kind::TicketNotUnique, 1)]);
    expect(
        |_, told| {
            told.push(self::told(6, 20, waiting(5)));
            told.push(self::told(6, 400, Answer::SoldOut));
        },
        &[(Kind::TicketNotUnique, 1)],
    );
}

#[test]
fn a_coupon_for_a_stranger() {
    expect(
        |ledger, told| {
            ledger.coupons[2].member = MemberId(99);
            told.retain(|told| told.member != MemberId(3));
        },
        &[(Kind::ToAStranger, 1)],
    );
}

#[test]
fn a_count_that_is_off() {
    expect(|ledger, _| ledger.counted = 1, &[(Kind::Miscounted, 2)]);
}

#[test]
fn nothing_sold_at_all() {
    let ledger = Ledger { quota: 3, counted: 0, coupons: Vec::new() };
    let answers = [told(1, 10, Answer::Unknown)];
    let findings = check(&ledger, &answers);
    assert_eq!(findings.count(Kind::BelowQuota), 1);
    assert_eq!(findings.count(Kind::NeverTold), 1);
    assert_eq!(findings.examples(Kind::NeverTold), ["member 1, last \"unknown\""]);
}
