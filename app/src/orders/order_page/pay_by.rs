//! How long an order still waits to be paid.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::live::Clock;
use leptos::prelude::*;
use shop::Moment;
use std::time::Duration;

const SECONDS_PER_MINUTE: u128 = 60;
const MS_PER_SECOND: u128 = 1_000;

/// Minutes and seconds; a begun second counts, so that zero means "over".
fn clock_text(left: Duration) -> String {
    let seconds = left.as_millis().div_ceil(MS_PER_SECOND);
    format!("{:02}:{:02}", seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE)
}

/// The time that is left, by the server's clock.
#[component]
pub fn PayBy(
    /// The server's clock.
    clock: Clock,
    /// When it is over.
    until: Moment,
) -> impl IntoView {
    let locale = use_locale();
    let left = Memo::new(move |_| clock_text(until.until_from(clock.now())));
    view! {
        <p class="pay-by">
            {td_string!(locale, orders.pay.left)} " "
            <strong role="timer" data-testid="pay-by">{left}</strong>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_begun_second_is_a_second_left() {
        assert_eq!(clock_text(Duration::from_secs(15 * 60)), "15:00");
        assert_eq!(clock_text(Duration::from_millis(60_001)), "01:01");
        assert_eq!(clock_text(Duration::from_millis(1)), "00:01");
        assert_eq!(clock_text(Duration::ZERO), "00:00");
    }
}
