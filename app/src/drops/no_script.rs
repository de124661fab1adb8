//! A page that waits without JavaScript.

use super::room::Shown;
use leptos::prelude::*;

const WAITING_REFRESH_S: u64 = 5;
/// The shop stopped because it has enough to do.
const STOPPED_REFRESH_S: u64 = 30;
/// Further away than this, the reader comes back by themselves.
const COUNTDOWN_S_MAX: u64 = 15 * 60;

/// Makes a browser without JavaScript load the page again while there is something to wait for.
#[component]
pub fn NoScriptRefresh(
    /// What the page shows as it is rendered.
    shown: Shown,
) -> impl IntoView {
    // As HTML text: with JavaScript on, a browser reads the inside of `noscript` as text, and
    // hydration would look for an element there.
    refresh_after_s(&shown).map(|seconds| {
        let html = format!("<meta http-equiv=\"refresh\" content=\"{seconds}\">");
        view! { <noscript inner_html=html></noscript> }
    })
}

fn refresh_after_s(shown: &Shown) -> Option<u64> {
    match shown {
        Shown::Waiting { .. } | Shown::Paused => Some(WAITING_REFRESH_S),
        Shown::Countdown(left) => {
            let seconds = left.as_secs() + 1;
            (seconds <= COUNTDOWN_S_MAX).then_some(seconds)
        }
        Shown::Stopped { .. } => Some(STOPPED_REFRESH_S),
        Shown::MayJoin { .. }
        | Shown::Checking
        | Shown::Issued(_)
        | Shown::SoldOut
        | Shown::Closed => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn only_what_changes_soon_is_loaded_again() {
        let soon = Shown::Countdown(Duration::from_millis(9_500));
        assert_eq!(refresh_after_s(&soon), Some(10));
        let late = Shown::Countdown(Duration::from_secs(3_600));
        assert_eq!(refresh_after_s(&late), None);
        assert_eq!(refresh_after_s(&Shown::SoldOut), None);
    }
}
