//! What was bought, in one line of text.

use crate::i18n::Locale;
use crate::language::own_text;
use shop::Bilingual;

/// `쌀겨 클렌징 오일 × 2, 도자기 컵 × 1`.
pub fn items_text(locale: Locale, items: &[(Bilingual, u16)]) -> String {
    let items = items.iter().map(|(name, count)| format!("{} × {count}", own_text(locale, name)));
    items.collect::<Vec<_>>().join(", ")
}
