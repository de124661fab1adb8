//! What the address of the catalogue asks for.

use crate::i18n::Locale;
use crate::language::own_text;
use crate::ui::escape;
use leptos_router::params::ParamsMap;
use shop::catalog::{Look, Sort, SuggestedPlace, Suggestion};

/// What an address asks for.
pub fn look_of(query: &ParamsMap) -> Look {
    let text = |name| query.get(name).unwrap_or_default().trim().to_owned();
    let (words, sort) = (text("q"), text("sort"));
    // The choice of an order is sent with every form: the default one need not be said again.
    let is_default = sort == Sort::without_word(!words.is_empty()).word();
    Look {
        words,
        category: text("category"),
        min: text("min"),
        max: text("max"),
        in_stock: text("in_stock"),
        sort: if is_default { String::new() } else { sort },
        page: text("page").parse().unwrap_or(1),
    }
}

/// The one address that asks for it.
pub fn address(look: &Look) -> String {
    let page = if look.page > 1 { look.page.to_string() } else { String::new() };
    let fields = [
        ("q", &look.words),
        ("category", &look.category),
        ("min", &look.min),
        ("max", &look.max),
        ("in_stock", &look.in_stock),
        ("sort", &look.sort),
        ("page", &page),
    ];
    let mut address = String::from("/");
    for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
        address.push(if address.len() == 1 { '?' } else { '&' });
        address.push_str(&format!("{name}={}", escape(value)));
    }
    address
}

/// The address of the first page of the same list with a change.
pub fn changed(look: &Look, change: impl FnOnce(&mut Look)) -> String {
    let mut look = Look { page: 1, ..look.clone() };
    change(&mut look);
    address(&look)
}

/// The same list without what narrows it; the words and the order stay.
pub fn without_filters(look: &Look) -> Look {
    Look { words: look.words.clone(), sort: look.sort.clone(), page: 1, ..Look::default() }
}

/// Whether something but words narrows the list.
pub fn is_filtered(look: &Look) -> bool {
    [&look.category, &look.min, &look.max, &look.in_stock].iter().any(|value| !value.is_empty())
}

/// Where a suggestion leads, in the reader's language.
pub fn suggested_address(locale: Locale, suggestion: &Suggestion) -> String {
    match &suggestion.to {
        SuggestedPlace::Product(id) => format!("/products/{}", id.0),
        SuggestedPlace::Category(slug) => {
            address(&Look { category: slug.clone(), ..Look::default() })
        }
        SuggestedPlace::Maker => {
            address(&Look { words: own_text(locale, &suggestion.name), ..Look::default() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_one_address() {
        let mut look = Look { page: 1, ..Look::default() };
        assert_eq!(address(&look), "/");
        look.page = 3;
        assert_eq!(address(&look), "/?page=3");
        look.words = "cup & 차".into();
        look.category = "skin-care".into();
        assert_eq!(address(&look), "/?q=cup%20%26%20%EC%B0%A8&category=skin-care&page=3");
    }

    #[test]
    fn an_address_asks_for_what_it_was_made_of() {
        let asked = [
            ("q", " 세럼 "),
            ("min", "1000"),
            ("in_stock", "true"),
            ("sort", "match"),
            ("page", "x"),
        ];
        let mut query = ParamsMap::new();
        for (name, value) in asked {
            query.insert(name, value.to_owned());
        }
        let look = look_of(&query);
        assert_eq!((look.words.as_str(), look.page), ("세럼", 1));
        assert_eq!(address(&look), "/?q=%EC%84%B8%EB%9F%BC&min=1000&in_stock=true");
        assert!(is_filtered(&look) && !is_filtered(&without_filters(&look)));
    }

    #[test]
    fn a_change_leads_to_the_first_page() {
        let look = Look { page: 7, sort: "popular".into(), ..Look::default() };
        assert_eq!(changed(&look, |look| look.max = "5000".into()), "/?max=5000&sort=popular");
    }
}
