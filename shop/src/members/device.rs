//! What somebody signs in with, in words of ours.
//!
//! A browser says of itself what it likes, at any length. Only names from these two lists are kept:
//! enough for people to know their own telephone again, and nothing that could tell one from another.

/// The mark in a User-Agent, and the name. What wears the marks of others as well stands before them.
const BROWSERS: [(&str, &str); 13] = [
    ("KAKAOTALK", "KakaoTalk"),
    ("NAVER(", "NAVER"),
    ("Whale/", "Whale"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("HeadlessChrome/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];
/// Real ones have some hundred.
const USER_AGENT_BYTES_MAX: usize = 512;

/// A browser and a system, each of them known or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    browser: Option<&'static str>,
    system: Option<&'static str>,
}

impl Device {
    /// What a `User-Agent` says.
    pub fn of(user_agent: &str) -> Self {
        if user_agent.len() > USER_AGENT_BYTES_MAX {
            return Self::default();
        }
        let named = |names: &[(&str, &'static str)]| {
            names.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
        };
        Self { browser: named(&BROWSERS), system: named(&SYSTEMS) }
    }

    /// `Chrome · Android`, or the half that is known.
    pub fn to_text(self) -> Option<String> {
        match (self.browser, self.system) {
            (Some(browser), Some(system)) => Some(format!("{browser} · {system}")),
            (one, other) => one.or(other).map(str::to_owned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(user_agent: &str) -> Option<String> {
        Device::of(user_agent).to_text()
    }

    #[test]
    fn a_browser_is_called_what_people_call_it() {
        let android = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)";
        for (user_agent, name) in [
            (format!("{android} Chrome/140.0.0.0 Mobile Safari/537.36"), "Chrome · Android"),
            (
                format!("{android} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"),
                "Samsung Internet · Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 \
                 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
                    .to_owned(),
                "Safari · iPhone",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0"
                    .to_owned(),
                "Firefox · Windows",
            ),
            ("curl/8.5.0".to_owned(), "curl"),
        ] {
            assert_eq!(text(&user_agent).as_deref(), Some(name), "{user_agent}");
        }
    }

    #[test]
    fn nothing_that_somebody_wrote_is_kept() {
        assert_eq!(text(""), None);
        assert_eq!(text("<b>my telephone</b>"), None);
        assert_eq!(text("Chrome/<script> Android 김지우").as_deref(), Some("Chrome · Android"));
        assert_eq!(text(&format!("{} Chrome/140", "x".repeat(1_000_000))), None);
    }

    #[test]
    fn the_longest_fits_its_column() {
        const COLUMN_CHARS: usize = 40;
        let longest = |names: &[(&str, &str)]| names.iter().map(|(_, name)| name.len()).max();
        assert!(
            longest(&BROWSERS)
                .zip(longest(&SYSTEMS))
                .is_some_and(|(a, b)| a + 3 + b <= COLUMN_CHARS)
        );
    }
}
