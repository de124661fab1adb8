//! What narrows a list, each to be taken away by a touch.

use super::address::{address, changed, is_filtered, without_filters};
use crate::i18n::{Locale, td_string};
use crate::language::{own_text, use_locale, won};
use crate::ui::Icon;
use leptos::prelude::*;
use shop::Won;
use shop::catalog::{CategoryCount, Look};

/// A chip for each filter that is chosen, and one for all of them.
#[component]
pub fn Chips(
    /// What the list was asked for.
    look: Look,
    /// The categories, for their names.
    counts: Vec<CategoryCount>,
) -> impl IntoView {
    let locale = use_locale();
    let chip = |text: String, without: fn(&mut Look)| {
        let label = td_string!(locale, catalog.filters.remove, what = text.as_str()).to_string();
        view! {
            <li>
                <a class="chip" href=changed(&look, without) aria-label=label>
                    {text} {Icon::Close}
                </a>
            </li>
        }
    };
    let category = counts.iter().find(|known| known.category.slug == look.category);
    let category = category.map(|known| own_text(locale, &known.category.name));
    let category = category.map(|name| chip(name, |look| look.category.clear()));
    let price = prices(locale, &look.min, &look.max).map(|text| {
        chip(text, |look| {
            look.min.clear();
            look.max.clear();
        })
    });
    let stock = (!look.in_stock.is_empty()).then(|| {
        let text = td_string!(locale, catalog.filters.stock).to_owned();
        chip(text, |look| look.in_stock.clear())
    });
    is_filtered(&look).then(|| {
        view! {
            <ul
                class="chips"
                aria-label=td_string!(locale, catalog.filters.active)
                data-testid="chips"
            >
                {category} {price} {stock}
                <li>
                    <a class="chips-reset" href=address(&without_filters(&look))>
                        {td_string!(locale, catalog.filters.reset)}
                    </a>
                </li>
            </ul>
        }
    })
}

/// `10,000원 ~ 30,000원`; what is no number is shown as it was typed.
fn prices(locale: Locale, min: &str, max: &str) -> Option<String> {
    let shown = |text: &str| match text.replace(',', "").parse() {
        Ok(amount) => won(locale, Won(amount)),
        Err(_) => text.to_owned(),
    };
    let (least, most) = (shown(min), shown(max));
    Some(match (min.is_empty(), max.is_empty()) {
        (true, true) => return None,
        (false, true) => td_string!(locale, catalog.filters.from, min = least).to_string(),
        (true, false) => td_string!(locale, catalog.filters.to, max = most).to_string(),
        (false, false) => {
            td_string!(locale, catalog.filters.between, min = least, max = most).to_string()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_said_as_they_narrow() {
        let said = |min, max| prices(Locale::ko, min, max);
        assert_eq!(said("", ""), None);
        assert_eq!(said("10000", "").as_deref(), Some("10,000원 이상"));
        assert_eq!(said("", "30,000").as_deref(), Some("30,000원 이하"));
        assert_eq!(said("x", "5").as_deref(), Some("x ~ 5원"));
    }
}
