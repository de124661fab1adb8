//! The page's words in its two languages.

use crate::checker::Kind;
use crate::options::PageLanguage;

/// Says things in the page's language.
#[derive(Clone, Copy)]
pub(super) struct Words(pub PageLanguage);

impl Words {
    /// The one or the other.
    pub fn say<'a>(self, ko: &'a str, en: &'a str) -> &'a str {
        match self.0 {
            PageLanguage::Ko => ko,
            PageLanguage::En => en,
        }
    }
}

/// What a broken promise of this kind is called.
pub(super) fn promise(kind: Kind, words: Words) -> &'static str {
    let (ko, en) = match kind {
        Kind::OverQuota => ("준비한 수보다 더 나간 쿠폰", "coupons beyond the stock"),
        Kind::TwiceToOne => ("한 사람이 두 번 받은 쿠폰", "coupons given twice to one person"),
        Kind::Lost => ("보여 주고 잃어버린 쿠폰", "coupons shown and then lost"),
        Kind::FalseSuccessNeverIssued => {
            ("거짓 당첨: 없는 쿠폰", "false successes: no such coupon")
        }
        Kind::FalseSuccessOfAnother => {
            ("거짓 당첨: 남의 쿠폰", "false successes: somebody else’s coupon")
        }
        Kind::SoldOutToHolder => ("받은 사람에게 한 “품절”", "“sold out” said to a winner"),
        Kind::SoldOutTooEarly => ("남았는데 한 “품절”", "“sold out” said with coupons left"),
        Kind::BelowQuota => ("원하는데 남은 쿠폰", "coupons left although wanted"),
        Kind::NeverTold => ("끝내 답을 못 들은 사람", "people never told the outcome"),
        Kind::OutOfOrder => ("순서가 바뀐 쿠폰", "coupons issued out of turn"),
        Kind::PassedOver => ("건너뛴 사람", "people passed over"),
        Kind::TicketNotUnique => ("겹친 대기번호", "tickets held by two"),
        Kind::ToAStranger => {
            ("누르지 않은 사람에게 간 쿠폰", "coupons to people who never clicked")
        }
        Kind::Miscounted => ("잘못 센 쿠폰", "coupons miscounted"),
    };
    match words.0 {
        PageLanguage::Ko => ko,
        PageLanguage::En => en,
    }
}
