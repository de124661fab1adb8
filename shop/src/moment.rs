//! A point in time, the same on both sides of the wire.

use serde::{Deserialize, Serialize};
use std::time::Duration;
use time::{OffsetDateTime, UtcOffset};

/// Korea keeps one offset all year; every time on a screen is in it.
const KOREA_OFFSET_HOURS: i8 = 9;
const MS_PER_SECOND: i64 = 1_000;
const MS_PER_HOUR: i64 = 3_600 * MS_PER_SECOND;
const MS_PER_DAY: i64 = 24 * MS_PER_HOUR;
const MS_PER_WEEK: i64 = 7 * MS_PER_DAY;
/// The first Monday after the epoch, a Thursday.
const FIRST_MONDAY_MS: i64 = 4 * MS_PER_DAY;
const NS_PER_MS: i128 = 1_000_000;

/// A point in time in whole milliseconds since 1970-01-01T00:00:00Z.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Moment(i64);

/// What a clock on a Korean wall shows at a [`Moment`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WallTime {
    /// Four digits.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

impl Moment {
    /// The moment so many milliseconds after the epoch.
    pub const fn from_ms(ms: i64) -> Self {
        Self(ms)
    }

    /// Milliseconds since the epoch.
    pub const fn ms(self) -> i64 {
        self.0
    }

    /// This moment and a while more; stays at the end of time rather than wrapping.
    pub fn plus(self, while_: Duration) -> Self {
        let ms = i64::try_from(while_.as_millis()).unwrap_or(i64::MAX);
        Self(self.0.saturating_add(ms))
    }

    /// This moment less a while.
    pub fn minus(self, while_: Duration) -> Self {
        let ms = i64::try_from(while_.as_millis()).unwrap_or(i64::MAX);
        Self(self.0.saturating_sub(ms))
    }

    /// How long from now until this moment; zero if it has passed.
    pub fn until_from(self, now: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(now.0)).unwrap_or(0))
    }

    /// The time on a Korean wall; that of the epoch for a moment that no calendar has.
    pub fn in_korea(self) -> WallTime {
        let offset = UtcOffset::from_hms(KOREA_OFFSET_HOURS, 0, 0).unwrap_or(UtcOffset::UTC);
        let at = self.to_utc().checked_to_offset(offset).unwrap_or(OffsetDateTime::UNIX_EPOCH);
        WallTime {
            year: at.year(),
            month: at.month().into(),
            day: at.day(),
            hour: at.hour(),
            minute: at.minute(),
            second: at.second(),
        }
    }

    /// The midnight with which the Korean day of this moment began.
    pub fn day_start_in_korea(self) -> Self {
        let offset = i64::from(KOREA_OFFSET_HOURS) * MS_PER_HOUR;
        let local = self.0.saturating_add(offset);
        Self(local.saturating_sub(local.rem_euclid(MS_PER_DAY)).saturating_sub(offset))
    }

    /// The Monday midnight with which the Korean week of this moment began.
    pub fn week_start_in_korea(self) -> Self {
        let day = self.day_start_in_korea();
        let local = day.0.saturating_add(i64::from(KOREA_OFFSET_HOURS) * MS_PER_HOUR);
        let since_monday = local.saturating_sub(FIRST_MONDAY_MS).rem_euclid(MS_PER_WEEK);
        Self(day.0.saturating_sub(since_monday))
    }

    /// Reads what a browser's `datetime-local` field sends, `2026-11-22T21:00[:30]`, as a time
    /// in Korea. `None` if it is not one.
    pub fn parse_in_korea(text: &str) -> Option<Self> {
        let (date, clock) = text.trim().split_once('T')?;
        let mut days = date.splitn(3, '-');
        let year: i32 = days.next()?.parse().ok()?;
        let month: u8 = days.next()?.parse().ok()?;
        let day: u8 = days.next()?.parse().ok()?;
        let mut units = clock.splitn(3, ':');
        let hour: u8 = units.next()?.parse().ok()?;
        let minute: u8 = units.next()?.parse().ok()?;
        let second: u8 = units.next().map_or(Some(0), |s| s.parse().ok())?;
        let month = time::Month::try_from(month).ok()?;
        let date = time::Date::from_calendar_date(year, month, day).ok()?;
        let offset = UtcOffset::from_hms(KOREA_OFFSET_HOURS, 0, 0).ok()?;
        let at = date.with_hms(hour, minute, second).ok()?.assume_offset(offset);
        Some(Self(at.unix_timestamp() * MS_PER_SECOND))
    }

    fn to_utc(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * NS_PER_MS)
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }
}

impl WallTime {
    /// What a `datetime-local` field wants as its value: `2026-11-22T21:00`, and the seconds where
    /// they are not zero.
    pub fn to_field(self) -> String {
        let Self { year, month, day, hour, minute, second } = self;
        let minutes = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}");
        if second == 0 { minutes } else { format!("{minutes}:{second:02}") }
    }
}

/// In MySQL a moment is a `DATETIME(3)` in UTC.
#[cfg(feature = "ssr")]
mod mysql {
    use super::{Moment, NS_PER_MS};
    use sqlx::encode::IsNull;
    use sqlx::error::BoxDynError;
    use sqlx::mysql::{MySqlTypeInfo, MySqlValueRef};
    use sqlx::{Decode, Encode, MySql, Type};
    use time::{OffsetDateTime, PrimitiveDateTime};

    impl Type<MySql> for Moment {
        fn type_info() -> MySqlTypeInfo {
            <PrimitiveDateTime as Type<MySql>>::type_info()
        }

        fn compatible(ty: &MySqlTypeInfo) -> bool {
            <PrimitiveDateTime as Type<MySql>>::compatible(ty)
        }
    }

    impl Encode<'_, MySql> for Moment {
        fn encode_by_ref(&self, buf: &mut Vec<u8>) -> Result<IsNull, BoxDynError> {
            let utc = self.to_utc();
            PrimitiveDateTime::new(utc.date(), utc.time()).encode_by_ref(buf)
        }
    }

    impl Decode<'_, MySql> for Moment {
        fn decode(value: MySqlValueRef<'_>) -> Result<Self, BoxDynError> {
            let utc: OffsetDateTime = PrimitiveDateTime::decode(value)?.assume_utc();
            Ok(Self(i64::try_from(utc.unix_timestamp_nanos() / NS_PER_MS)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_korean_evening_is_a_utc_noon() {
        let at = Moment::parse_in_korea("2026-11-22T21:30").expect("a good time");
        assert_eq!(at.to_utc().hour(), 12);
        assert_eq!(at.in_korea().to_field(), "2026-11-22T21:30");
    }

    #[test]
    fn a_korean_day_begins_at_its_own_midnight() {
        let at = |text| Moment::parse_in_korea(text).expect("a good time");
        let midnight = at("2026-11-23T00:00");
        for text in ["2026-11-23T00:00", "2026-11-23T08:59", "2026-11-23T23:59:59"] {
            assert_eq!(at(text).day_start_in_korea(), midnight, "{text}");
        }
        assert_eq!(at("2026-11-22T23:59:59").day_start_in_korea(), at("2026-11-22T00:00"));
        assert_eq!(Moment::from_ms(-1).day_start_in_korea(), at("1970-01-01T00:00"));
    }

    #[test]
    fn a_korean_week_begins_on_its_monday() {
        let at = |text| Moment::parse_in_korea(text).expect("a good time");
        let monday = at("2026-11-23T00:00");
        for text in ["2026-11-23T00:00", "2026-11-26T12:00", "2026-11-29T23:59:59"] {
            assert_eq!(at(text).week_start_in_korea(), monday, "{text}");
        }
        assert_eq!(at("2026-11-22T23:59:59").week_start_in_korea(), at("2026-11-16T00:00"));
        assert_eq!(at("1970-01-01T00:00").week_start_in_korea(), at("1969-12-29T00:00"));
    }

    #[test]
    fn what_is_not_a_time_is_none() {
        for text in ["", "tomorrow", "2026-13-01T00:00", "2026-02-30T00:00", "2026-11-22 21:00"] {
            assert_eq!(Moment::parse_in_korea(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_past_every_calendar_is_shown_all_the_same() {
        // The last hours of 9999 in UTC are 10000 in Korea.
        for ms in [i64::MIN, i64::MAX, 253_402_271_999_000] {
            assert_eq!(Moment::from_ms(ms).in_korea().year, 1970, "{ms}");
        }
    }

    #[test]
    fn what_has_passed_is_no_time_away() {
        let now = Moment::from_ms(5_000);
        assert_eq!(Moment::from_ms(4_000).until_from(now), Duration::ZERO);
        assert_eq!(Moment::from_ms(7_000).until_from(now), Duration::from_secs(2));
    }
}
