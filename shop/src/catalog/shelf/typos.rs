//! How far a word is from what a text has of it.

/// Between two texts that have nothing to do with each other.
pub(super) const BREAK: char = '\n';
/// The longest word whose typos are counted.
pub(super) const KEYS_MAX: usize = 32;

/// The fewest typos with which some part of a text, gaps left out, is the word: a key too many,
/// too few or another one, or two keys in each other's place. Sellers' algorithm: a column tells,
/// for each beginning of the word, the typos of its best part that ends here.
pub(crate) fn typos(text: &str, word: &[char], from_start: bool) -> usize {
    let length = word.len();
    let fresh: [u8; KEYS_MAX + 1] = std::array::from_fn(|typos| typos as u8);
    let (mut before, mut last) = (fresh, fresh);
    let mut previous = BREAK;
    let mut fewest = fresh[length];
    let mut begins = true;
    for key in text.chars() {
        if key == BREAK {
            (before, last, previous, begins) = (fresh, fresh, BREAK, true);
            continue;
        }
        if key == ' ' {
            begins = true;
            continue;
        }
        if begins {
            for (typos, fresh) in last.iter_mut().zip(fresh) {
                *typos = fresh.min(*typos);
            }
        }
        let mut now = fresh;
        // Without a word's beginning here, a part that begins here is as bad as none.
        now[0] = if from_start { fresh[length] } else { 0 };
        for i in 1..=length {
            let replaced = last[i - 1] + u8::from(word[i - 1] != key);
            now[i] = replaced.min(last[i] + 1).min(now[i - 1] + 1);
            if i > 1 && word[i - 1] == previous && word[i - 2] == key {
                now[i] = now[i].min(before[i - 2] + 1);
            }
        }
        fewest = fewest.min(now[length]);
        (before, last, previous, begins) = (last, now, key, !key.is_alphanumeric());
    }
    usize::from(fewest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by its definition: the distance of the word from every part of the text.
    fn slow_typos(text: &str, word: &str) -> usize {
        let text: Vec<char> = text.chars().collect();
        let word: Vec<char> = word.chars().collect();
        let parts = (0..=text.len()).flat_map(|from| (from..=text.len()).map(move |to| (from, to)));
        parts.map(|(from, to)| distance(&text[from..to], &word)).min().unwrap_or(word.len())
    }

    fn distance(a: &[char], b: &[char]) -> usize {
        let (Some(x), Some(y)) = (a.last(), b.last()) else { return a.len().max(b.len()) };
        let (shorter_a, shorter_b) = (&a[..a.len() - 1], &b[..b.len() - 1]);
        let replaced = distance(shorter_a, shorter_b) + usize::from(x != y);
        let mut best = replaced.min(distance(shorter_a, b) + 1).min(distance(a, shorter_b) + 1);
        if let ([a @ .., a1, a2], [b @ .., b1, b2]) = (a, b)
            && (a1, a2) == (b2, b1)
        {
            best = best.min(distance(a, b) + 1);
        }
        best
    }

    proptest! {
        #[test]
        fn typos_are_counted_as_they_are_defined(text in "[abc]{0,5}", word in "[abc]{1,4}") {
            let keys: Vec<char> = word.chars().collect();
            prop_assert_eq!(typos(&text, &keys, false), slow_typos(&text, &word));
            prop_assert!(typos(&text, &keys, true) >= typos(&text, &keys, false));
        }
    }
}
