//! The points of MDN's HTTP Observatory, as its algorithm gives them for what one answer says.

use crate::kit::Answer;
use std::collections::BTreeMap;

/// A bonus counts from here on only.
const BONUS_FROM: i32 = 90;
const HALF_A_YEAR_S: u64 = 15_768_000;

/// A Content-Security-Policy, by its directives.
#[derive(Debug)]
pub struct Policy(BTreeMap<String, Vec<String>>);

impl Policy {
    pub fn of(answer: &Answer) -> Option<Self> {
        let text = answer.header("content-security-policy")?;
        let directives = text.split(';').filter_map(|directive| {
            let mut words = directive.split_whitespace().map(str::to_owned);
            Some((words.next()?, words.collect()))
        });
        Some(Self(directives.collect()))
    }

    /// What a directive allows, or what the default does.
    pub fn sources(&self, directive: &str) -> &[String] {
        let found = self.0.get(directive).or_else(|| self.0.get("default-src"));
        found.map_or(&[], Vec::as_slice)
    }

    fn has(&self, directive: &str, source: &str) -> bool {
        self.sources(directive).iter().any(|found| found == source)
    }
}

/// What was found, each with its points.
#[derive(Debug, Default)]
pub struct Points(Vec<(&'static str, i32)>);

impl Points {
    pub fn sum(&self) -> i32 {
        let sum = |is_wanted: fn(i32) -> bool| -> i32 {
            self.0.iter().map(|(_, points)| *points).filter(|points| is_wanted(*points)).sum()
        };
        let without_bonus = 100 + sum(|points| points < 0);
        let bonus = if without_bonus >= BONUS_FROM { sum(|points| points > 0) } else { 0 };
        without_bonus + bonus
    }

    fn note(&mut self, what: &'static str, points: i32) {
        self.0.push((what, points));
    }
}

/// The points of an answer.
pub fn points(answer: &Answer) -> Points {
    let mut points = Points::default();
    let policy = Policy::of(answer);
    of_policy(&mut points, policy.as_ref());
    of_cookies(&mut points, answer);
    let says = |name: &str, wanted: &[&str]| {
        answer.header(name).is_some_and(|value| wanted.contains(&value))
    };
    if says("access-control-allow-credentials", &["true"]) {
        points.note("open to other sites with credentials", -50);
    }
    match max_age_s(answer) {
        None => points.note("no HSTS", -20),
        Some(seconds) if seconds < HALF_A_YEAR_S => points.note("a short HSTS", -10),
        Some(_) => {}
    }
    if !says("x-content-type-options", &["nosniff"]) {
        points.note("no nosniff", -5);
    }
    if says("referrer-policy", &["no-referrer", "same-origin", "strict-origin"]) {
        points.note("a private referrer", 5);
    }
    if policy.is_some_and(|policy| policy.0.contains_key("frame-ancestors")) {
        points.note("no frames, by the policy", 5);
    } else if !says("x-frame-options", &["DENY", "SAMEORIGIN"]) {
        points.note("framed by anybody", -20);
    }
    let isolation = [
        ("cross-origin-resource-policy", &["same-origin", "same-site"]),
        ("cross-origin-embedder-policy", &["require-corp", "credentialless"]),
        ("cross-origin-opener-policy", &["same-origin", "same-origin-allow-popups"]),
    ];
    for (name, good) in isolation {
        if says(name, good) {
            points.note(name, 10);
        }
    }
    points
}

fn of_policy(points: &mut Points, policy: Option<&Policy>) {
    let Some(policy) = policy else {
        return points.note("no policy", -25);
    };
    let is_open = |source: &&str| policy.has("script-src", source);
    if ["'unsafe-inline'", "*", "data:", "https:", "http:"].iter().any(is_open) {
        points.note("scripts of anybody", -20);
    } else if policy.has("script-src", "'unsafe-eval'") {
        points.note("eval", -10);
    } else if !policy.has("style-src", "'unsafe-inline'") {
        let closed = policy.sources("default-src") == ["'none'"];
        points.note("a strict policy", if closed { 10 } else { 5 });
    }
}

fn of_cookies(points: &mut Points, answer: &Answer) {
    let cookies: Vec<&str> =
        answer.headers.get_all("set-cookie").iter().filter_map(|text| text.to_str().ok()).collect();
    let lack = |what: &str| cookies.iter().any(|cookie| !cookie.contains(what));
    if lack("; Secure") {
        points.note("a cookie over plain http", -40);
    } else if lack("; HttpOnly") {
        points.note("a cookie for scripts", -30);
    } else if !cookies.is_empty() && !lack("; SameSite=") {
        points.note("good cookies", 5);
    }
}

fn max_age_s(answer: &Answer) -> Option<u64> {
    let text = answer.header("strict-transport-security")?;
    text.split(';').find_map(|part| part.trim().strip_prefix("max-age=")?.parse().ok())
}

mod tests {
    use super::*;
    use reqwest::header::{HeaderMap, HeaderName};

    fn answer(headers: &[(&'static str, &str)]) -> Answer {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(HeaderName::from_static(name), value.parse().unwrap());
        }
        Answer { status: 200, headers: map, text: String::new() }
    }

    const GOOD: [(&str, &str); 3] = [
        (
            "content-security-policy",
            "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
        ),
        ("strict-transport-security", "max-age=63072000"),
        ("x-content-type-options", "nosniff"),
    ];

    #[test]
    fn a_page_that_says_nothing_fails() {
        assert_eq!(points(&answer(&[])).sum(), 100 - 25 - 20 - 5 - 20);
    }

    #[test]
    fn each_thing_left_out_or_opened_costs_its_points() {
        assert_eq!(points(&answer(&GOOD)).sum(), 100 + 10 + 5);
        let open = "default-src 'none'; script-src 'self' 'unsafe-inline'";
        let table: [(&str, &str, i32); 6] = [
            ("content-security-policy", "", 100 - 25 - 20),
            ("content-security-policy", open, 100 - 20 - 20),
            ("strict-transport-security", "", 100 - 20),
            ("strict-transport-security", "max-age=60", 100 - 10 + 15),
            ("x-content-type-options", "", 100 - 5 + 15),
            ("set-cookie", "session=x; HttpOnly; SameSite=Lax", 100 - 40),
        ];
        for (name, value, sum) in table {
            let mut headers: Vec<_> = GOOD.into_iter().filter(|(n, _)| *n != name).collect();
            if !value.is_empty() {
                headers.push((name, value));
            }
            assert_eq!(points(&answer(&headers)).sum(), sum, "{name}: {value}");
        }
    }
}
