//! What must be true, looked at after every step.

use super::DROP;
use super::server::Server;
use super::tally::Event;
use super::world::World;
use crate::Moment;
use crate::drops::{LineState, LineView, Ticket};
use crate::members::MemberId;

/// What was seen at the last look.
#[derive(Default)]
pub struct Watch {
    coupons: usize,
    line: Option<LineView>,
}

impl Watch {
    /// Looks at MySQL and at the line.
    pub fn look(&mut self, world: &World) {
        self.look_at_coupons(world);
        let redis = world.redis.borrow();
        let line = redis.gate.as_ref().map(|gate| gate.view(DROP));
        if let Some((old, new)) = self.line.zip(line)
            && old.epoch == new.epoch
            && !redis.is_torn(new.epoch)
        {
            let steps_back = new.serving < old.serving
                || new.last < old.last
                || new.version < old.version
                || (old.state == LineState::SoldOut && new.state != LineState::SoldOut);
            if steps_back {
                world.is_wrong(|| format!("the line stepped back from {old:?} to {new:?}"));
            }
        }
        self.line = line;
    }

    fn look_at_coupons(&mut self, world: &World) {
        let mysql = world.mysql.borrow();
        if mysql.coupons.len() > mysql.drop.quota as usize {
            world.is_wrong(|| format!("over the quota: {:?}", mysql.coupons));
        }
        if mysql.coupons.len() != mysql.drop.issued as usize {
            world.is_wrong(|| format!("{} were counted: {:?}", mysql.drop.issued, mysql.coupons));
        }
        for n in self.coupons..mysql.coupons.len() {
            let (before, coupon) = (&mysql.coupons[..n], mysql.coupons[n]);
            if before.iter().any(|earlier| earlier.member == coupon.member) {
                world.is_wrong(|| format!("two to one member: {:?}", mysql.coupons));
            }
            let came_later = before
                .iter()
                .any(|earlier| earlier.epoch == coupon.epoch && earlier.ticket > coupon.ticket);
            if came_later && !world.redis.borrow().is_torn(coupon.epoch) {
                world.is_wrong(|| format!("out of the tickets' order: {:?}", mysql.coupons));
            }
        }
        self.coupons = mysql.coupons.len();
    }
}

impl Server {
    /// A new ticket is one that was not decided before.
    pub fn check_tickets(&self, tickets: &[Option<Ticket>], before: &LineView) {
        let is_torn = self.world.redis.borrow().is_torn(before.epoch);
        for ticket in tickets.iter().flatten() {
            let is_new = *ticket > before.last;
            self.world.count(if is_new { Event::TicketGiven } else { Event::TicketRepeated });
            if is_new && *ticket <= before.serving && !is_torn {
                self.world.is_wrong(|| format!("ticket {ticket} was given, and is decided"));
            }
        }
    }

    /// An entry leaves the line only after MySQL has decided what becomes of it.
    pub fn check_settled(&self, view: &LineView) {
        let mysql = self.world.mysql.borrow();
        let is_decided = match view.state {
            LineState::SoldOut => mysql.sold_out_at.is_some(),
            _ => view.serving <= mysql.decided_in(view.epoch),
        };
        if !is_decided {
            self.world.is_wrong(|| format!("the line went on without a decision: {view:?}"));
        }
    }

    /// "Sold out" was true at a moment since the member asked, and the member has none.
    pub fn check_sold_out(&self, member: MemberId, began: Moment) {
        let mysql = self.world.mysql.borrow();
        let was_true =
            mysql.drop.remaining() == 0 || mysql.sold_out_at.is_some_and(|at| at >= began);
        if !was_true || mysql.holds(member) {
            self.world.is_wrong(|| format!("it is not sold out for member {}", member.0));
        }
    }

    /// From memory it may only be said untruly by a server that cannot know yet: the owner added
    /// coupons with a version that has not reached it.
    pub fn check_sold_out_from_memory(&self, member: MemberId) {
        self.world.count(Event::ToldSoldOutFromMemory);
        let mysql = self.world.mysql.borrow();
        if mysql.drop.remaining() == 0 && !mysql.holds(member) {
            return;
        }
        let known = self.memory().drop.as_ref().map_or(0, |drop| drop.version);
        if known < mysql.raised_in {
            self.world.count(Event::ToldSoldOutUnheard);
        } else {
            self.world.is_wrong(|| format!("member {} is told an old \"sold out\"", member.0));
        }
    }
}
