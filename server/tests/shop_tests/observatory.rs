//! What every answer forbids the browser, by the points of MDN's HTTP Observatory.
//!
//! The scanner itself asks a shop on the open web; here every way in is asked, as everybody who may
//! stand before it, in both languages. What only a scanner can see (a redirect from http, a preloaded
//! list) is left out of the points, so nothing is gained by it either.

mod points;

use crate::authorization::cast::{Asker, Cast};
use crate::authorization::recipes;
use crate::authorization::ways::{self, Way};
use crate::kit::knock::knock;
use crate::kit::{Answer, Mode, Person, TestShop};
use points::{Policy, points};
use std::collections::BTreeSet;

const FULL_MARKS: i32 = 100;
/// Of every answer, a picture's and a refusal's as well.
const OF_ALL: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-resource-policy", "same-origin"),
    ("strict-transport-security", "max-age=63072000; includeSubDomains"),
];
const OF_PAGES: [(&str, &str); 3] = [
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
];

async fn over_https() -> TestShop {
    let mut shop = TestShop::with_chat(0).await;
    shop.https = true;
    shop.add_server().await;
    shop
}

fn is_page(answer: &Answer) -> bool {
    answer.header("content-type").is_some_and(|kind| kind.starts_with("text/html"))
}

#[track_caller]
fn is_guarded(what: &str, answer: &Answer) {
    let of_page = OF_PAGES.iter().filter(|_| is_page(answer));
    for (name, value) in OF_ALL.iter().chain(of_page) {
        assert_eq!(answer.header(name), Some(*value), "{name} of {what}");
    }
    let devices = answer.header("permissions-policy").unwrap_or_default();
    assert_eq!(devices.contains("camera=()"), is_page(answer), "{what}");
    let policy = Policy::of(answer).unwrap_or_else(|| panic!("no policy of {what}"));
    assert_eq!(policy.sources("default-src"), ["'none'"], "{what}");
    assert_eq!(policy.sources("frame-ancestors"), ["'none'"], "{what}");
    let opened = answer.headers.keys().find(|name| name.as_str().starts_with("access-control-"));
    assert_eq!(opened, None, "no other site reads {what}");
    let kind = answer.header("content-type").unwrap_or_default();
    let is_text = kind.starts_with("text/") || kind.contains("+xml");
    assert!(!is_text || kind.ends_with("; charset=utf-8"), "{kind} of {what}");
}

/// Every script in a page runs by this page's own nonce, and nothing else in it runs.
#[track_caller]
fn only_its_own_scripts(what: &str, page: &Answer) -> String {
    let policy = Policy::of(page).unwrap();
    let [own, nonce, wasm] = policy.sources("script-src") else {
        panic!("{what}: {policy:?}");
    };
    assert_eq!((own.as_str(), wasm.as_str()), ("'self'", "'wasm-unsafe-eval'"), "{what}");
    let nonce = nonce.trim_start_matches("'nonce-").trim_end_matches('\'').to_owned();
    assert!(nonce.len() >= 22, "128 bits at least: {nonce}");
    let mut runs = 0;
    for tag in page.text.split("<script").skip(1) {
        let tag = tag.split('>').next().unwrap();
        if !tag.contains("application/ld+json") {
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{what}: <script{tag}>");
            runs += 1;
        }
    }
    assert!(runs > 0, "{what} runs nothing");
    for forbidden in [" style=\"", " onclick=", " onload=", " onerror=", "javascript:", "<style"] {
        assert!(!page.text.contains(forbidden), "{what} has {forbidden}");
    }
    nonce
}

async fn ask(person: &Person, way: &Way, cast: &Cast<'_>, language: &'static str) -> Answer {
    let request = recipes::recipe(way, cast).await.unwrap_or_else(|| panic!("{way}"));
    person.reading(language).send(request).await
}

#[tokio::test]
async fn every_page_gets_full_marks_whoever_reads_it() {
    let shop = over_https().await;
    let (mut routes, mut pages) = (BTreeSet::new(), 0);
    for way in ways::pages() {
        for asker in Asker::ALL {
            let cast = Cast::new(&shop, asker).await;
            for language in ["ko", "en"] {
                let what = format!("{way} for a {} in {language}", asker.name());
                let page = ask(cast.person(), &way, &cast, language).await;
                assert!(is_page(&page), "{what}: {page:?}");
                is_guarded(&what, &page);
                only_its_own_scripts(&what, &page);
                let found = points(&page);
                assert!(found.sum() >= FULL_MARKS, "{what}: {found:?}");
                pages += 1;
            }
        }
        routes.insert(way);
    }
    let n = routes.len();
    println!("≥ {FULL_MARKS} on {n} of {n} routes ({pages} pages)");
}

#[tokio::test]
async fn a_page_of_an_error_gets_full_marks_as_well() {
    let shop = over_https().await;
    let person = shop.member("a@b.kr").await;
    let there_is_none = ["/nowhere", "/products/999999", "/orders/1", "/drops/999999"];
    let mut errors = vec![];
    for path in there_is_none {
        errors.push((404, path, person.get(path).await));
    }
    shop.mysql.set(Mode::Cut);
    for path in ["/drops", "/orders", "/account"] {
        errors.push((503, path, person.get(path).await));
    }
    for (status, path, page) in errors {
        assert_eq!(page.status, status, "{path}");
        is_guarded(path, &page);
        only_its_own_scripts(path, &page);
        assert!(points(&page).sum() >= FULL_MARKS, "{path}: {:?}", points(&page));
    }
}

#[tokio::test]
async fn every_answer_is_guarded_and_keeps_what_is_somebodys() {
    let shop = over_https().await;
    for way in ways::all() {
        for asker in [Asker::Visitor, Asker::Admin] {
            let cast = Cast::new(&shop, asker).await;
            let answer = ask(cast.person(), &way, &cast, "ko").await;
            let what = format!("{way} for a {}", asker.name());
            is_guarded(&what, &answer);
            if way.path.starts_with("/api/") || (is_page(&answer) && asker == Asker::Admin) {
                assert_eq!(answer.header("cache-control"), Some("no-store"), "{what}");
            }
        }
    }
    for path in ["/favicon.svg", "/robots.txt", "/pkg/nothing.js", "/media/nothing.webp"] {
        is_guarded(path, &shop.visitor().get(path).await);
    }
}

#[tokio::test]
async fn a_click_whose_form_never_comes_is_answered_guarded() {
    let shop = over_https().await;
    let person = shop.member("a@b.kr").await;
    let head = format!("cookie: __Host-session={}\r\ncontent-length: 9", person.token());
    let answer = knock(&shop, "/api/drops/join", &head, b"drop_id").await;
    assert_eq!(answer.status, 408);
    is_guarded("a click without its form", &answer);
}

#[tokio::test]
async fn a_drawing_and_a_text_say_how_they_are_written() {
    let shop = over_https().await;
    std::fs::write(shop.media_dir.path.join("a.svg"), "<svg/>").unwrap();
    for (path, kind) in [("/media/a.svg", "image/svg+xml"), ("/metrics", "text/plain")] {
        let answer = shop.visitor().get(path).await;
        let said = answer.header("content-type").unwrap_or_default();
        assert_eq!(answer.status, 200);
        assert!(said.starts_with(kind) && said.ends_with("; charset=utf-8"), "{said} of {path}");
    }
}

#[tokio::test]
async fn no_two_renderings_share_a_nonce() {
    let shop = over_https().await;
    let person = shop.member("a@b.kr").await;
    let mut nonces = BTreeSet::new();
    for path in ["/", "/", "/drops", "/drops", "/nowhere"] {
        nonces.insert(only_its_own_scripts(path, &person.get(path).await));
    }
    assert_eq!(nonces.len(), 5);
    // A kept page is one rendering: its policy is kept with it.
    let (first, second) = (shop.visitor(), shop.visitor());
    let (first, second) = tokio::join!(first.get("/"), second.get("/"));
    let shared = only_its_own_scripts("a kept page", &first);
    assert_eq!(shared, only_its_own_scripts("a kept page", &second));
    assert!(!nonces.contains(&shared));
}

#[tokio::test]
async fn over_plain_http_nobody_is_told_to_come_back_by_https() {
    let shop = TestShop::open().await;
    assert_eq!(shop.visitor().get("/").await.header("strict-transport-security"), None);
}
