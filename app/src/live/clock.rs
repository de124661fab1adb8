//! The server's clock, kept in the browser: nobody's countdown depends on their own watch.

use crate::browser;
use leptos::prelude::*;
use shop::Moment;
use std::time::Duration;

const TICK: Duration = Duration::from_millis(250);

/// How far the server's clock is ahead of a local one that nobody can set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ServerClock {
    ahead_ms: Option<i64>,
}

impl ServerClock {
    /// Learns from a time the server told. It was true when it was sent, so what arrived fastest
    /// is the least late: the largest difference is the best one.
    pub fn hear(&mut self, server: Moment, local_ms: i64) {
        let ahead_ms = server.ms() - local_ms;
        self.ahead_ms = Some(self.ahead_ms.map_or(ahead_ms, |best| best.max(ahead_ms)));
    }

    /// The server's time now, if it was ever told.
    pub fn now(self, local_ms: i64) -> Option<Moment> {
        self.ahead_ms.map(|ahead_ms| Moment::from_ms(local_ms + ahead_ms))
    }
}

/// The server's time as a signal. It stands still on the server and until the page is hydrated,
/// so that both sides render the same, and ticks from then on.
#[derive(Clone, Copy)]
pub struct Clock {
    now: RwSignal<Moment>,
    server: StoredValue<ServerClock>,
}

impl Clock {
    /// A clock that ticks from this time on, for as long as its owner lives.
    pub fn ticking_from(now: Moment) -> Self {
        let clock = Self { now: RwSignal::new(now), server: StoredValue::default() };
        Effect::new(move |_| {
            clock.hear(now);
            if let Ok(interval) = set_interval_with_handle(move || clock.tick(), TICK) {
                on_cleanup(move || interval.clear());
            }
        });
        clock
    }

    /// The server's time now.
    pub fn now(self) -> Moment {
        self.now.get()
    }

    /// The server's time now, without ticking on.
    pub fn now_untracked(self) -> Moment {
        self.now.get_untracked()
    }

    /// The same for whoever may outlive the page; `None` once it is gone.
    pub fn try_now_untracked(self) -> Option<Moment> {
        self.now.try_get_untracked()
    }

    /// Learns from a time the server told.
    pub fn hear(self, server: Moment) {
        self.server.update_value(|clock| clock.hear(server, browser::uptime_ms()));
    }

    fn tick(self) {
        let now = self.server.with_value(|clock| clock.now(browser::uptime_ms()));
        if let Some(now) = now {
            self.now.set(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fastest_answer_is_the_truest() {
        let mut clock = ServerClock::default();
        assert_eq!(clock.now(0), None);
        clock.hear(Moment::from_ms(10_000), 900);
        clock.hear(Moment::from_ms(10_100), 300);
        clock.hear(Moment::from_ms(10_200), 800);
        assert_eq!(clock.now(1_300), Some(Moment::from_ms(11_100)));
    }
}
