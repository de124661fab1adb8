//! What members and the owner do in a history.

use super::history::History;
use super::tally::Event;
use crate::drops::owner::steering::Steering;

impl History {
    pub fn somebody_asks(&mut self) {
        let dice = &self.world.dice;
        let (server, member) = (self.any_server(), self.any_member());
        if dice.one_in(3) {
            self.world.count(Event::Asked);
            let asking = self.server(server).ask(member);
            return self.begin(server, asking);
        }
        let together = dice.between(1, 3);
        let mut members = vec![member];
        members.extend((1..together).map(|_| self.any_member()));
        self.world.count(Event::Clicked);
        if members.len() > 1 {
            self.world.count(Event::ClickedTogether);
        }
        if members[1..].contains(&member) {
            self.world.count(Event::ClickedTwice);
        }
        let clicking = self.server(server).click(members);
        self.begin(server, clicking);
    }

    pub fn owner_steers(&mut self) {
        let steering = match self.world.dice.throw(20) {
            0..4 => Steering::Pause,
            4..12 => Steering::Resume,
            12..19 => Steering::AddQuota(self.world.dice.between(1, 2) as u32),
            _ => Steering::Close,
        };
        let server = self.any_server();
        let changing = self.server(server).steer(steering);
        self.begin(server, changing);
    }

    pub fn member_leaves(&self) {
        if !self.world.dice.one_in(8) {
            return;
        }
        let member = self.any_member();
        let mut mysql = self.world.mysql.borrow_mut();
        // Who has a coupon keeps it in the books.
        if !mysql.holds(member) && mysql.members.len() > 1 {
            mysql.members.retain(|other| *other != member);
            self.world.count(Event::MemberLeft);
            self.world.note(|| format!("member {} is no more", member.0));
        }
    }
}
