//! What was found for what was asked, for as long as nothing changes.

use super::find::{Found, Query};
use parking_lot::Mutex;
use std::collections::HashMap;
use std::sync::Arc;

/// Four bytes each; more than so many are not worth their memory.
const PLACES_MAX: usize = 4_000_000;
/// However little was found: so many questions at once are no shopper's.
const QUERIES_MAX: usize = 4_096;

/// Answers of one generation.
#[derive(Default)]
pub(super) struct Cache(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    generation: u64,
    found: HashMap<Query, Arc<Found>>,
    places: usize,
}

impl Cache {
    /// The answer, if it was found before in this generation.
    pub(super) fn get(&self, generation: u64, query: &Query) -> Option<Arc<Found>> {
        let kept = self.0.lock();
        if kept.generation == generation { kept.found.get(query).cloned() } else { None }
    }

    /// Remembers an answer; forgets all of an older generation, and all when there are too many.
    pub(super) fn put(&self, generation: u64, query: Query, found: Arc<Found>) {
        let mut kept = self.0.lock();
        if generation < kept.generation {
            return;
        }
        let places = kept.places + found.slots.len();
        if generation > kept.generation || places > PLACES_MAX || kept.found.len() >= QUERIES_MAX {
            *kept = Kept { generation, ..Kept::default() };
        }
        kept.places += found.slots.len();
        kept.found.insert(query, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(most: u32) -> Query {
        Query { prices: (0, most), ..Query::default() }
    }

    #[test]
    fn a_new_generation_forgets_the_old_one() {
        let cache = Cache::default();
        let found = Arc::new(Found { slots: vec![1], ..Found::default() });
        cache.put(1, query(5), Arc::clone(&found));
        assert!(cache.get(1, &query(5)).is_some());
        assert!(cache.get(1, &query(6)).is_none() && cache.get(2, &query(5)).is_none());
        cache.put(2, query(6), Arc::clone(&found));
        cache.put(1, query(7), found);
        assert!(cache.get(2, &query(6)).is_some());
        assert!(cache.get(1, &query(5)).is_none() && cache.get(1, &query(7)).is_none());
    }

    #[test]
    fn it_does_not_grow_for_ever() {
        let cache = Cache::default();
        let large = Arc::new(Found { slots: vec![0; PLACES_MAX / 2], ..Found::default() });
        for most in 0..3 {
            cache.put(1, query(most), Arc::clone(&large));
        }
        assert!(cache.get(1, &query(0)).is_none() && cache.get(1, &query(2)).is_some());
        for most in 0..=QUERIES_MAX as u32 {
            cache.put(2, query(most), Arc::default());
        }
        assert!(cache.0.lock().found.len() <= QUERIES_MAX);
    }
}
