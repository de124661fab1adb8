//! What a search with suggestions remembers, as a plain state machine.

use shop::catalog::Suggestion;

/// The suggestions under a search, and which of them the keyboard is at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Combo {
    words: String,
    /// Rises with every question: an answer to an older one comes too late.
    turn: u32,
    options: Vec<Suggestion>,
    active: Option<usize>,
    is_open: bool,
}

impl Combo {
    /// Somebody typed; the question's turn, if there is something to ask.
    pub fn type_in(&mut self, words: &str) -> Option<u32> {
        let words = words.trim();
        if words == self.words {
            return None;
        }
        words.clone_into(&mut self.words);
        self.turn += 1;
        if words.is_empty() {
            self.options.clear();
            self.close();
            return None;
        }
        Some(self.turn)
    }

    /// Whether nothing was typed since that turn.
    pub fn is_turn(&self, turn: u32) -> bool {
        self.turn == turn
    }

    /// An answer to the question of that turn.
    pub fn hear(&mut self, turn: u32, options: Vec<Suggestion>) {
        if self.is_turn(turn) {
            self.is_open = !options.is_empty();
            self.options = options;
            self.active = None;
        }
    }

    /// One further down; from the last one back to what was typed.
    pub fn down(&mut self) {
        self.step(|active, last| match active {
            None => Some(0),
            Some(active) => (active < last).then_some(active + 1),
        });
    }

    /// One further up; from the first one back to what was typed.
    pub fn up(&mut self) {
        self.step(|active, last| match active {
            None => Some(last),
            Some(active) => active.checked_sub(1),
        });
    }

    fn step(&mut self, next: impl Fn(Option<usize>, usize) -> Option<usize>) {
        if let Some(last) = self.options.len().checked_sub(1) {
            self.active = next(self.active, last);
            self.is_open = true;
        }
    }

    /// Folds the suggestions; whether there were any to see.
    pub fn close(&mut self) -> bool {
        self.active = None;
        std::mem::take(&mut self.is_open)
    }

    /// The search is over: no answer may open it again.
    pub fn finish(&mut self) {
        self.turn += 1;
        self.close();
    }

    /// The suggestion that the keyboard is at.
    pub fn chosen(&self) -> Option<&Suggestion> {
        self.options.get(self.active.filter(|_| self.is_open)?)
    }

    /// The place of the suggestion that the keyboard is at.
    pub fn active(&self) -> Option<usize> {
        self.active
    }

    /// Whether the suggestions are to be seen.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// All suggestions.
    pub fn options(&self) -> &[Suggestion] {
        &self.options
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop::Bilingual;
    use shop::catalog::SuggestedPlace;

    fn options(count: usize) -> Vec<Suggestion> {
        let name = |i| Bilingual { ko: format!("상품 {i}"), en: String::new() };
        (0..count).map(|i| Suggestion { to: SuggestedPlace::Maker, name: name(i) }).collect()
    }

    #[test]
    fn a_late_answer_replaces_no_newer_one() {
        let mut combo = Combo::default();
        let first = combo.type_in("세").unwrap();
        let second = combo.type_in("세러").unwrap();
        combo.hear(second, options(2));
        combo.hear(first, options(5));
        assert_eq!(combo.options().len(), 2);
        combo.type_in("");
        combo.hear(second, options(2));
        assert!(!combo.is_open() && combo.options().is_empty());
    }

    #[test]
    fn the_same_words_are_asked_once() {
        let mut combo = Combo::default();
        assert!(combo.type_in("차").is_some());
        assert_eq!(combo.type_in(" 차 "), None);
        assert!(combo.type_in("차 ㅈ").is_some());
    }

    #[test]
    fn the_arrows_go_round_by_way_of_what_was_typed() {
        let mut combo = Combo::default();
        combo.down();
        assert!(!combo.is_open(), "there is nothing to open");
        let turn = combo.type_in("차").unwrap();
        combo.hear(turn, options(2));
        let mut seen = vec![];
        for _ in 0..4 {
            combo.down();
            seen.push(combo.active());
        }
        assert_eq!(seen, [Some(0), Some(1), None, Some(0)]);
        combo.up();
        combo.up();
        assert_eq!(combo.active(), Some(1));
        assert_eq!(combo.chosen().map(|s| s.name.ko.as_str()), Some("상품 1"));
    }

    #[test]
    fn what_was_closed_is_opened_by_an_arrow_and_chosen_by_nothing_before() {
        let mut combo = Combo::default();
        let turn = combo.type_in("차").unwrap();
        combo.hear(turn, options(1));
        combo.down();
        assert!(combo.close() && !combo.close());
        assert_eq!(combo.chosen(), None);
        combo.down();
        assert!(combo.chosen().is_some());
        combo.finish();
        combo.hear(turn, options(1));
        assert!(!combo.is_open());
    }
}
