//! What is wrong with a line or a count, in sentences.

use crate::i18n::{Locale, td_string};
use crate::language::won;
use crate::sentences;
use shop::cart::{COUNT_MAX, LineProblem};
use shop::{Field, Problem, Refusal};

/// Why a count was refused, in one sentence; another refusal in its own.
pub fn count_problem(locale: Locale, refusal: &Refusal) -> String {
    match refusal.problem(Field::Count) {
        Some(Problem::OutOfRange { max, .. }) if max == u64::from(COUNT_MAX) => {
            td_string!(locale, cart.wrong_count.range, max = max).to_string()
        }
        Some(Problem::OutOfRange { max, .. }) => {
            td_string!(locale, cart.wrong_count.stock, max = max).to_string()
        }
        Some(Problem::TooMany { max }) => {
            td_string!(locale, cart.wrong_count.full, max = max).to_string()
        }
        Some(problem) => sentences::problem(locale, problem),
        None => sentences::refusal(locale, refusal),
    }
}

/// What has changed about a line, in one sentence.
pub fn line_problem(locale: Locale, problem: LineProblem) -> String {
    match problem {
        LineProblem::PriceChanged { was, now } => {
            let (before, after) = (won(locale, was), won(locale, now));
            if now > was {
                td_string!(locale, cart.problem.dearer, before = before, after = after).to_string()
            } else {
                td_string!(locale, cart.problem.cheaper, before = before, after = after).to_string()
            }
        }
        LineProblem::FewLeft { pieces } => {
            td_string!(locale, cart.problem.few, pieces = pieces).to_string()
        }
        LineProblem::SoldOut => td_string!(locale, cart.problem.sold_out).to_owned(),
        LineProblem::Gone => td_string!(locale, cart.problem.gone).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop::Won;

    #[test]
    fn a_count_is_refused_in_words_of_the_cart() {
        let told =
            |problem| count_problem(Locale::ko, &Refusal::Form(vec![(Field::Count, problem)]));
        let stock = told(Problem::OutOfRange { min: 1, max: 7 });
        assert_eq!(stock, "이미 담은 것까지 더해 7개까지 담을 수 있어요.");
        let range = told(Problem::OutOfRange { min: 1, max: 99 });
        assert_eq!(range, "한 상품은 1개에서 99개까지 담을 수 있어요.");
        assert_eq!(told(Problem::SoldOut), "지금은 모두 팔렸어요.");
        let other = count_problem(Locale::en, &Refusal::NoSuchProduct);
        assert_eq!(other, "There is no such product.");
    }

    #[test]
    fn a_price_went_up_or_down() {
        let told = |was, now| {
            let problem = LineProblem::PriceChanged { was: Won(was), now: Won(now) };
            line_problem(Locale::ko, problem)
        };
        assert_eq!(told(12_000, 12_900), "가격이 12,000원에서 12,900원으로 올랐어요.");
        assert_eq!(told(12_900, 12_000), "가격이 12,900원에서 12,000원으로 내렸어요.");
    }
}
