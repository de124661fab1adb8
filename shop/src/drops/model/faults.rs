//! What breaks in a history.

use super::dice::Dice;
use super::history::History;
use super::tally::Event;
use std::time::Duration;

/// Longer than a history takes.
const CLOCK_BEHIND: Duration = Duration::from_secs(600);

/// Which faults a history has: one at a time shows what all at once would hide.
pub struct Faults {
    deaths: bool,
    clocks: bool,
    absences: bool,
    pub power_cuts: bool,
    wipes: bool,
}

impl Faults {
    pub fn choose(dice: &Dice) -> Self {
        Self {
            deaths: dice.one_in(2),
            clocks: dice.one_in(4),
            absences: dice.one_in(2),
            power_cuts: dice.one_in(2),
            wipes: dice.one_in(4),
        }
    }
}

impl History {
    /// Something breaks, if this history has that.
    pub fn fault(&mut self) {
        let dice = &self.world.dice;
        match dice.throw(6) {
            0 if self.faults.deaths => {
                let server = self.any_server();
                self.restart_server(server);
                self.world.count(Event::ServerDied);
                self.world.note(|| format!("server {server} dies and starts"));
            }
            1 if self.faults.power_cuts => {
                let writes = dice.between(1, 4);
                if self.world.redis.borrow_mut().cut_power(writes) {
                    self.world.count(Event::PowerCut);
                    self.world.note(|| format!("a power cut takes {writes} writes of Redis"));
                }
            }
            2 if self.faults.wipes && dice.one_in(2) => {
                self.world.redis.borrow_mut().wipe();
                self.world.count(Event::RedisWiped);
                self.world.note(|| "Redis is empty".into());
            }
            3 if self.faults.clocks => self.set_clock_back(),
            3.. if self.faults.absences => self.come_and_go(),
            _ => {}
        }
    }

    /// At the last server. There the drop is not open any more until the history is over.
    fn set_clock_back(&self) {
        let n = self.world.servers.len() - 1;
        self.world.servers[n].borrow_mut().clock_behind = CLOCK_BEHIND;
        self.world.count(Event::ClockSetBack);
        self.world.note(|| format!("the clock of server {n} is set back"));
    }

    /// A part goes, or comes back.
    fn come_and_go(&self) {
        let (mut redis, mut mysql) = (self.world.redis.borrow_mut(), self.world.mysql.borrow_mut());
        match self.world.dice.throw(3) {
            0 => {
                redis.is_away = !redis.is_away;
                self.world.count(Event::RedisAway);
                self.world.note(|| format!("Redis is away: {}", redis.is_away));
            }
            1 => {
                mysql.is_away = !mysql.is_away;
                self.world.count(Event::MySqlAway);
                self.world.note(|| format!("MySQL is away: {}", mysql.is_away));
            }
            _ => {
                let n = self.any_server();
                let mut memory = self.world.servers[n].borrow_mut();
                memory.is_cut_off = !memory.is_cut_off;
                self.world.count(Event::RedisUnreachableForOne);
                self.world.note(|| format!("server {n} has no Redis: {}", memory.is_cut_off));
            }
        }
    }
}
