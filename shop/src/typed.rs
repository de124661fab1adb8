//! What people type into fields, read.

use crate::{Moment, Problem};

/// A whole number between two bounds; spaces and thousands commas are forgiven.
pub(crate) fn number<T: TryFrom<u64>>(text: &str, min: u64, max: u64) -> Result<T, Problem> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    if digits.is_empty() {
        return Err(Problem::Missing);
    }
    let out_of_range = Problem::OutOfRange { min, max };
    // i128 takes every number a person types, so that "-5" is out of range and not "no number".
    let value: i128 = digits.parse().map_err(|_| Problem::NotANumber)?;
    let value = u64::try_from(value).map_err(|_| out_of_range)?;
    if !(min..=max).contains(&value) {
        return Err(out_of_range);
    }
    T::try_from(value).map_err(|_| out_of_range)
}

/// The same; an empty text is the default.
pub(crate) fn number_or<T: TryFrom<u64>>(
    text: &str,
    min: u64,
    max: u64,
    empty: T,
) -> Result<T, Problem> {
    optional_number(text, min, max).map(|value| value.unwrap_or(empty))
}

/// The same; an empty text is no number.
pub(crate) fn optional_number<T: TryFrom<u64>>(
    text: &str,
    min: u64,
    max: u64,
) -> Result<Option<T>, Problem> {
    if text.trim().is_empty() { Ok(None) } else { number(text, min, max).map(Some) }
}

/// A moment as a `datetime-local` field sends it, in Korea. MySQL keeps no year before 1000, and
/// nothing of the shop's is older than the epoch.
pub(crate) fn moment(text: &str) -> Result<Moment, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::Missing);
    }
    let at = Moment::parse_in_korea(text).filter(|at| *at >= Moment::default());
    at.ok_or(Problem::NotATime)
}

/// A day as a `date` field sends it: the moment at which it begins in Korea. An empty text is no
/// day.
#[cfg(feature = "ssr")]
pub(crate) fn optional_day(text: &str) -> Result<Option<Moment>, Problem> {
    let day = text.trim();
    if day.is_empty() {
        return Ok(None);
    }
    Moment::parse_in_korea(&format!("{day}T00:00")).map(Some).ok_or(Problem::NotATime)
}
