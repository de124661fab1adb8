//! The rule by which two carts become one.

use super::rows::Kept;
use super::{COUNT_MAX, LINES_MAX};

/// The lines of a member's cart that are new or different once a visitor's cart, the newest line
/// first, has come to it; in the order of their products, in which everybody locks these.
///
/// Counts add up to what a line may have. A product in both is chosen if it was in either, at the
/// price that the visitor saw: they looked last. What does not fit into the cart stays behind, the
/// oldest first.
pub(super) fn merged(mine: &[Kept], theirs: &[Kept]) -> Vec<Kept> {
    let mut room = (LINES_MAX as usize).saturating_sub(mine.len());
    let mut lines = Vec::new();
    for new in theirs {
        if let Some(kept) = mine.iter().find(|kept| kept.product == new.product) {
            lines.push(Kept {
                count: (kept.count + new.count).min(COUNT_MAX),
                seen: new.seen,
                left_out_at: kept.left_out_at.filter(|_| new.left_out_at.is_some()),
                ..kept.clone()
            });
        } else if room > 0 {
            room -= 1;
            lines.push(new.clone());
        }
    }
    lines.sort_by_key(|line| line.product);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::ProductId;
    use crate::{Moment, Won};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn line(product: u64, count: u16) -> Kept {
        let (product, seen) = (ProductId(product), Won(1_000));
        Kept { product, count, seen, added_at: Moment::from_ms(0), left_out_at: None }
    }

    #[test]
    fn counts_add_up_to_the_most_a_line_may_have() {
        let lines = merged(&[line(1, 2), line(2, 90), line(3, 1)], &[line(2, 20), line(1, 3)]);
        assert_eq!(lines, [line(1, 5), line(2, 99)]);
    }

    #[test]
    fn what_was_chosen_in_either_is_chosen_at_the_price_seen_last() {
        let out = Some(Moment::from_ms(5));
        let left_out = Kept { left_out_at: out, ..line(1, 1) };
        let chosen = Kept { seen: Won(900), ..line(1, 1) };
        let both = merged(std::slice::from_ref(&left_out), &[chosen]);
        assert_eq!(both, [Kept { seen: Won(900), ..line(1, 2) }]);
        let both = merged(std::slice::from_ref(&left_out), std::slice::from_ref(&left_out));
        assert_eq!(both, [Kept { left_out_at: out, ..line(1, 2) }]);
    }

    #[test]
    fn a_full_cart_takes_only_more_of_what_it_has() {
        let full: Vec<Kept> = (1..=100).map(|product| line(product, 1)).collect();
        assert_eq!(merged(&full, &[line(101, 1), line(7, 1)]), [line(7, 2)]);
        let lines = merged(&full[1..], &[line(102, 1), line(101, 1)]);
        assert_eq!(lines, [line(102, 1)], "the newest first");
    }

    fn cart() -> impl Strategy<Value = Vec<Kept>> {
        prop::collection::btree_map(1..150_u64, 1..=COUNT_MAX, 0..=100)
            .prop_map(|lines| lines.into_iter().map(|(p, count)| line(p, count)).collect())
    }

    fn counts(lines: &[Kept]) -> BTreeMap<ProductId, u16> {
        lines.iter().map(|line| (line.product, line.count)).collect()
    }

    proptest! {
        #[test]
        fn no_cart_grows_over_its_limits_and_none_loses_anything(mine in cart(), theirs in cart()) {
            let changed = merged(&mine, &theirs);
            let mut after = counts(&mine);
            after.extend(counts(&changed));
            prop_assert!(after.len() <= LINES_MAX as usize);
            let (before, new) = (counts(&mine), counts(&theirs));
            for (product, count) in &after {
                let of = |cart: &BTreeMap<ProductId, u16>| cart.get(product).copied().unwrap_or(0);
                prop_assert_eq!(*count, (of(&before) + of(&new)).min(COUNT_MAX));
            }
            prop_assert!(before.keys().all(|product| after.contains_key(product)));
            let fits = before.keys().chain(new.keys()).collect::<std::collections::BTreeSet<_>>();
            prop_assert_eq!(after.len(), fits.len().min(LINES_MAX as usize));
        }

        #[test]
        fn nothing_changes_nothing(mine in cart()) {
            prop_assert_eq!(merged(&mine, &[]), []);
        }
    }
}
