//! What a process may believe of a line that it only hears of.

use crate::Moment;
use crate::drops::{LineState, LineView};
use crate::members::MemberId;
use std::collections::HashSet;
use std::sync::Arc;

/// What a view of a line is to somebody who has heard of the line before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hearing {
    /// Nothing new, or it was overtaken on its way.
    Old,
    /// It goes on from what was known.
    News,
    /// The first of this line: what was known was of another one.
    AnotherLine,
}

/// Whether a line stands further back than it stood once. Within an epoch a line never does, so
/// news that say so were overtaken. If Redis itself says so to somebody who knew better before they
/// asked, it has lost its newest writes.
pub(crate) fn is_behind(view: &LineView, known: &LineView) -> bool {
    let steps_back = view.version < known.version
        || view.serving < known.serving
        || (known.state == LineState::SoldOut && view.state != LineState::SoldOut);
    view.epoch == known.epoch && steps_back
}

/// Holds a view against what is known.
pub(crate) fn hearing(view: &LineView, known: Option<&LineView>) -> Hearing {
    match known.filter(|known| known.epoch == view.epoch) {
        None => Hearing::AnotherLine,
        Some(known) if view == known || is_behind(view, known) => Hearing::Old,
        Some(_) => Hearing::News,
    }
}

/// Who has a coupon of a drop that is sold out.
#[derive(Clone, Debug)]
pub(crate) struct Winners {
    /// In which line that was so …
    pub epoch: i64,
    /// … and with how many coupons: an owner may add some.
    pub quota: u32,
    pub members: Arc<HashSet<MemberId>>,
}

impl Winners {
    /// Whether everybody else may be told "sold out": this is the line, it is sold out, and no
    /// coupons were added since.
    pub fn are_all(&self, view: Option<&LineView>, quota: u32) -> bool {
        view.is_some_and(|view| {
            view.state == LineState::SoldOut && view.epoch == self.epoch && quota <= self.quota
        })
    }
}

/// Whether a line needs an issuer: its drop is open and not sold out, or it closed and somebody
/// still waits, for whoever has a ticket is served as long as there are coupons.
pub(crate) fn needs_issuer(
    view: Option<&LineView>,
    opens_at: Moment,
    closes_at: Moment,
    now: Moment,
) -> bool {
    let waits = view.is_none_or(|view| view.serving < view.last);
    let sold_out = view.is_some_and(|view| view.state == LineState::SoldOut);
    now >= opens_at && !sold_out && (now < closes_at || waits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drops::DropId;

    fn view() -> LineView {
        LineView {
            drop_id: DropId(1),
            epoch: 5,
            version: 3,
            state: LineState::Open,
            serving: 40,
            last: 90,
            remaining: 60,
            quota: 100,
            opens_at: Moment::from_ms(1_000),
            closes_at: Moment::from_ms(9_000),
        }
    }

    fn sold_out() -> LineView {
        LineView { state: LineState::SoldOut, serving: 90, remaining: 0, ..view() }
    }

    #[test]
    fn a_line_does_not_step_back() {
        assert_eq!(hearing(&view(), None), Hearing::AnotherLine);
        assert_eq!(hearing(&LineView { serving: 41, ..view() }, Some(&view())), Hearing::News);
        assert_eq!(hearing(&view(), Some(&view())), Hearing::Old);
        let behind =
            [LineView { serving: 39, ..view() }, LineView { version: 2, serving: 50, ..view() }];
        for old in behind {
            assert!(is_behind(&old, &view()), "{old:?}");
            assert_eq!(hearing(&old, Some(&view())), Hearing::Old, "{old:?}");
        }
        let late = LineView { serving: 95, ..view() };
        assert_eq!(hearing(&late, Some(&sold_out())), Hearing::Old);
    }

    #[test]
    fn another_line_is_believed_whatever_was_known() {
        let rebuilt = LineView { epoch: 6, serving: 3, ..view() };
        assert!(!is_behind(&rebuilt, &sold_out()));
        assert_eq!(hearing(&rebuilt, Some(&sold_out())), Hearing::AnotherLine);
    }

    #[test]
    fn winners_are_believed_for_their_line_and_their_quota() {
        let winners = Winners { epoch: 5, quota: 100, members: Arc::default() };
        assert!(winners.are_all(Some(&sold_out()), 100));
        assert!(!winners.are_all(Some(&sold_out()), 101), "coupons were added");
        assert!(!winners.are_all(Some(&LineView { epoch: 6, ..sold_out() }), 100));
        assert!(!winners.are_all(Some(&view()), 100));
        assert!(!winners.are_all(None, 100));
    }
}
