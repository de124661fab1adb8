//! When the reader comes back: to the tab, from the machine's sleep, or to a network.

use crate::browser;
use leptos::ev;
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;

const TICK: Duration = Duration::from_secs(1);
/// No busy page makes a tick so late: nothing ran in the meantime.
const SLEEP_MS_MIN: i64 = 5_000;

/// Calls `back` whenever the reader comes back, for as long as its owner lives. A laptop that
/// sleeps says nothing to a tab in sight; what it cannot hide is that its clock has gone on.
pub fn on_return(back: impl Fn() + Copy + 'static) {
    Effect::new(move |_| {
        let seen = move |is_back: bool| {
            if is_back && browser::is_visible() {
                back();
            }
        };
        let pulse = Pulse::from(browser::wall_clock_ms());
        let beat = move || seen(pulse.has_slept_until(browser::wall_clock_ms()));
        let beat = set_interval_with_handle(beat, TICK);
        let shown = window_event_listener(ev::visibilitychange, move |_| seen(true));
        let online = window_event_listener(ev::online, move |_| seen(true));
        on_cleanup(move || {
            shown.remove();
            online.remove();
            if let Ok(beat) = beat {
                beat.clear();
            }
        });
    });
}

/// A steady beat, in which a sleep leaves a gap.
#[derive(Debug)]
struct Pulse {
    beat_at_ms: Cell<i64>,
}

impl Pulse {
    /// A pulse that begins to beat now.
    fn from(now_ms: i64) -> Self {
        Self { beat_at_ms: Cell::new(now_ms) }
    }

    /// Whether everything slept between the last beat and this one.
    fn has_slept_until(&self, now_ms: i64) -> bool {
        now_ms - self.beat_at_ms.replace(now_ms) >= SLEEP_MS_MIN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sleep_is_a_gap_in_the_beat_and_is_noticed_once() {
        let pulse = Pulse::from(1_000_000);
        let beats = [1_005_000, 1_006_000, 1_010_999, 1_015_999, 1_000_000];
        let slept = beats.map(|at_ms| pulse.has_slept_until(at_ms));
        assert_eq!(slept, [true, false, false, true, false]);
    }
}
