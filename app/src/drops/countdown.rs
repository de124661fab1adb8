//! The time that is left.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::live::Clock;
use leptos::prelude::*;
use shop::Moment;
use std::time::Duration;

const SECONDS_PER_MINUTE: u64 = 60;
const SECONDS_PER_HOUR: u64 = 60 * SECONDS_PER_MINUTE;
const SECONDS_PER_DAY: u64 = 24 * SECONDS_PER_HOUR;
const MS_PER_SECOND: u128 = 1_000;

/// A while, as a countdown shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Left {
    days: u64,
    hours: u64,
    minutes: u64,
    seconds: u64,
}

impl Left {
    /// Begun seconds count, so that zero means "now".
    fn of(left: Duration) -> Self {
        let seconds = u64::try_from(left.as_millis().div_ceil(MS_PER_SECOND)).unwrap_or(u64::MAX);
        Self {
            days: seconds / SECONDS_PER_DAY,
            hours: seconds % SECONDS_PER_DAY / SECONDS_PER_HOUR,
            minutes: seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE,
            seconds: seconds % SECONDS_PER_MINUTE,
        }
    }
}

/// Days, hours, minutes and seconds until a moment, by the server's clock.
#[component]
pub fn Countdown(
    /// The server's clock.
    clock: Clock,
    /// When it is over.
    #[prop(into)]
    until: Signal<Moment>,
) -> impl IntoView {
    let locale = use_locale();
    let left = Memo::new(move |_| Left::of(until.get().until_from(clock.now())));
    let cell = |figure: Memo<u64>, unit: &'static str| {
        view! {
            <span class="countdown-cell">
                <span class="countdown-figure">{move || format!("{:02}", figure.get())}</span>
                <span class="countdown-unit">{unit}</span>
            </span>
        }
    };
    let days = Memo::new(move |_| left.get().days);
    let hours = Memo::new(move |_| left.get().hours);
    let minutes = Memo::new(move |_| left.get().minutes);
    let seconds = Memo::new(move |_| left.get().seconds);
    view! {
        <div
            class="countdown"
            role="timer"
            aria-label=td_string!(locale, drops.countdown.label)
            data-testid="countdown"
        >
            {move || (days.get() > 0).then(|| {
                cell(days, td_string!(locale, drops.countdown.days))
            })}
            {cell(hours, td_string!(locale, drops.countdown.hours))}
            {cell(minutes, td_string!(locale, drops.countdown.minutes))}
            {cell(seconds, td_string!(locale, drops.countdown.seconds))}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_begun_second_is_a_second_left() {
        let left = Left::of(Duration::from_millis(1));
        assert_eq!(left, Left { days: 0, hours: 0, minutes: 0, seconds: 1 });
        assert_eq!(Left::of(Duration::ZERO).seconds, 0);
        let left = Left::of(Duration::from_secs(2 * 86_400 + 3 * 3_600 + 4 * 60 + 5));
        assert_eq!(left, Left { days: 2, hours: 3, minutes: 4, seconds: 5 });
    }
}
