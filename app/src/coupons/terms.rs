//! How the terms of a coupon read.

use crate::i18n::{Locale, td_string};
use crate::language::won;
use shop::drops::{Discount, Terms};

/// "5,000원 할인", "30% 할인".
pub fn discount_text(locale: Locale, terms: &Terms) -> String {
    match terms.discount {
        Discount::Fixed(amount) => {
            let amount = won(locale, amount);
            td_string!(locale, coupons.terms.won_off, amount = amount).to_string()
        }
        Discount::Percent { percent, .. } => {
            td_string!(locale, coupons.terms.percent_off, percent = percent).to_string()
        }
    }
}

/// "최대 20,000원 할인", where there is a most.
pub fn cap_text(locale: Locale, terms: &Terms) -> Option<String> {
    match terms.discount {
        Discount::Fixed(_) => None,
        Discount::Percent { cap, .. } => {
            let amount = won(locale, cap);
            Some(td_string!(locale, coupons.terms.cap, amount = amount).to_string())
        }
    }
}

/// "30,000원 이상 구매 시".
pub fn minimum_text(locale: Locale, terms: &Terms) -> String {
    if terms.minimum_spend.0 == 0 {
        return td_string!(locale, coupons.terms.no_minimum).to_owned();
    }
    let amount = won(locale, terms.minimum_spend);
    td_string!(locale, coupons.terms.minimum, amount = amount).to_string()
}

/// "받은 날부터 14일".
pub fn validity_text(locale: Locale, terms: &Terms) -> String {
    td_string!(locale, coupons.terms.valid, days = terms.valid_days).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop::Won;

    #[test]
    fn terms_read_naturally_in_both_languages() {
        let discount = Discount::Percent { percent: 30, cap: Won(20_000) };
        let terms = Terms { discount, minimum_spend: Won(0), valid_days: 14 };
        assert_eq!(discount_text(Locale::ko, &terms), "30% 할인");
        assert_eq!(cap_text(Locale::en, &terms).as_deref(), Some("₩20,000 off at most"));
        assert_eq!(minimum_text(Locale::ko, &terms), "최소 금액 없이 사용");
        assert_eq!(validity_text(Locale::en, &terms), "Valid for 14 days");

        let discount = Discount::Fixed(Won(5_000));
        let terms = Terms { discount, minimum_spend: Won(30_000), valid_days: 7 };
        assert_eq!(discount_text(Locale::ko, &terms), "5,000원 할인");
        assert_eq!(cap_text(Locale::ko, &terms), None);
        assert_eq!(minimum_text(Locale::ko, &terms), "30,000원 이상 구매 시");
    }
}
