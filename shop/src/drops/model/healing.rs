//! The end of a history: everything works again, everybody asks again, and all must come right.

use super::history::History;
use super::world::Told;
use crate::drops::owner::steering::Steering;
use crate::members::MemberId;
use std::time::Duration;

/// By then everybody must have been told.
const ROUNDS_MAX: u32 = 40;
/// So long that a lease runs out within the rounds.
const A_ROUND: Duration = Duration::from_millis(250);

impl History {
    pub fn heal(&mut self) {
        self.stop_faults();
        self.steer(Steering::Resume);
        self.come_right();
        if self.world.dice.one_in(3) {
            self.steer(Steering::AddQuota(1));
            self.come_right();
        }
    }

    /// Rounds until everybody has been told the truth.
    fn come_right(&mut self) {
        // Everybody asks again, on a new page.
        self.world.told.borrow_mut().fill(None);
        let latest = self.world.now.get().plus(A_ROUND * ROUNDS_MAX);
        let stays_open = latest < self.world.mysql.borrow().drop.closes_at;
        for _ in 0..ROUNDS_MAX {
            if self.world.wrong.borrow().is_some() || self.has_come_right() {
                break;
            }
            self.round();
        }
        self.check_end(stays_open);
    }

    fn stop_faults(&mut self) {
        self.world.note(|| "everything works again".into());
        self.world.loses_answers.set(false);
        self.world.loses_news.set(false);
        self.world.redis.borrow_mut().is_away = false;
        self.world.mysql.borrow_mut().is_away = false;
        for server in &self.world.servers {
            server.borrow_mut().is_cut_off = false;
        }
        self.finish();
    }

    /// All that is going on comes to its end, in whatever order.
    fn finish(&mut self) {
        while !self.is_idle() || !self.world.mail.borrow().is_empty() {
            if self.world.wrong.borrow().is_some() {
                return;
            }
            if self.is_idle() || self.world.dice.one_in(4) {
                self.deliver();
            } else {
                self.go_on_somewhere();
            }
            self.look();
        }
    }

    /// The owner does something, if the drop is in a state for it.
    fn steer(&mut self, steering: Steering) {
        let steering = self.server(0).steer(steering);
        self.begin(0, steering);
        self.finish();
    }

    /// Every worker works once, and everybody who does not know yet asks.
    fn round(&mut self) {
        self.world.now.set(self.world.now.get().plus(A_ROUND));
        for server in 0..self.world.servers.len() {
            self.reconcile_at(server);
            self.finish();
            self.issue_at(server);
            self.finish();
        }
        for member in self.members() {
            if !self.knows(member) {
                let server = self.any_server();
                let clicking = self.server(server).click(vec![member]);
                self.begin(server, clicking);
            }
        }
        self.finish();
    }

    fn members(&self) -> Vec<MemberId> {
        self.world.mysql.borrow().members.clone()
    }

    /// Whether a member was told the truth as it is now.
    fn knows(&self, member: MemberId) -> bool {
        let mysql = self.world.mysql.borrow();
        match self.world.told(member) {
            Some(Told::Issued) => mysql.holds(member),
            Some(Told::SoldOut) => mysql.drop.remaining() == 0 && !mysql.holds(member),
            Some(Told::Closed) => {
                self.world.now.get() >= mysql.drop.closes_at && !mysql.holds(member)
            }
            _ => false,
        }
    }

    fn has_come_right(&self) -> bool {
        self.members().into_iter().all(|member| self.knows(member))
    }

    fn check_end(&self, stays_open: bool) {
        for member in self.members() {
            if !self.knows(member) {
                let told = self.world.told(member);
                self.world
                    .is_wrong(|| format!("member {} still hears {told:?} in the end", member.0));
            }
        }
        let mysql = self.world.mysql.borrow();
        let demand = mysql.members.len();
        if stays_open && mysql.coupons.len() < demand.min(mysql.drop.quota as usize) {
            self.world
                .is_wrong(|| format!("{} of {} are issued", mysql.coupons.len(), mysql.drop.quota));
        }
    }
}
