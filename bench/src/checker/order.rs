//! Whether first come was first served.

use super::{Evidence, Findings, Kind};
use crate::told::{Answer, Told};
use shop::drops::Ticket;
use shop::members::MemberId;
use std::collections::HashMap;

pub(super) fn check(evidence: &Evidence<'_>, findings: &mut Findings) {
    out_of_order(evidence, findings);
    let tickets = tickets(evidence, findings);
    passed_over(evidence, &tickets, findings);
}

fn out_of_order(evidence: &Evidence<'_>, findings: &mut Findings) {
    let mut highest = 0;
    for coupon in &evidence.ledger.coupons {
        let Some(ticket) = coupon.ticket else { continue };
        if ticket < highest {
            findings.note(Kind::OutOfOrder, || format!("ticket {ticket} after {highest}"));
        }
        highest = highest.max(ticket);
    }
}

/// Who had which ticket of the newest line: an older line's tickets became void with it.
fn tickets(evidence: &Evidence<'_>, findings: &mut Findings) -> HashMap<MemberId, Ticket> {
    let mut of_member = HashMap::new();
    let mut of_ticket = HashMap::new();
    for (line, member, ticket) in told_tickets(evidence) {
        let had = *of_member.entry((line, member)).or_insert(ticket);
        let owner = *of_ticket.entry((line, ticket)).or_insert(member);
        if had != ticket || owner != member {
            findings.note(Kind::TicketNotUnique, || {
                format!("member {}: ticket {ticket}, before {had}; of {}", member.0, owner.0)
            });
        }
    }
    let newest = of_member.keys().map(|(line, _)| *line).max();
    of_member
        .into_iter()
        .filter(|((line, _), _)| Some(*line) == newest)
        .map(|((_, member), ticket)| (member, ticket))
        .collect()
}

fn told_tickets(evidence: &Evidence<'_>) -> impl Iterator<Item = (i64, MemberId, Ticket)> {
    evidence.told.iter().filter_map(|Told { member, answer, .. }| match answer {
        Answer::Waiting { ticket, epoch, .. } => Some((*epoch, *member, *ticket)),
        _ => None,
    })
}

/// Tickets of a newer line are higher than every ticket decided before it, so a coupon with a
/// higher ticket than one of the newest line is of that line too.
fn passed_over(
    evidence: &Evidence<'_>,
    tickets: &HashMap<MemberId, Ticket>,
    findings: &mut Findings,
) {
    let Some(highest) = evidence.ledger.coupons.iter().filter_map(|coupon| coupon.ticket).max()
    else {
        return;
    };
    for (member, ticket) in tickets {
        if *ticket < highest && !evidence.holders.contains(member) {
            findings.note(Kind::PassedOver, || {
                format!("member {} with ticket {ticket}, while {highest} got one", member.0)
            });
        }
    }
}
