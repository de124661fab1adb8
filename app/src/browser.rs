//! What only a browser can do. [`absent`](../browser/absent.rs) is its shape on the server.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    FocusOptions, HtmlElement, HtmlFormElement, HtmlMediaElement, Storage, VisibilityState,
};

/// Where a browser keeps texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// For as long as the tab is open.
    Tab,
    /// Until somebody clears it.
    Browser,
}

impl Shelf {
    /// What is kept under a name.
    pub fn get(self, name: &str) -> Option<String> {
        self.storage()?.get_item(name).ok()?
    }

    /// Keeps a text. A browser that is full, or keeps nothing, does without.
    pub fn put(self, name: &str, text: &str) {
        if let Some(storage) = self.storage() {
            let _ = storage.set_item(name, text);
        }
    }

    /// Keeps nothing under this name any more.
    pub fn clear(self, name: &str) {
        if let Some(storage) = self.storage() {
            let _ = storage.remove_item(name);
        }
    }

    fn storage(self) -> Option<Storage> {
        match self {
            Self::Tab => window().session_storage().ok()?,
            Self::Browser => window().local_storage().ok()?,
        }
    }
}

/// A number from 0 up to 1.
pub fn random() -> f64 {
    js_sys::Math::random()
}

/// Bytes that nobody can guess. A browser that has none of these makes less good ones.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let crypto = window().crypto();
    if !crypto.is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok()) {
        bytes.fill_with(|| (random() * 256.0) as u8);
    }
    bytes
}

/// Milliseconds on a clock that nobody can set, from some point on.
pub fn uptime_ms() -> i64 {
    let ms = window().performance().map_or_else(js_sys::Date::now, |clock| clock.now());
    ms as i64
}

/// Milliseconds on the reader's own clock. It may be set and wrong, but goes on in a sleep.
pub fn wall_clock_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// The language that the server wrote the page in.
pub fn page_language() -> Option<String> {
    document().document_element()?.get_attribute("lang")
}

/// Tells tests and stylesheets that the page now answers without the server.
pub fn mark_hydrated() {
    if let Some(root) = document().document_element() {
        // A page without the mark still works; there is nobody to tell.
        let _ = root.set_attribute("data-hydrated", "");
    }
}

/// Whether somebody looks at this tab.
pub fn is_visible() -> bool {
    document().visibility_state() == VisibilityState::Visible
}

/// Whether the screen has room beside a panel.
pub fn is_wide() -> bool {
    matches_media("(width >= 48rem)")
}

/// Whether the reader has a keyboard that is always there, and a pointer.
pub fn has_keyboard() -> bool {
    matches_media("(hover: hover) and (pointer: fine)")
}

fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|media| media.matches())
}

/// Moves the keyboard to an element.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Scrolls to where an element that is filled from its end begins.
pub fn scroll_to_origin(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.set_scroll_top(0);
    }
}

/// Moves the keyboard to the first field that the server refused.
pub fn focus_first_problem() {
    let field = document().query_selector("[aria-invalid='true']").ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// The value of the radio button that is chosen under this name.
pub fn checked_value(name: &str) -> Option<String> {
    let chosen = document().query_selector(&format!("input[name='{name}']:checked")).ok()??;
    chosen.get_attribute("value")
}

/// Moves the keyboard and the screen reader to the page's content.
pub fn focus_content() {
    let content = document().get_element_by_id("content");
    if let Some(content) = content.and_then(|content| content.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = content.focus_with_options(&options);
    }
}

/// Puts a text on the clipboard; whether that worked.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        return false; // only https and localhost have one
    }
    wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Lets the browser do whatever else it has to do first.
pub async fn breathe() {
    gloo_timers::future::TimeoutFuture::new(0).await;
}

/// The address of a websocket of this very shop.
pub fn socket_address(path: &str) -> Option<String> {
    let location = window().location();
    let scheme = if location.protocol().ok()? == "https:" { "wss" } else { "ws" };
    Some(format!("{scheme}://{}{path}", location.host().ok()?))
}

/// Where this shop is on the web: `https://shop.kr`.
pub fn origin() -> Option<String> {
    window().location().origin().ok()
}

/// Plays the sound of an `audio` element from its beginning. A page that nobody has clicked yet
/// plays nothing.
pub fn play(id: &str) {
    let sound = document().get_element_by_id(id);
    if let Some(sound) = sound.and_then(|sound| sound.dyn_into::<HtmlMediaElement>().ok()) {
        sound.set_current_time(0.0);
        if let Ok(playing) = sound.play() {
            wasm_bindgen_futures::spawn_local(async move {
                // Silence is no error.
                let _ = wasm_bindgen_futures::JsFuture::from(playing).await;
            });
        }
    }
}

/// Sends a form as its button would.
pub fn submit_form(id: &str) {
    let form = document().get_element_by_id(id);
    if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
        // A form that a browser will not send stays as it is, with its button.
        let _ = form.request_submit();
    }
}
