//! What the addresses of the owner's product pages say.

use crate::ui::escape;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::Refusal;
use shop::catalog::owner::OwnerLook;

const LIST: &str = "/admin/products";

/// The address of a part of the list. What is as usual is left out: a part has one address.
pub(super) fn look_address(look: &OwnerLook) -> String {
    let page = if look.page > 1 { look.page.to_string() } else { String::new() };
    let by = if look.words.is_empty() { "" } else { &look.by };
    let said: Vec<String> = [
        ("since", look.since.as_str()),
        ("standing", &look.standing),
        ("by", by),
        ("words", &look.words),
        ("page", &page),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| format!("{name}={}", escape(value)))
    .collect();
    if said.is_empty() { LIST.to_owned() } else { format!("{LIST}?{}", said.join("&")) }
}

/// The part of the list that the address asks for.
pub(super) fn use_look() -> Memo<OwnerLook> {
    let query = use_query_map();
    Memo::new(move |_| {
        query.with(|query| {
            let text = |name| query.get(name).unwrap_or_default();
            OwnerLook {
                since: text("since"),
                standing: text("standing"),
                by: text("by"),
                words: text("words").trim().to_owned(),
                page: text("page").parse().unwrap_or(1),
            }
        })
    })
}

/// The form's address, saying why it was refused: for a browser without JavaScript.
pub fn refused_address(form: &str, refusal: &Refusal) -> String {
    let refusal = serde_json::to_string(refusal).unwrap_or_default();
    format!("{form}?refusal={}", escape(&refusal))
}

/// Why the form was refused, if its address says so.
pub(super) fn use_refusal() -> Option<Refusal> {
    let query = use_query_map();
    query.with_untracked(|query| serde_json::from_str(&query.get("refusal")?).ok())
}

/// The version that was saved, if the address says so; a text, as it is only compared.
pub(super) fn use_saved() -> Memo<Option<String>> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| query.get("saved")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop::{Field, Problem};

    #[test]
    fn a_part_of_the_list_has_one_address() {
        assert_eq!(look_address(&OwnerLook::default()), "/admin/products");
        let look = OwnerLook { standing: "sold_out".into(), page: 3, ..OwnerLook::default() };
        assert_eq!(look_address(&look), "/admin/products?standing=sold_out&page=3");
        let look =
            OwnerLook { words: "차 & 잔".into(), by: "creator".into(), ..OwnerLook::default() };
        let words = "%EC%B0%A8%20%26%20%EC%9E%94";
        assert_eq!(look_address(&look), format!("/admin/products?by=creator&words={words}"));
    }

    #[test]
    fn a_refusal_passes_through_an_address() {
        let refusal = Refusal::Form(vec![(Field::Picture(3), Problem::DamagedPicture)]);
        let address = refused_address("/admin/products/new", &refusal);
        assert!(address.starts_with("/admin/products/new?refusal=%7B%22form%22"), "{address}");
    }
}
