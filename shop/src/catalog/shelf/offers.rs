//! What half-typed words could mean.

use super::text::Text;
use super::view::View;
use super::word::Word;
use crate::catalog::{Sort, SuggestedPlace, Suggestion};
use crate::{Bilingual, Outcome};

/// Offered at most, so that there is room for products.
const CATEGORIES_OFFERED_MAX: usize = 2;
const MAKERS_OFFERED_MAX: usize = 2;

impl View {
    /// What these words could mean, at most so many.
    pub(in crate::catalog) fn suggest(
        &self,
        words: &[Word],
        most: usize,
    ) -> Outcome<Vec<Suggestion>> {
        let mut offered: Vec<Suggestion> = self
            .categories
            .iter()
            .filter(|category| Text::new(&category.name, &[]).rank(words, false).is_some())
            .take(CATEGORIES_OFFERED_MAX)
            .map(|category| Suggestion {
                to: SuggestedPlace::Category(category.slug.clone()),
                name: category.name.clone(),
            })
            .collect();
        let (makers, products) = self.suggest_goods(words, most)?;
        offered.extend(makers);
        offered.extend(products);
        offered.truncate(most);
        Ok(offered)
    }

    /// Makers, and products by their names, the most bought first; each name once.
    fn suggest_goods(
        &self,
        words: &[Word],
        most: usize,
    ) -> Outcome<(Vec<Suggestion>, Vec<Suggestion>)> {
        let (mut makers, mut products): (Vec<Suggestion>, Vec<Suggestion>) = (vec![], vec![]);
        for forgive in [false, true] {
            let mut could_have = vec![false; self.goods.len()];
            for slot in self.candidates(words, forgive)? {
                could_have[slot as usize] = true;
            }
            for slot in self.orders.of(Sort::Popular) {
                if products.len() == most {
                    break;
                }
                if !could_have[*slot as usize] {
                    continue;
                }
                let good = &self.goods[*slot as usize];
                let card = &good.card;
                if good.text.is_in_name(words, forgive) {
                    offer(&mut products, SuggestedPlace::Product(card.id), &card.name);
                } else if makers.len() < MAKERS_OFFERED_MAX
                    && Text::new(&card.maker, &[]).rank(words, forgive).is_some()
                {
                    offer(&mut makers, SuggestedPlace::Maker, &card.maker);
                }
            }
            if !makers.is_empty() || !products.is_empty() {
                break;
            }
        }
        Ok((makers, products))
    }
}

fn offer(offered: &mut Vec<Suggestion>, to: SuggestedPlace, name: &Bilingual) {
    if offered.iter().all(|suggestion| suggestion.name != *name) {
        offered.push(Suggestion { to, name: name.clone() });
    }
}
