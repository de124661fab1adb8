//! The form that makes a drop, and edits it.

use super::{Discount, Drop, Terms};
use crate::members::line_of_text;
use crate::refusal::Problems;
use crate::typed::{moment, number, number_or, optional_number};
use crate::{Field, Moment, Problem, Refusal, Won};
use serde::{Deserialize, Serialize};

const NAME_CHARS_MAX: u32 = 80;
/// Ten million coupons: more people than any shop here has met at once.
pub const QUOTA_MAX: u32 = 10_000_000;
const AMOUNT_WON_MAX: u64 = 100_000_000;
const VALID_DAYS_DEFAULT: u16 = 14;
const VALID_DAYS_MAX: u64 = 365;
pub(super) const RATE_PER_S_MAX: u64 = 1_000_000;

/// What the form of a drop sends: texts as they were typed, parsed by [`DropForm::parse`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DropForm {
    /// 1 to 80 characters.
    pub name: String,
    /// Coupons, 1 to 10,000,000.
    pub quota: String,
    /// `2026-11-22T21:00` in Korea.
    pub opens_at: String,
    /// `2026-11-22T22:00` in Korea, after the opening.
    pub closes_at: String,
    /// `fixed` or `percent`.
    pub discount_kind: String,
    /// Won off, where the kind is `fixed`.
    pub discount_won: String,
    /// 1 to 100, where the kind is `percent`.
    pub discount_percent: String,
    /// Won off at most, where the kind is `percent`.
    pub discount_cap_won: String,
    /// Won; empty is no minimum.
    pub minimum_spend_won: String,
    /// 1 to 365; empty is 14.
    pub valid_days: String,
    /// Coupons a second; empty is as fast as the shop can.
    pub rate_per_s: String,
}

/// A drop that may be made, or what one is edited to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDrop {
    /// 1 to 80 characters.
    pub name: String,
    /// At least 1.
    pub quota: u32,
    /// When the line opens.
    pub opens_at: Moment,
    /// When the line closes, after it opened and after now.
    pub closes_at: Moment,
    /// What a coupon is worth.
    pub terms: Terms,
    /// Coupons a second at most.
    pub rate_per_s: Option<u32>,
}

impl From<&Drop> for NewDrop {
    fn from(drop: &Drop) -> Self {
        Self {
            name: drop.name.clone(),
            quota: drop.quota,
            opens_at: drop.opens_at,
            closes_at: drop.closes_at,
            terms: drop.terms,
            rate_per_s: drop.rate_per_s,
        }
    }
}

impl From<&NewDrop> for DropForm {
    /// The form that makes just this.
    fn from(new: &NewDrop) -> Self {
        let mut form = Self {
            name: new.name.clone(),
            quota: new.quota.to_string(),
            opens_at: new.opens_at.in_korea().to_field(),
            closes_at: new.closes_at.in_korea().to_field(),
            minimum_spend_won: new.terms.minimum_spend.0.to_string(),
            valid_days: new.terms.valid_days.to_string(),
            rate_per_s: new.rate_per_s.map_or_else(String::new, |rate| rate.to_string()),
            ..Self::default()
        };
        match new.terms.discount {
            Discount::Fixed(won) => {
                form.discount_kind = "fixed".into();
                form.discount_won = won.0.to_string();
            }
            Discount::Percent { percent, cap } => {
                form.discount_kind = "percent".into();
                form.discount_percent = percent.to_string();
                form.discount_cap_won = cap.0.to_string();
            }
        }
        form
    }
}

impl DropForm {
    /// Reads the form at a moment, or says everything that is wrong with it.
    pub fn parse(&self, now: Moment) -> Result<NewDrop, Refusal> {
        let mut problems = Problems::default();
        let name = problems.take(Field::Name, line_of_text(&self.name, NAME_CHARS_MAX));
        let quota = problems.take(Field::Quota, number(&self.quota, 1, QUOTA_MAX.into()));
        let opens_at = problems.take(Field::OpensAt, moment(&self.opens_at));
        let closes_at = problems.take(Field::ClosesAt, moment(&self.closes_at));
        if let Some(closes_at) = closes_at {
            if opens_at.is_some_and(|opens_at| closes_at <= opens_at) {
                problems.note(Field::ClosesAt, Problem::NotAfterOpening);
            } else if closes_at <= now {
                problems.note(Field::ClosesAt, Problem::AlreadyPast);
            }
        }
        let discount = self.discount(&mut problems);
        let least = number_or(&self.minimum_spend_won, 0, AMOUNT_WON_MAX, 0);
        let least = problems.take(Field::MinimumSpend, least);
        let days = number_or(&self.valid_days, 1, VALID_DAYS_MAX, VALID_DAYS_DEFAULT);
        let days = problems.take(Field::ValidDays, days);
        let rate = optional_number(&self.rate_per_s, 1, RATE_PER_S_MAX);
        let rate = problems.take(Field::Rate, rate);

        match (name, quota, opens_at, closes_at, discount, least, days, rate) {
            (
                Some(name),
                Some(quota),
                Some(opens_at),
                Some(closes_at),
                Some(discount),
                Some(least),
                Some(valid_days),
                Some(rate_per_s),
            ) if problems.is_empty() => {
                let terms = Terms { discount, minimum_spend: Won(least), valid_days };
                Ok(NewDrop { name, quota, opens_at, closes_at, terms, rate_per_s })
            }
            _ => Err(problems.refuse()),
        }
    }

    fn discount(&self, problems: &mut Problems) -> Option<Discount> {
        match self.discount_kind.as_str() {
            "percent" => {
                let percent = number(&self.discount_percent, 1, 100);
                let percent = problems.take(Field::DiscountPercent, percent);
                let cap = number(&self.discount_cap_won, 1, AMOUNT_WON_MAX);
                let cap = problems.take(Field::DiscountCap, cap);
                Some(Discount::Percent { percent: percent?, cap: Won(cap?) })
            }
            "fixed" => {
                let won = number(&self.discount_won, 1, AMOUNT_WON_MAX);
                problems.take(Field::DiscountWon, won).map(|won| Discount::Fixed(Won(won)))
            }
            _ => {
                problems.note(Field::DiscountKind, Problem::NotAChoice);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> DropForm {
        DropForm {
            name: "겨울 선착순".into(),
            quota: "10,000".into(),
            opens_at: "2026-12-01T20:00".into(),
            closes_at: "2026-12-01T21:00".into(),
            discount_kind: "percent".into(),
            discount_percent: "30".into(),
            discount_cap_won: "20000".into(),
            ..DropForm::default()
        }
    }

    fn problem(form: &DropForm, field: Field) -> Option<Problem> {
        form.parse(Moment::from_ms(0)).err().and_then(|refusal| refusal.problem(field))
    }

    #[test]
    fn what_is_left_empty_has_its_default() {
        let made = good().parse(Moment::from_ms(0)).expect("a good form");
        assert_eq!(made.quota, 10_000);
        assert_eq!(made.terms.valid_days, 14);
        assert_eq!(made.rate_per_s, None);
        assert_eq!(made.terms.minimum_spend, Won(0));
    }

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let empty = DropForm { discount_kind: "fixed".into(), ..DropForm::default() };
        let refusal = empty.parse(Moment::from_ms(0)).expect_err("an empty form");
        let fields =
            [Field::Name, Field::Quota, Field::OpensAt, Field::ClosesAt, Field::DiscountWon];
        for field in fields {
            assert_eq!(refusal.problem(field), Some(Problem::Missing), "{field:?}");
        }
    }

    #[test]
    fn a_discount_of_no_kind_is_none() {
        for kind in ["", "Percent", "free"] {
            let form = DropForm { discount_kind: kind.into(), discount_won: "1".into(), ..good() };
            assert_eq!(problem(&form, Field::DiscountKind), Some(Problem::NotAChoice), "{kind}");
        }
    }

    #[test]
    fn numbers_have_bounds() {
        for quota in ["0", "-5", "10000001", "99999999999999999999999"] {
            let form = DropForm { quota: quota.into(), ..good() };
            let out = Problem::OutOfRange { min: 1, max: QUOTA_MAX.into() };
            assert_eq!(problem(&form, Field::Quota), Some(out), "{quota}");
        }
        let form = DropForm { quota: "many".into(), ..good() };
        assert_eq!(problem(&form, Field::Quota), Some(Problem::NotANumber));
        let form = DropForm { discount_percent: "101".into(), ..good() };
        let out = Problem::OutOfRange { min: 1, max: 100 };
        assert_eq!(problem(&form, Field::DiscountPercent), Some(out));
    }

    #[test]
    fn a_drop_makes_the_form_that_makes_it() {
        let fixed = DropForm {
            discount_kind: "fixed".into(),
            discount_won: "3000".into(),
            rate_per_s: "50".into(),
            ..good()
        };
        for form in [good(), fixed] {
            let made = form.parse(Moment::from_ms(0)).expect("a good form");
            let again = DropForm::from(&made).parse(Moment::from_ms(0)).expect("its own form");
            assert_eq!(again, made);
        }
    }

    #[test]
    fn a_time_that_mysql_cannot_keep_is_none() {
        for year in ["0000", "0999", "1969"] {
            let form = DropForm { opens_at: format!("{year}-12-31T00:00"), ..good() };
            assert_eq!(problem(&form, Field::OpensAt), Some(Problem::NotATime), "{year}");
        }
    }

    #[test]
    fn a_drop_closes_after_it_opens_and_after_now() {
        let form = DropForm { closes_at: "2026-12-01T20:00".into(), ..good() };
        assert_eq!(problem(&form, Field::ClosesAt), Some(Problem::NotAfterOpening));
        let late = Moment::parse_in_korea("2027-01-01T00:00").expect("a good time");
        let refusal = good().parse(late).expect_err("a drop of last year");
        assert_eq!(refusal.problem(Field::ClosesAt), Some(Problem::AlreadyPast));
    }
}
