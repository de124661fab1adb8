//! The addresses of the counsellors' pages: which tab is looked at stands in all of them.

use leptos_router::params::ParamsMap;
use shop::chat::RoomId;
use shop::chat::counsel::Tab;

const LIST: &str = "/counsel";
const ROOMS: &str = "/counsel/rooms/";

/// Which tab a page's address asks for, and which page of it.
pub fn asked_in(query: &ParamsMap) -> (Tab, u32) {
    let number = |name| query.get(name).and_then(|text| text.parse().ok());
    let tab = query.get("tab").and_then(|tab| tab.parse().ok()).unwrap_or_default();
    (tab, number("page").unwrap_or(1))
}

/// The address of a page of the list.
pub fn list_address(tab: Tab, page: u32) -> String {
    format!("{LIST}{}", query(tab, page))
}

/// The address of a room, with the list beside it as it is.
pub fn room_address(room: RoomId, tab: Tab, page: u32) -> String {
    format!("{ROOMS}{}{}", room.0, query(tab, page))
}

/// The room that an address is about, if it is about one.
pub fn room_in(pathname: &str) -> Option<RoomId> {
    pathname.strip_prefix(ROOMS)?.parse().ok().map(RoomId)
}

fn query(tab: Tab, page: u32) -> String {
    match (tab == Tab::default(), page > 1) {
        (true, false) => String::new(),
        (false, false) => format!("?tab={}", tab.as_str()),
        (_, true) => format!("?tab={}&page={page}", tab.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_a_tab_has_one_address_and_comes_back_from_it() {
        assert_eq!(list_address(Tab::Waiting, 1), "/counsel");
        assert_eq!(list_address(Tab::Mine, 1), "/counsel?tab=mine");
        assert_eq!(room_address(RoomId(7), Tab::All, 3), "/counsel/rooms/7?tab=all&page=3");
        let query: ParamsMap = [("tab", "all"), ("page", "3")]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        assert_eq!(asked_in(&query), (Tab::All, 3));
        assert_eq!(asked_in(&ParamsMap::new()), (Tab::Waiting, 1));
    }

    #[test]
    fn a_rooms_address_says_which_room() {
        assert_eq!(room_in("/counsel/rooms/7"), Some(RoomId(7)));
        assert_eq!(room_in("/counsel"), None);
        assert_eq!(room_in("/counsel/rooms/x"), None);
    }
}
