//! The ways to the parts. Each access is one atomic step; before it anything may happen, and its
//! answer may be lost.

use super::mysql::MySql;
use super::redis::Redis;
use super::server::Server;
use super::tally::Event;
use super::world::{Letter, News};
use std::future::poll_fn;
use std::task::Poll;

/// One answer in so many is lost, in a history that loses any.
const ANSWERS_LOST: usize = 25;
/// One letter in so many is lost.
const NEWS_LOST: usize = 5;

/// A part that did not answer. What was asked for may have been done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Down {
    Redis,
    MySql,
}

/// Others act before this goes on.
async fn turn() {
    let mut has_waited = false;
    poll_fn(|_| {
        if has_waited {
            return Poll::Ready(());
        }
        has_waited = true;
        Poll::Pending
    })
    .await;
}

impl Server {
    pub async fn redis<T>(
        &self,
        what: &str,
        work: impl FnOnce(&mut Redis) -> T,
    ) -> Result<T, Down> {
        turn().await;
        if self.world.redis.borrow().is_away || self.memory().is_cut_off {
            self.note(|| format!("{what}: no Redis"));
            return Err(Down::Redis);
        }
        let answer = work(&mut self.world.redis.borrow_mut());
        self.note(|| what.to_owned());
        if self.loses_answer() {
            self.world.count(Event::RedisAnswerLost);
            self.note(|| format!("{what}: the answer is lost"));
            return Err(Down::Redis);
        }
        Ok(answer)
    }

    pub async fn mysql<T>(
        &self,
        what: &str,
        work: impl FnOnce(&mut MySql) -> T,
    ) -> Result<T, Down> {
        turn().await;
        if self.world.mysql.borrow().is_away {
            self.note(|| format!("{what}: no MySQL"));
            return Err(Down::MySql);
        }
        self.note(|| what.to_owned());
        Ok(work(&mut self.world.mysql.borrow_mut()))
    }

    /// A transaction that writes: it is committed, and perhaps nobody hears so.
    pub async fn commit<T>(
        &self,
        what: &str,
        work: impl FnOnce(&mut MySql) -> T,
    ) -> Result<T, Down> {
        let answer = self.mysql(what, work).await?;
        if self.loses_answer() {
            self.world.count(Event::CommitAnswerLost);
            self.note(|| format!("{what}: the answer is lost"));
            return Err(Down::MySql);
        }
        Ok(answer)
    }

    fn loses_answer(&self) -> bool {
        self.world.loses_answers.get() && self.world.dice.one_in(ANSWERS_LOST)
    }

    pub async fn publish(&self, news: News) -> Result<(), Down> {
        self.redis("tells the news", |_| {}).await?;
        for to in 0..self.world.servers.len() {
            if self.world.loses_news.get() && self.world.dice.one_in(NEWS_LOST) {
                self.world.count(Event::NewsLost);
                continue;
            }
            self.world.mail.borrow_mut().push(Letter { to, news: news.clone() });
        }
        Ok(())
    }
}
