//! docs/asvs.md has every requirement once, counts right, and names what is there.

use super::{at, code_in, read, tests_in};
use std::collections::{BTreeMap, BTreeSet};

/// Requirements of level 1 and level 2 in each chapter of ASVS 5.0.0, as its list has them
/// (`5.0/docs_en` of OWASP/ASVS).
const REQUIREMENTS: [(&str, usize); 17] = [
    ("V1", 27),
    ("V2", 11),
    ("V3", 19),
    ("V4", 10),
    ("V5", 9),
    ("V6", 35),
    ("V7", 18),
    ("V8", 7),
    ("V9", 7),
    ("V10", 29),
    ("V11", 14),
    ("V12", 9),
    ("V13", 13),
    ("V14", 9),
    ("V15", 13),
    ("V16", 16),
    ("V17", 7),
];
const VERDICTS: [&str; 3] = ["met", "not met", "not applicable"];
/// Where tests stand.
const SOURCES: [&str; 6] =
    ["server/tests/shop_tests", "server/src", "head/src", "shop/tests", "shop/src", "app/src"];

/// The rows of requirements: number, level, subject, verdict, how.
fn rows(document: &str) -> Vec<[&str; 5]> {
    let rows = document.lines().filter(|line| line.starts_with("| V") && line.contains('.'));
    rows.filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let number = cells.first()?;
        let is_requirement = number.split('.').count() == 3 && !number.contains(' ');
        is_requirement.then(|| cells.try_into().expect("five cells a row"))
    })
    .collect()
}

fn chapter(number: &str) -> &str {
    number.split('.').next().unwrap_or_default()
}

#[test]
fn every_requirement_is_there_once_with_a_verdict() {
    let document = read("docs/asvs.md");
    let rows = rows(&document);
    let numbers: BTreeSet<&str> = rows.iter().map(|[number, ..]| *number).collect();
    assert_eq!(numbers.len(), rows.len(), "a requirement is there twice");
    for (name, count) in REQUIREMENTS {
        let found = numbers.iter().filter(|number| chapter(number) == name).count();
        assert_eq!(found, count, "{name}");
    }
    assert_eq!(rows.len(), REQUIREMENTS.iter().map(|(_, count)| count).sum::<usize>());
    for [number, level, _, verdict, how] in rows {
        assert!(["1", "2"].contains(&level), "{number} is of level {level}");
        assert!(VERDICTS.contains(&verdict), "{number} is {verdict}");
        let says_why = how.contains('`') || how.to_lowercase().contains("by construction");
        assert!(verdict != "met" || says_why, "{number} is met, and nothing shows it");
    }
}

#[test]
fn the_counts_are_those_of_the_rows() {
    let document = read("docs/asvs.md");
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for [number, _, _, verdict, _] in rows(&document) {
        let verdict = VERDICTS.iter().position(|one| *one == verdict).unwrap();
        counts.entry(chapter(number)).or_default()[verdict] += 1;
        counts.entry("all").or_default()[verdict] += 1;
    }
    for name in REQUIREMENTS.iter().map(|(name, _)| *name).chain(["all"]) {
        let said = document.lines().find(|line| line.starts_with(&format!("| {name} "))).unwrap();
        let [met, not_met, not_applicable] = counts[name];
        let counted = format!("| {met} | {not_met} | {not_applicable} |");
        assert!(said.ends_with(&counted), "{said} should end in {counted}");
    }
}

#[test]
fn every_test_and_file_that_is_named_is_there() {
    let document = read("docs/asvs.md");
    let tests = tests_in(&SOURCES);
    let (mut named_tests, mut named_files) = (0, 0);
    for code in code_in(&document) {
        if code.contains("::") {
            assert!(tests.contains(code), "`{code}` is no test");
            named_tests += 1;
        } else if code.contains('/') && code.contains('.') && !code.contains([' ', '*', '{']) {
            assert!(code.starts_with('/') || at(code).exists(), "`{code}` is not there");
            named_files += 1;
        }
    }
    assert!(named_tests > 100 && named_files > 100, "{named_tests} tests, {named_files} files");
}
