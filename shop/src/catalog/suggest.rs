//! What to offer while a shopper still types.

use super::shelf::Query;
use super::{Look, Suggestion};
use crate::{Fault, Outcome, Shop};

/// At most so many are offered.
const SUGGESTIONS_MAX: usize = 8;

/// Categories, makers and products that the words could mean, in this order; the products most
/// bought first. Costs no I/O.
///
/// # Errors
/// None but the shop's own.
pub async fn suggest(shop: &Shop, words: &str) -> Outcome<Vec<Suggestion>> {
    let asked = Look { words: words.to_owned(), ..Look::default() }.read()?;
    let words = Query::words(&asked.words);
    if words.is_empty() {
        return Ok(vec![]);
    }
    let view = shop.shelf.view();
    // A word can be looked up among very many products.
    tokio::task::spawn_blocking(move || view.suggest(&words, SUGGESTIONS_MAX))
        .await
        .map_err(|error| Fault::Broken(error.to_string()))?
}
