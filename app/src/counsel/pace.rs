//! When the list of rooms is asked for again.

/// Many rooms may change in the same second.
const AFTER_NEWS_MS: i64 = 1_000;
/// Without a socket nobody brings news.
const WHILE_LOST_MS: i64 = 10_000;
/// News may be lost, and the reader is at work as long as their page says so.
const BY_ITSELF_MS: i64 = 20_000;

/// The pace of a list that is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    asked_at_ms: i64,
    is_asking: bool,
    has_news: bool,
}

impl Pace {
    /// The pace of a list that has just come.
    pub fn from(now_ms: i64) -> Self {
        Self { asked_at_ms: now_ms, is_asking: false, has_news: false }
    }

    /// Something has changed.
    pub fn news(&mut self) {
        self.has_news = true;
    }

    /// Whether to ask now; then it has been asked.
    pub fn asks(&mut self, now_ms: i64, is_lost: bool) -> bool {
        let pause_ms = match (self.has_news, is_lost) {
            (true, _) => AFTER_NEWS_MS,
            (false, true) => WHILE_LOST_MS,
            (false, false) => BY_ITSELF_MS,
        };
        let is_due = !self.is_asking && now_ms - self.asked_at_ms >= pause_ms;
        if is_due {
            *self = Self { asked_at_ms: now_ms, is_asking: true, has_news: false };
        }
        is_due
    }

    /// The answer has come, or will not.
    pub fn is_answered(&mut self) {
        self.is_asking = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_are_fetched_once_a_second_however_many_there_are() {
        let mut pace = Pace::from(0);
        pace.news();
        pace.news();
        assert!(!pace.asks(999, false));
        assert!(pace.asks(1_000, false));
        pace.is_answered();
        assert!(!pace.asks(2_500, false), "nothing new since");
        pace.news();
        assert!(pace.asks(2_500, false));
    }

    #[test]
    fn what_comes_while_it_is_asked_is_asked_for_once_more() {
        let mut pace = Pace::from(0);
        pace.news();
        assert!(pace.asks(1_000, false));
        pace.news();
        assert!(!pace.asks(5_000, false), "one question at a time");
        pace.is_answered();
        assert!(pace.asks(5_000, false));
    }

    #[test]
    fn a_list_without_a_socket_looks_by_itself_more_often() {
        let mut pace = Pace::from(0);
        assert!(!pace.asks(10_000, false));
        assert!(pace.asks(10_000, true));
        pace.is_answered();
        assert!(!pace.asks(19_999, true));
        assert!(pace.asks(30_000, false));
    }
}
