//! docs/http.md lists every way in, and nothing else; docs/logs.md every security event; SECURITY.md
//! names tests that are there, and docs/asvs.md is whole.

mod asvs;

use server_fn::axum::server_fn_paths;
use shop::parts::security::Event;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn the_list_of_server_functions_is_true() {
    let document = read("docs/http.md");
    let listed: BTreeSet<&str> = document
        .lines()
        .filter_map(|line| line.strip_prefix("| `/api/")?.split('`').next())
        .collect();
    // The functions register themselves where they are linked: naming one links them all.
    let _router = app::App;
    let there: BTreeSet<&str> =
        server_fn_paths().map(|(path, _)| path.trim_start_matches("/api/")).collect();
    assert_eq!(listed, there);
}

#[test]
fn the_list_of_security_events_is_true() {
    let document = read("docs/logs.md");
    let (_, events) = document.split_once("## Security events").unwrap();
    let events = events.split("\n## ").next().unwrap();
    let listed: Vec<(&str, &str)> = events
        .lines()
        .filter_map(|line| {
            let mut cells =
                line.strip_prefix("| `")?.split('|').map(|cell| cell.trim_matches([' ', '`']));
            Some((cells.next()?, cells.next()?))
        })
        .collect();
    let there = Event::ALL.map(|event| (event.as_str(), event.outcome()));
    assert_eq!(listed, there, "each with its outcome, in the enum's order");
}

#[test]
fn every_test_that_is_named_is_there() {
    let document = read("SECURITY.md");
    let tests = tests_in(&["server/tests/shop_tests"]);
    let named: Vec<&str> = code_in(&document).filter(|code| code.contains("::")).collect();
    assert!(named.len() > 40, "SECURITY.md names {}", named.len());
    for name in named {
        assert!(tests.contains(name), "SECURITY.md names `{name}`, which is no test");
    }
}

/// A place below the repository's top.
fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(at(path)).unwrap()
}

/// What stands between backticks.
fn code_in(document: &str) -> impl Iterator<Item = &str> {
    document.split('`').skip(1).step_by(2)
}

fn tests_in(folders: &[&str]) -> BTreeSet<String> {
    let mut tests = BTreeSet::new();
    for folder in folders {
        collect(&at(folder), &mut tests);
    }
    tests
}

/// `module::function` of every file below.
fn collect(folder: &Path, tests: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, tests);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let module = path.file_stem().unwrap().to_str().unwrap();
            let text = fs::read_to_string(&path).unwrap();
            for line in text.lines() {
                let Some((_, rest)) = line.split_once("fn ") else { continue };
                let name = rest.split(['(', '<']).next().unwrap_or_default();
                tests.insert(format!("{module}::{name}"));
            }
        }
    }
}
