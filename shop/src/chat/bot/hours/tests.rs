use super::*;
use proptest::prelude::*;

/// In the week of Monday, 23 November 2026.
fn at(day: u8, clock: &str) -> Moment {
    Moment::parse_in_korea(&format!("2026-11-{:02}T{clock}", 22 + day)).expect("a good time")
}

const MON: u8 = 1;
const FRI: u8 = 5;
const SAT: u8 = 6;
const SUN: u8 = 7;
const NEXT_MON: u8 = 8;

fn hours(text: &str) -> Hours {
    text.parse().expect(text)
}

#[test]
fn without_a_setting_it_is_an_office() {
    assert_eq!(Hours::default().to_string(), "mon-fri 09:00-18:00");
    assert_eq!(Hours::default(), hours("mon-fri 09:00-18:00"));
}

#[test]
fn it_opens_with_its_first_minute_and_closes_with_its_last() {
    let office = Hours::default();
    let closed = [(MON, "08:59:59"), (MON, "18:00"), (MON, "00:00"), (FRI, "23:59:59")];
    for (day, clock) in closed {
        assert!(!office.is_open(at(day, clock)), "{day} {clock}");
    }
    for (day, clock) in [(MON, "09:00"), (MON, "17:59:59"), (FRI, "12:00")] {
        assert!(office.is_open(at(day, clock)), "{day} {clock}");
        assert_eq!(office.next_opening(at(day, clock)), None, "{day} {clock}");
    }
}

#[test]
fn after_a_days_end_it_opens_the_next_morning_and_after_fridays_on_monday() {
    let office = Hours::default();
    let monday = Some(at(NEXT_MON, "09:00"));
    assert_eq!(office.next_opening(at(MON, "00:00")), Some(at(MON, "09:00")));
    assert_eq!(office.next_opening(at(MON, "18:00")), Some(at(MON + 1, "09:00")));
    for (day, clock) in [(FRI, "18:00"), (SAT, "09:00"), (SUN, "00:00"), (SUN, "23:59:59")] {
        assert_eq!(office.next_opening(at(day, clock)), monday, "{day} {clock}");
    }
}

#[test]
fn a_night_belongs_to_the_day_on_which_it_began() {
    let nights = hours("fri 22:00-02:00, sun 22:00-02:00");
    for (day, clock) in [(FRI, "22:00"), (SAT, "01:59"), (SUN, "23:59"), (MON, "01:59")] {
        assert!(nights.is_open(at(day, clock)), "{day} {clock}");
    }
    for (day, clock) in [(FRI, "01:59"), (SAT, "02:00"), (SAT, "22:00"), (MON, "02:00")] {
        assert!(!nights.is_open(at(day, clock)), "{day} {clock}");
    }
    assert_eq!(nights.next_opening(at(SAT, "02:00")), Some(at(SUN, "22:00")));
}

#[test]
fn a_noon_may_be_free_and_a_weekend_worked() {
    let shifts = hours("mon-fri 09:00-12:00, mon-fri 13:00-18:00,sat-sun 10:00-14:00");
    assert_eq!(shifts.next_opening(at(MON, "12:00")), Some(at(MON, "13:00")));
    assert!(shifts.is_open(at(SUN, "10:00")));
    assert!(
        hours("sat-mon 10:00-11:00").is_open(at(MON, "10:30")),
        "days go on into the next week"
    );
    assert!(!hours("sat-mon 10:00-11:00").is_open(at(FRI, "10:30")));
}

#[test]
fn who_is_always_there_never_opens() {
    let always = hours("Mon-Sun 00:00-24:00");
    for (day, clock) in [(MON, "00:00"), (SAT, "23:59:59"), (SUN, "12:00")] {
        assert!(always.is_open(at(day, clock)), "{day} {clock}");
    }
}

#[test]
fn what_is_no_time_is_refused() {
    let wrong = [
        "",
        "mon",
        "09:00-18:00",
        "mon-fri",
        "mon-fri 9:00-18:00",
        "mon-fri 09:00-24:01",
        "mon-fri 09:60-18:00",
        "mon-fri 24:00-02:00",
        "mon-fri 09:00-09:00",
        "day 09:00-18:00",
        "mon-fri 09:00-18:00,",
        "mon-fri 09:00",
        "mon-fri +9:00-18:00",
        "월-금 09:00-18:00",
    ];
    for text in wrong {
        assert_eq!(text.parse::<Hours>(), Err(NO_HOURS), "{text}");
    }
}

fn any_hours() -> impl Strategy<Value = Hours> {
    let span = (0..7_u8, 0..7_u8, 0..1_440_u16, 0..=1_440_u16)
        .prop_filter("no time at all", |(_, _, from, to)| from != to)
        .prop_map(|(first_day, last_day, from, to)| Span { first_day, last_day, from, to });
    prop::collection::vec(span, 1..4).prop_map(Hours)
}

proptest! {
    #[test]
    fn hours_come_back_from_their_text(hours in any_hours()) {
        prop_assert_eq!(hours.to_string().parse(), Ok(hours));
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,40}") {
        let _ = text.parse::<Hours>();
    }

    /// Held against the definition: minute by minute.
    #[test]
    fn the_next_opening_is_the_first_open_minute(hours in any_hours(), minute in 0..10_080_u32) {
        let now = at(MON, "00:00").plus(MINUTE * minute);
        let first = (1..=WEEK_MINUTES).map(|more| now.plus(MINUTE * more));
        let mut first = first.filter(|at| hours.is_open(*at));
        let expected = if hours.is_open(now) { None } else { first.next() };
        prop_assert_eq!(hours.next_opening(now), expected);
    }
}
