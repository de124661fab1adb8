//! The two languages of the shop, and texts that exist in both.

use serde::{Deserialize, Serialize};

/// A language a reader may choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// 한국어, the language of the house.
    #[default]
    Ko,
    /// English.
    En,
}

/// A text that the shop's owner wrote in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// In Korean.
    pub ko: String,
    /// In English.
    pub en: String,
}

impl Bilingual {
    /// The text in the reader's language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Ko => &self.ko,
            Language::En => &self.en,
        }
    }
}
