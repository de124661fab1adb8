//! All products in the memory of this server, as its shoppers look for them.
//!
//! Who looks takes a [`View`], which stays as it is however the shop changes meanwhile. Lists
//! come from sorted orders of the products; words from an index of pairs of keys.

mod cache;
mod find;
mod good;
mod index;
mod keys;
mod offers;
mod orders;
mod text;
mod tokens;
mod typos;
mod view;
mod word;

#[cfg(test)]
mod tests;

pub(super) use find::{Found, Query};
pub(super) use good::Good;
pub(crate) use keys::keys;
pub(super) use text::Text;
pub(crate) use typos::typos;
pub(super) use view::View;

use super::follow::Followed;
use crate::catalog::{Category, Suggestion};
use crate::parts::Slots;
use crate::{Fault, Outcome};
use cache::Cache;
use parking_lot::RwLock;
use std::sync::Arc;
use std::time::Duration;
use word::Word;

/// Somebody who waits longer than this for their words to be looked up is told to come back.
const WAIT_MAX: Duration = Duration::from_secs(3);
const RETRY_AFTER_S: u32 = 3;

/// What this server knows of the catalogue.
pub struct Shelf {
    view: RwLock<Arc<View>>,
    cache: Cache,
    /// A word can be looked up among very many products: whoever does it leaves a core to those who
    /// click.
    lookers: Slots,
    /// Up to when the changes in MySQL are known; `None` before anything is. Held by whoever
    /// reads them.
    pub(super) followed: tokio::sync::Mutex<Option<Followed>>,
}

impl Default for Shelf {
    fn default() -> Self {
        Self {
            view: RwLock::default(),
            cache: Cache::default(),
            lookers: Slots::for_all_cores_but_one(WAIT_MAX, RETRY_AFTER_S),
            followed: tokio::sync::Mutex::default(),
        }
    }
}

impl Shelf {
    /// The catalogue as it is now.
    pub(super) fn view(&self) -> Arc<View> {
        Arc::clone(&self.view.read())
    }

    /// What a view has of a query. Asked again before anything has changed, it is remembered.
    pub(super) async fn find(&self, view: &Arc<View>, query: Query) -> Outcome<Arc<Found>> {
        if let Some(found) = self.cache.get(view.generation(), &query) {
            return Ok(found);
        }
        let found = if query.words.is_empty() {
            view.find(&query)?
        } else {
            let (view, query) = (Arc::clone(view), query.clone());
            self.lookers.run(move || view.find(&query)).await??
        };
        let found = Arc::new(found);
        self.cache.put(view.generation(), query, Arc::clone(&found));
        Ok(found)
    }

    /// What to offer for words that may still be typed.
    pub(super) async fn suggest(&self, words: Vec<Word>, max: usize) -> Outcome<Vec<Suggestion>> {
        let view = self.view();
        self.lookers.run(move || view.suggest(&words, max)).await?
    }

    /// Replaces everything.
    pub(super) async fn fill(&self, categories: Vec<Category>, goods: Vec<Good>) -> Outcome<()> {
        let next = self.view().generation() + 1;
        let view = off_the_road(move || View::of(categories, goods, next)).await?;
        *self.view.write() = Arc::new(view);
        Ok(())
    }

    /// Takes in products that are new or have changed; one that has not changes nothing.
    pub(super) async fn put(&self, goods: Vec<Good>) -> Outcome<()> {
        let known = self.view();
        let news: Vec<Good> = goods.into_iter().filter(|good| known.is_news(good)).collect();
        if news.is_empty() {
            return Ok(());
        }
        let changed = off_the_road(move || known.with(news, known.generation() + 1)).await?;
        *self.view.write() = Arc::new(changed);
        Ok(())
    }
}

/// Lets the processor work without making every request of this thread wait.
async fn off_the_road<T: Send + 'static>(
    work: impl FnOnce() -> Outcome<T> + Send + 'static,
) -> Outcome<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Fault::Broken(error.to_string()))?
}
