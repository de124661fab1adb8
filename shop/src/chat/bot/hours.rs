//! When counsellors are there: `mon-fri 09:00-18:00`, in Korea's time.

use crate::Moment;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

const DAY_MINUTES: u32 = 24 * 60;
const WEEK_MINUTES: u32 = 7 * DAY_MINUTES;
const MINUTE: Duration = Duration::from_secs(60);
const MS_PER_MINUTE: i64 = 60_000;
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const NO_HOURS: &str = "hours are written as: mon-fri 09:00-18:00, sat 10:00-14:00";

/// The hours of a week. There is at least one span in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Hours(Vec<Span>);

/// The same hours on some days that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Monday is 0.
    pub first_day: u8,
    /// Before `first_day`, it is in the next week: `sat-mon`.
    pub last_day: u8,
    /// Minutes after midnight.
    pub from: u16,
    /// Minutes after midnight; not after `from`, it is on the next day: `22:00-02:00`.
    pub to: u16,
}

impl Hours {
    /// The spans, as they were written.
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    /// Whether it is open at a moment.
    pub fn is_open(&self, at: Moment) -> bool {
        let minute = minute_of_week(at);
        self.openings().any(|(from, length)| (minute + WEEK_MINUTES - from) % WEEK_MINUTES < length)
    }

    /// When it opens next; nothing while it is open.
    pub fn next_opening(&self, now: Moment) -> Option<Moment> {
        if self.is_open(now) {
            return None;
        }
        let minute = minute_of_week(now);
        let until = |from: u32| (from + WEEK_MINUTES - minute) % WEEK_MINUTES;
        let next = self.openings().map(|(from, _)| minute + until(from)).min()?;
        Some(now.week_start_in_korea().plus(MINUTE * next))
    }

    /// Each opening of a week: at which minute after its beginning, and for how many.
    fn openings(&self) -> impl Iterator<Item = (u32, u32)> {
        self.0.iter().flat_map(|span| {
            let (from, to) = (u32::from(span.from), u32::from(span.to));
            let length = if to > from { to - from } else { to + DAY_MINUTES - from };
            span.days().map(move |day| (u32::from(day) * DAY_MINUTES + from, length))
        })
    }
}

impl Default for Hours {
    /// As offices keep them.
    fn default() -> Self {
        Self(vec![Span { first_day: 0, last_day: 4, from: 9 * 60, to: 18 * 60 }])
    }
}

impl Span {
    fn days(self) -> impl Iterator<Item = u8> {
        let count = (self.last_day + 7 - self.first_day) % 7;
        (0..=count).map(move |day| (self.first_day + day) % 7)
    }
}

fn minute_of_week(at: Moment) -> u32 {
    let ms = at.ms().saturating_sub(at.week_start_in_korea().ms());
    u32::try_from(ms / MS_PER_MINUTE).unwrap_or(0)
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, span) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{span}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |day: u8| DAYS[usize::from(day % 7)];
        f.write_str(day(self.first_day))?;
        if self.last_day != self.first_day {
            write!(f, "-{}", day(self.last_day))?;
        }
        write!(f, " {}-{}", Clock(self.from), Clock(self.to))
    }
}

/// Minutes after midnight as a clock shows them.
pub struct Clock(pub u16);

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for Hours {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.split(',').map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

impl FromStr for Span {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = || {
            let (days, times) = text.trim().split_once(' ')?;
            let (first_day, last_day) = days.split_once('-').unwrap_or((days, days));
            let (from, to) = times.trim().split_once('-')?;
            let (from, to) = (minutes(from)?, minutes(to)?);
            let span =
                Self { first_day: day_of(first_day)?, last_day: day_of(last_day)?, from, to };
            (from != to && u32::from(from) < DAY_MINUTES).then_some(span)
        };
        read().ok_or(NO_HOURS)
    }
}

fn day_of(name: &str) -> Option<u8> {
    let day = DAYS.iter().position(|day| day.eq_ignore_ascii_case(name))?;
    u8::try_from(day).ok()
}

/// `09:00`; `24:00` is the end of a day.
fn minutes(clock: &str) -> Option<u16> {
    let (hours, minutes) = clock.split_once(':')?;
    let two_digits = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    if !two_digits(hours) || !two_digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    let sum = hours * 60 + minutes;
    (minutes < 60 && u32::from(sum) <= DAY_MINUTES).then_some(sum)
}

impl From<Hours> for String {
    fn from(hours: Hours) -> Self {
        hours.to_string()
    }
}

impl TryFrom<String> for Hours {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

#[cfg(test)]
mod tests;
