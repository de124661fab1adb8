//! The tabs above the list, with how many rooms are in each.

use super::address::{list_address, room_address};
use super::live_list::LiveList;
use super::office::Office;
use super::words::tab_text;
use crate::i18n::{Locale, td_string};
use crate::language::{grouped, use_locale};
use leptos::prelude::*;
use shop::chat::counsel::{ROOMS_COUNTED_MAX, Tab};

/// One link a tab. An open room stays open beside another tab.
#[component]
pub fn RoomTabs(
    /// The list.
    list: LiveList,
    /// The page around it.
    office: Office,
) -> impl IntoView {
    let locale = use_locale();
    let tabs = Tab::ALL.map(|tab| {
        let count = list.tell(move |list| list.count(tab));
        let address = move || match office.open_room.get() {
            Some(room) => room_address(room, tab, 1),
            None => list_address(tab, 1),
        };
        let is_calling = move || tab == Tab::Waiting && count.get() > 0;
        view! {
            <li>
                <a
                    href=address
                    aria-current=(tab == list.tab).then_some("page")
                    data-testid=format!("tab-{}", tab.as_str())
                >
                    {tab_text(locale, tab)}
                    " "
                    <span class="counsel-count" class:is-calling=is_calling>
                        {move || count_text(locale, count.get())}
                    </span>
                </a>
            </li>
        }
    });
    view! {
        <nav class="counsel-tabs" aria-label=td_string!(locale, counsel.tabs.label)>
            <ul>{tabs.collect_view()}</ul>
        </nav>
    }
}

/// `7`; `1,000+` where the shop stopped counting.
fn count_text(locale: Locale, rooms: u32) -> String {
    let shown = grouped(rooms.into());
    if rooms < ROOMS_COUNTED_MAX {
        return shown;
    }
    td_string!(locale, counsel.tabs.more, count = shown).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_that_was_given_up_says_so() {
        assert_eq!(count_text(Locale::ko, 0), "0");
        assert_eq!(count_text(Locale::en, 999), "999");
        assert_eq!(count_text(Locale::ko, ROOMS_COUNTED_MAX), "1,000+");
    }
}
