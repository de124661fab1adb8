//! What the owner looks for, read.

use super::super::{OrderId, State};
use super::OrderSearch;
use crate::like::beginning_with;
use crate::refusal::Problems;
use crate::typed::optional_day;
use crate::{Field, Moment, Refusal};
use std::time::Duration;

/// Longer than any e-mail address: what is over it cannot match.
const WORDS_CHARS_MAX: usize = 254;
/// Korea keeps one offset all year: every day has as many hours.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// 9999-12-31, the last day of MySQL's calendar.
const END_OF_TIME: Moment = Moment::from_ms(253_402_214_400_000);

/// A search, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// In this state.
    pub state: Option<State>,
    /// Whose.
    pub whose: Whose,
    /// Placed then or later.
    pub from: Moment,
    /// Placed before.
    pub until: Moment,
}

/// Whose orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Of all members.
    Everybodys,
    /// This one order.
    Of(OrderId),
    /// Those of members whose name or e-mail address matches this pattern of `LIKE`.
    Like(String),
}

impl OrderSearch {
    /// Reads the search.
    ///
    /// # Errors
    /// A day that is none, beside its field; [`Refusal::NotUnderstood`] for a state that is none,
    /// which no page of ours sends.
    pub fn parse(&self) -> Result<Filter, Refusal> {
        let state = match self.state.trim() {
            "" => None,
            word => Some(word.parse().map_err(|_| Refusal::NotUnderstood)?),
        };
        let mut problems = Problems::default();
        let from = problems.take(Field::FirstDay, optional_day(&self.from));
        let to = problems.take(Field::LastDay, optional_day(&self.to));
        let (Some(from), Some(to)) = (from, to) else {
            return Err(problems.refuse());
        };
        let until = to.map_or(END_OF_TIME, |day| day.plus(DAY));
        Ok(Filter {
            state,
            whose: whose(self.words.trim()),
            from: from.unwrap_or_default().clamp(Moment::default(), END_OF_TIME),
            until: until.clamp(Moment::default(), END_OF_TIME),
        })
    }
}

/// Digits, with or without the `#` before them, are an order's number.
fn whose(words: &str) -> Whose {
    if words.is_empty() {
        return Whose::Everybodys;
    }
    match words.strip_prefix('#').unwrap_or(words).parse() {
        Ok(number) => Whose::Of(OrderId(number)),
        Err(_) => Whose::Like(beginning_with(words, WORDS_CHARS_MAX)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Problem;

    fn search(state: &str, words: &str, from: &str, to: &str) -> OrderSearch {
        let [state, words, from, to] = [state, words, from, to].map(str::to_owned);
        OrderSearch { state, words, from, to }
    }

    #[test]
    fn nothing_said_is_everything() {
        let filter = OrderSearch::default().parse().unwrap();
        assert_eq!((filter.state, filter.whose), (None, Whose::Everybodys));
        assert_eq!((filter.from, filter.until), (Moment::default(), END_OF_TIME));
    }

    #[test]
    fn days_are_korean_and_the_last_one_is_within() {
        let filter = search("paid", "", "2026-11-24", "2026-11-24").parse().unwrap();
        assert_eq!(filter.state, Some(State::Paid));
        assert_eq!(Some(filter.from), Moment::parse_in_korea("2026-11-24T00:00"));
        assert_eq!(Some(filter.until), Moment::parse_in_korea("2026-11-25T00:00"));
    }

    #[test]
    fn the_days_are_days_that_mysql_knows() {
        let filter = search("", "", "0001-01-01", "9999-12-31").parse().unwrap();
        assert_eq!((filter.from, filter.until), (Moment::default(), END_OF_TIME));
    }

    #[test]
    fn what_is_no_day_and_no_state_is_refused() {
        let refusal = search("", "", "tomorrow", "2026-02-30").parse().unwrap_err();
        for field in [Field::FirstDay, Field::LastDay] {
            assert_eq!(refusal.problem(field), Some(Problem::NotATime));
        }
        assert_eq!(search("lost", "", "", "").parse(), Err(Refusal::NotUnderstood));
    }

    #[test]
    fn a_number_is_an_order_and_the_rest_begins_a_member() {
        let whose = |words| search("", words, "", "").parse().unwrap().whose;
        assert_eq!(whose(" #1042 "), Whose::Of(OrderId(1042)));
        assert_eq!(whose("1042"), Whose::Of(OrderId(1042)));
        assert_eq!(whose("김지"), Whose::Like("김지%".into()));
        assert_eq!(whose("50%_\\"), Whose::Like("50\\%\\_\\\\%".into()));
        assert_eq!(whose("99999999999999999999"), Whose::Like("99999999999999999999%".into()));
    }
}
