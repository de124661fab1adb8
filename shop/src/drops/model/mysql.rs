//! MySQL: rows that change by whole transactions.

use super::DROP;
use super::mistake::Mistake;
use crate::drops::facts::{Facts, KeptBack};
use crate::drops::rules::batch::{Claim, first_of_each, highest_ticket, winners};
use crate::drops::{Discount, Drop, Terms, Ticket};
use crate::members::MemberId;
use crate::{Moment, Won};

/// A row of `coupons`. The table does not know the epoch; the checks do.
#[derive(Clone, Copy, Debug)]
pub struct Coupon {
    pub member: MemberId,
    pub ticket: Option<Ticket>,
    pub epoch: i64,
}

/// What a transaction committed.
pub struct Decision {
    pub held: Vec<MemberId>,
    pub issued: Vec<Claim>,
    pub facts: Facts,
    pub kept_back: Option<KeptBack>,
}

pub struct MySql {
    pub drop: Drop,
    pub serving: Ticket,
    pub coupons: Vec<Coupon>,
    pub members: Vec<MemberId>,
    pub is_away: bool,
    /// Up to which ticket a line of an epoch is decided: what only the checks know.
    pub decided: Vec<(i64, Ticket)>,
    /// When nothing was free for the last time.
    pub sold_out_at: Option<Moment>,
    /// The version with which coupons were added for the last time.
    pub raised_in: u32,
}

impl MySql {
    pub fn new(members: usize, quota: u32, opens_at: Moment, closes_at: Moment) -> Self {
        let terms =
            Terms { discount: Discount::Fixed(Won(1)), minimum_spend: Won(0), valid_days: 1 };
        let drop = Drop {
            id: DROP,
            name: String::new(),
            quota,
            issued: 0,
            opens_at,
            closes_at,
            terms,
            rate_per_s: None,
            paused_at: None,
            version: 1,
        };
        Self {
            drop,
            serving: 0,
            coupons: Vec::new(),
            members: (1..=members as u64).map(MemberId).collect(),
            is_away: false,
            decided: Vec::new(),
            sold_out_at: None,
            raised_in: 0,
        }
    }

    pub fn holds(&self, member: MemberId) -> bool {
        self.coupons.iter().any(|coupon| coupon.member == member)
    }

    /// The transaction of `decide.rs`. `epoch` is that of the line the claims come from.
    pub fn decide(
        &mut self,
        claims: &[Claim],
        now: Moment,
        epoch: i64,
        mistake: Option<Mistake>,
    ) -> Decision {
        let facts = Facts::from(&self.drop);
        let has_ticket = claims.iter().all(|claim| claim.ticket.is_some());
        let kept_back = facts.keep_back(now, has_ticket);
        if kept_back.is_some_and(|why| {
            !(why == KeptBack::Paused && mistake == Some(Mistake::IssuesInAPause))
        }) {
            return Decision { held: self.held(claims), issued: vec![], facts, kept_back };
        }
        let issued = match mistake {
            Some(Mistake::NoUniqueCheck) => {
                claims.iter().take(facts.remaining() as usize).copied().collect()
            }
            Some(Mistake::NoQuotaCheck) => winners(claims, u32::MAX, |m| self.may_have_one(m)),
            _ => winners(claims, facts.remaining(), |m| self.may_have_one(m)),
        };
        let row = |claim: &Claim| Coupon { member: claim.member, ticket: claim.ticket, epoch };
        self.coupons.extend(issued.iter().map(row));
        self.drop.issued += issued.len() as u32;
        let highest = highest_ticket(claims);
        self.serving = self.serving.max(highest);
        self.note_decided(epoch, highest);
        let facts = Facts::from(&self.drop);
        Decision { held: self.held(claims), issued, facts, kept_back: None }
    }

    fn may_have_one(&self, member: MemberId) -> bool {
        self.members.contains(&member) && !self.holds(member)
    }

    fn held(&self, claims: &[Claim]) -> Vec<MemberId> {
        let claimants = first_of_each(claims).into_iter().map(|claim| claim.member);
        claimants.filter(|member| self.holds(*member)).collect()
    }

    pub fn note_decided(&mut self, epoch: i64, ticket: Ticket) {
        match self.decided.iter_mut().find(|(of, _)| *of == epoch) {
            Some((_, highest)) => *highest = ticket.max(*highest),
            None => self.decided.push((epoch, ticket)),
        }
    }

    pub fn decided_in(&self, epoch: i64) -> Ticket {
        self.decided.iter().find(|(of, _)| *of == epoch).map_or(0, |(_, ticket)| *ticket)
    }

    /// To be called at every commit, with the time of that moment.
    pub fn note_sold_out(&mut self, now: Moment) {
        if self.drop.remaining() == 0 {
            self.sold_out_at = Some(now);
        }
    }
}
