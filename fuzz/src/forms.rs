//! Numbers, times and codes in forms. A form's fields stand in an input line by line.

use shop::drops::{Discount, DropForm};
use shop::orders::PlaceForm;
use shop::{Moment, Won};

/// MySQL's calendar, as the shop uses it.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=9999;
const NOW: Moment = Moment::from_ms(1_795_000_000_000);

/// A time comes back from what a form is filled with; a wall shows any.
pub fn moment(text: &str) {
    if let Ok(ms) = text.parse() {
        let at = Moment::from_ms(ms);
        assert!((1..=12).contains(&at.in_korea().month));
        assert!(at.week_start_in_korea() <= at.day_start_in_korea());
    }
    let Some(at) = Moment::parse_in_korea(text) else { return };
    let wall = at.in_korea();
    assert_eq!(Moment::parse_in_korea(&wall.to_field()), Some(at));
    let (day, week) = (at.day_start_in_korea(), at.week_start_in_korea());
    assert!(week <= day && day <= at);
}

/// An amount is a number of won that is read again from what a page shows.
pub fn money(text: &str) {
    let form = |won: &str| DropForm {
        name: "쿠폰".into(),
        quota: "1".into(),
        opens_at: "2027-01-01T00:00".into(),
        closes_at: "2027-01-02T00:00".into(),
        discount_kind: "fixed".into(),
        discount_won: won.into(),
        ..DropForm::default()
    };
    let read = |won: &str| form(won).parse(NOW).map(|drop| drop.terms.discount);
    let Ok(discount) = read(text) else { return };
    let Discount::Fixed(won) = discount else { panic!("{discount:?}") };
    assert!(won > Won(0));
    assert_eq!(read(&won.to_string()), Ok(discount));
}

/// A drop makes the form that makes it, and MySQL can keep its times.
pub fn drop_form(text: &str) {
    let mut line = super::lines(text);
    let form = DropForm {
        name: line(),
        quota: line(),
        opens_at: line(),
        closes_at: line(),
        discount_kind: line(),
        discount_won: line(),
        discount_percent: line(),
        discount_cap_won: line(),
        minimum_spend_won: line(),
        valid_days: line(),
        rate_per_s: line(),
    };
    let Ok(made) = form.parse(NOW) else { return };
    assert!(made.opens_at < made.closes_at && made.quota > 0);
    assert!([made.opens_at, made.closes_at].iter().all(|at| YEARS.contains(&at.in_korea().year)));
    assert_eq!(DropForm::from(&made).parse(NOW), Ok(made));
}

/// Whatever a coupon's code and the rest of the form are, they are read or refused.
pub fn order_form(text: &str) {
    let mut line = super::lines(text);
    let form = PlaceForm {
        press_key: line(),
        address_id: line(),
        recipient: line(),
        phone: line(),
        address: line(),
        coupon: line(),
        agreed: line(),
        total: line(),
        card: line(),
    };
    match form.parse() {
        Ok(order) => {
            assert_eq!(order.key.bytes().len(), 16);
            assert_eq!(order.key.to_string().parse(), Ok(order.key));
            let code = order.coupon.unwrap_or_default();
            assert!(!code.bytes().any(|byte| byte.is_ascii_lowercase()));
            assert_eq!(order.total.to_string().replace(',', "").parse(), Ok(order.total.0));
        }
        Err(refusal) => assert!([400, 422].contains(&refusal.status()), "{refusal:?}"),
    }
}
