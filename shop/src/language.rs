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

impl Language {
    /// The word in the tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ko => "ko",
            Self::En => "en",
        }
    }

    /// The language of such a word; Korean for any other.
    pub fn of(word: &str) -> Self {
        if word == Self::En.as_str() { Self::En } else { Self::Ko }
    }
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
