//! What to offer while a shopper still types.

use super::shelf::Query;
use super::{Look, Suggestion};
use crate::{Outcome, Shop};

/// At most so many are offered.
const SUGGESTIONS_MAX: usize = 8;

/// Categories, makers and products that the words could mean, in this order; the products most
/// bought first. Costs no I/O.
///
/// # Errors
/// [`Refusal::Busy`](crate::Refusal) where very many look at once.
pub async fn suggest(shop: &Shop, words: &str) -> Outcome<Vec<Suggestion>> {
    let asked = Look { words: words.to_owned(), ..Look::default() }.read()?;
    let words = Query::words(&asked.words);
    if words.is_empty() {
        return Ok(vec![]);
    }
    shop.shelf.suggest(words, SUGGESTIONS_MAX).await
}
