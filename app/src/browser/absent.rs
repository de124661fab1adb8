//! The shape of a browser where there is none: on the server nothing of this is ever called,
//! because effects and events only happen in a browser.

/// See the browser's half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// See the browser's half.
    Tab,
    /// See the browser's half.
    Browser,
}

impl Shelf {
    /// See the browser's half.
    pub fn get(self, _name: &str) -> Option<String> {
        None
    }

    /// See the browser's half.
    pub fn put(self, _name: &str, _text: &str) {}

    /// See the browser's half.
    pub fn clear(self, _name: &str) {}
}

/// See the browser's half.
pub fn random() -> f64 {
    0.5
}

/// See the browser's half.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    [0; N]
}

/// See the browser's half.
pub fn is_wide() -> bool {
    false
}

/// See the browser's half.
pub fn has_keyboard() -> bool {
    false
}

/// See the browser's half.
pub fn focus(_id: &str) {}

/// See the browser's half.
pub fn scroll_to_origin(_id: &str) {}

/// See the browser's half.
pub fn uptime_ms() -> i64 {
    0
}

/// See the browser's half.
pub fn wall_clock_ms() -> i64 {
    0
}

/// See the browser's half.
pub fn page_language() -> Option<String> {
    None
}

/// See the browser's half.
pub fn mark_hydrated() {}

/// See the browser's half.
pub fn is_visible() -> bool {
    false
}

/// See the browser's half.
pub fn focus_first_problem() {}

/// See the browser's half.
pub fn checked_value(_name: &str) -> Option<String> {
    None
}

/// See the browser's half.
pub fn focus_content() {}

/// See the browser's half.
pub async fn copy(_text: &str) -> bool {
    false
}

/// See the browser's half.
pub async fn breathe() {}

/// See the browser's half.
pub fn socket_address(_path: &str) -> Option<String> {
    None
}

/// See the browser's half.
pub fn origin() -> Option<String> {
    None
}

/// See the browser's half.
pub fn play(_id: &str) {}

/// See the browser's half.
pub fn submit_form(_id: &str) {}
