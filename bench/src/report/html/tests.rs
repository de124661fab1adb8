//! The page is whole, says what was found, and needs nobody.

use crate::checker::{Findings, Kind};
use crate::course::Point;
use crate::figures::Figures;
use crate::latency::Latency;
use crate::ledger::Ledger;
use crate::machine::Machine;
use crate::options::{Options, PageLanguage};
use crate::report::{Report, Watched};
use crate::timeline::Timeline;
use clap::Parser;
use shop::Moment;
use std::time::Duration;

fn report(findings: Findings, steps_back: u64) -> Report {
    let opens_at = Moment::from_ms(1_000);
    let ledger = Ledger { quota: 1_000, counted: 0, coupons: Vec::new() };
    let figures = Figures::new(&Timeline::new(opens_at, opens_at), &[], &[], &[], &ledger);
    let latency = Latency::of([4, 8].map(Duration::from_millis).into_iter());
    let point = |n: u32| Point {
        at_s: f64::from(n) + 1.0,
        clicks_per_s: 5_000.0,
        coupons_per_s: 800.0,
        waiting: 4_200,
        latency: latency.filter(|_| n != 1),
    };
    let name = || "A <fast> \"CPU\" & co".to_owned();
    Report {
        options: Options::parse_from(["bench"]),
        drop_id: 7,
        figures,
        course: (0..3).map(point).collect(),
        watched: Some(Watched {
            sockets: 10,
            ticks: 8,
            ticks_to_all: 8,
            lag: latency,
            steps_back,
            lost: 0,
        }),
        findings,
        machine: Machine {
            cores: 2,
            processor: name(),
            memory_gib: 1.0,
            kernel: name(),
            commit: name(),
            bench: name(),
            mysql: name(),
            redis: name(),
        },
    }
}

/// The names of the elements that are open, from outside; checks that each closes the last one.
fn check_nesting(page: &str) {
    let page = page.strip_prefix("<!doctype html>").expect("a page");
    let style = page.find("<style>").expect("a style")..page.find("</style>").expect("its end");
    let page = [&page[..style.start + 7], &page[style.end..]].concat();
    let mut open: Vec<&str> = Vec::new();
    for piece in page.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag that ends");
        assert!(!text.contains('>'), "a bare bracket: {text}");
        let name = tag.trim_start_matches('/').split([' ', '/']).next().expect("a name");
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "in {open:?}");
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert_eq!(open, [""; 0]);
}

#[test]
fn the_page_is_well_formed_and_needs_nobody() {
    for language in [PageLanguage::Ko, PageLanguage::En] {
        let page = report(Findings::default(), 0).to_html(language);
        check_nesting(&page);
        for foreign in ["http:", "https:", "//", "url(", "@import", "<script", "src="] {
            assert!(!page.contains(foreign), "{foreign}");
        }
        assert!(page.contains("A &lt;fast&gt; &quot;CPU&quot; &amp; co"));
        assert_eq!(page.matches("<svg").count(), 3);
        assert!(!page.contains("NaN") && !page.contains("inf"), "{page}");
    }
}

#[test]
fn it_speaks_the_language_that_was_asked_for() {
    let report = report(Findings::default(), 0);
    let (korean, english) = (report.to_html(PageLanguage::Ko), report.to_html(PageLanguage::En));
    assert!(korean.contains("<html lang=\"ko\">") && korean.contains("모든 약속을 지켰습니다"));
    assert!(english.contains("<html lang=\"en\">") && english.contains("Every promise was kept"));
    let hangul = |c: char| ('가'..='힣').contains(&c);
    assert!(!english.contains(hangul), "a word that was not translated");
}

#[test]
fn what_is_broken_stands_out() {
    let mut findings = Findings::default();
    findings.note_many(Kind::Lost, 3, || "one".into());
    for (broken, number) in [(report(findings, 0), 3), (report(Findings::default(), 2), 2)] {
        assert!(!broken.is_clean());
        let page = broken.to_html(PageLanguage::En);
        assert!(page.contains("Promises were broken"));
        assert_eq!(page.matches("<li class=\"bad\">").count(), 1);
        assert!(page.contains(&format!("<li class=\"bad\"><b>{number}</b>")));
    }
}

#[test]
fn every_kind_is_named_once_in_each_language() {
    for language in [PageLanguage::Ko, PageLanguage::En] {
        let words = super::Words(language);
        let mut names: Vec<_> = Kind::ALL.iter().map(|kind| super::promise(*kind, words)).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Kind::ALL.len());
    }
}
