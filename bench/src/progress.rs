//! What goes on while a rehearsal runs: a line a second for whoever looks on.

use crate::latency::{self, Latency};
use crate::report::count;
use crate::told::Answer;
use hdrhistogram::Histogram;
use shop::Shop;
use shop::drops::{DropId, Ticket};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

const LINE_EVERY: Duration = Duration::from_secs(1);

/// What the clicks have come to until now.
#[derive(Default)]
pub struct Progress(Mutex<Inner>);

struct Inner {
    clicks: u64,
    last_ticket: Ticket,
    /// Of the clicks since the last line.
    latency_us: Histogram<u64>,
}

/// One second of it.
#[derive(Clone, Copy, Debug)]
struct Second {
    clicks: u64,
    last_ticket: Ticket,
    latency: Option<Latency>,
}

impl Default for Inner {
    fn default() -> Self {
        Self { clicks: 0, last_ticket: 0, latency_us: latency::histogram() }
    }
}

impl Progress {
    /// A click was answered.
    pub fn note(&self, answer: &Answer, latency: Duration) {
        let mut inner = self.lock();
        inner.clicks += 1;
        if let Answer::Waiting { ticket, .. } = answer {
            inner.last_ticket = inner.last_ticket.max(*ticket);
        }
        inner.latency_us.saturating_record(u64::try_from(latency.as_micros()).unwrap_or(u64::MAX));
    }

    /// What came since the last time.
    fn take(&self) -> Second {
        let mut inner = self.lock();
        let second = Second {
            clicks: std::mem::take(&mut inner.clicks),
            last_ticket: inner.last_ticket,
            latency: Latency::of_histogram(&inner.latency_us),
        };
        inner.latency_us.reset();
        second
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says every second how it goes, for as long as it is polled; of a second in which nothing
/// happened there is nothing to say.
pub async fn tell(shop: &Shop, drop_id: DropId, progress: &Arc<Progress>, start: Instant) {
    let mut every = interval_at(start + LINE_EVERY, LINE_EVERY);
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut issued_before = 0;
    loop {
        every.tick().await;
        let second = progress.take();
        let stands: Option<(u32, u32, Ticket)> =
            sqlx::query_as("select quota, issued, serving from drops where id = ?")
                .bind(drop_id.0)
                .fetch_optional(&shop.mysql)
                .await
                .unwrap_or_default();
        // Without MySQL there is nothing to say of the coupons; the next second may know more.
        let Some((quota, issued, serving)) = stands else { continue };
        if second.clicks == 0 && issued == issued_before {
            continue;
        }
        let waiting = if issued < quota { second.last_ticket.saturating_sub(serving) } else { 0 };
        let at = start.elapsed().as_secs();
        eprintln!("{}", line(at, &second, waiting, issued, issued - issued_before.min(issued)));
        issued_before = issued;
    }
}

fn line(at_s: u64, second: &Second, waiting: u64, issued: u32, issued_now: u32) -> String {
    let p99 = second.latency.map_or("-".into(), |latency| format!("{:.1} ms", latency.p99_ms));
    format!(
        "{at_s:>4} s  {:>7} clicks/s  {:>7} coupons/s  {:>9} wait  {:>9} issued  p99 {p99}",
        count(second.clicks),
        count(issued_now.into()),
        count(waiting),
        count(issued.into()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_second_tells_what_came_since_the_last() {
        let progress = Progress::default();
        let waiting = Answer::Waiting { ticket: 1_234, epoch: 1, poll_after: Duration::ZERO };
        progress.note(&waiting, Duration::from_millis(4));
        progress.note(&Answer::SoldOut, Duration::from_millis(2));
        let second = progress.take();
        assert_eq!((second.clicks, second.last_ticket), (2, 1_234));
        assert_eq!(
            line(7, &second, 1_034, 200, 50),
            "   7 s        2 clicks/s       50 coupons/s      1,034 wait        200 issued  p99 4.0 ms"
        );
        let quiet = progress.take();
        assert_eq!((quiet.clicks, quiet.last_ticket, quiet.latency), (0, 1_234, None));
        assert!(line(8, &quiet, 0, 200, 0).ends_with("p99 -"));
    }
}
