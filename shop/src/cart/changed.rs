//! What has changed about a line since it was put in.

use super::LineProblem;
use crate::Won;

/// What a line asks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub count: u16,
    /// The price that the shopper saw last.
    pub seen: Won,
}

/// What the shop has of its product.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offered {
    pub price: Won,
    pub pieces: u32,
    pub is_gone: bool,
}

/// What to say of a line. What cannot be had at all needs no word about its price.
pub(super) fn what_changed(line: Asked, product: Offered) -> Vec<LineProblem> {
    if product.is_gone {
        return vec![LineProblem::Gone];
    }
    if product.pieces == 0 {
        return vec![LineProblem::SoldOut];
    }
    let price = (line.seen != product.price)
        .then_some(LineProblem::PriceChanged { was: line.seen, now: product.price });
    let few = (u32::from(line.count) > product.pieces)
        .then_some(LineProblem::FewLeft { pieces: product.pieces });
    price.into_iter().chain(few).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(seen: u32, count: u16, price: u32, pieces: u32, is_gone: bool) -> Vec<LineProblem> {
        let line = Asked { count, seen: Won(seen) };
        what_changed(line, Offered { price: Won(price), pieces, is_gone })
    }

    #[test]
    fn a_line_says_all_that_changed_and_nothing_else() {
        let price = LineProblem::PriceChanged { was: Won(900), now: Won(1_000) };
        assert_eq!(told(1_000, 2, 1_000, 2, false), []);
        assert_eq!(told(900, 2, 1_000, 2, false), [price]);
        assert_eq!(told(900, 3, 1_000, 2, false), [price, LineProblem::FewLeft { pieces: 2 }]);
        assert_eq!(told(900, 3, 1_000, 0, false), [LineProblem::SoldOut]);
        assert_eq!(told(900, 3, 1_000, 0, true), [LineProblem::Gone]);
    }
}
