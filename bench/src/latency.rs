//! How long answers took.

use hdrhistogram::Histogram;
use serde::Serialize;
use std::fmt;
use std::time::Duration;

/// Longer than anybody waits, in microseconds, and 0.1 % exact.
const LONGEST_US: u64 = 1 << 36;
const DIGITS: u8 = 3;
const US_PER_MS: f64 = 1_000.0;

/// The usual points of a distribution, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Latency {
    /// How many were measured.
    pub count: u64,
    /// Half of them took at most this long.
    pub p50_ms: f64,
    /// Nine of ten.
    pub p90_ms: f64,
    /// Nineteen of twenty.
    pub p95_ms: f64,
    /// Ninety-nine of a hundred.
    pub p99_ms: f64,
    /// All but one of a thousand.
    pub p999_ms: f64,
    /// All of them.
    pub max_ms: f64,
}

/// Counts microseconds, up to some nineteen hours.
pub fn histogram() -> Histogram<u64> {
    Histogram::new_with_max(LONGEST_US, DIGITS).expect("bounds that fit")
}

impl Latency {
    /// Of these; `None` if there are none.
    pub fn of(durations: impl Iterator<Item = Duration>) -> Option<Self> {
        let mut histogram = histogram();
        for duration in durations {
            histogram.saturating_record(u64::try_from(duration.as_micros()).unwrap_or(u64::MAX));
        }
        Self::of_histogram(&histogram)
    }

    /// Of microseconds that were counted already; `None` if there are none.
    pub fn of_histogram(histogram: &Histogram<u64>) -> Option<Self> {
        let ms_at = |quantile| histogram.value_at_quantile(quantile) as f64 / US_PER_MS;
        (!histogram.is_empty()).then(|| Self {
            count: histogram.len(),
            p50_ms: ms_at(0.5),
            p90_ms: ms_at(0.9),
            p95_ms: ms_at(0.95),
            p99_ms: ms_at(0.99),
            p999_ms: ms_at(0.999),
            max_ms: histogram.max() as f64 / US_PER_MS,
        })
    }
}

impl fmt::Display for Latency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { p50_ms, p90_ms, p95_ms, p99_ms, max_ms, .. } = self;
        write!(
            f,
            "p50 {p50_ms:.1}, p90 {p90_ms:.1}, p95 {p95_ms:.1}, p99 {p99_ms:.1}, max {max_ms:.1} ms"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_points_are_where_they_should_be() {
        let latency = Latency::of((1..=1_000).map(Duration::from_millis)).expect("a thousand");
        let near = |ms: f64, expected: f64| (ms - expected).abs() <= expected / 500.0;
        assert!(near(latency.p50_ms, 500.0), "{latency}");
        assert!(near(latency.p99_ms, 990.0), "{latency}");
        assert!(near(latency.max_ms, 1_000.0), "{latency}");
        assert_eq!(Latency::of(std::iter::empty()), None);
    }
}
