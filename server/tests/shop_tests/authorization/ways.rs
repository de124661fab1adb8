//! Every way in: the pages and the server functions as they register themselves, and what
//! docs/http.md lists beside them.

use server_fn::axum::server_fn_paths;
use std::collections::BTreeSet;
use std::fmt;

pub const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/http.md");

/// A method and a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    pub path: String,
    pub method: String,
}

impl Way {
    fn new(method: &str, path: &str) -> Self {
        Self { path: path.to_owned(), method: method.to_owned() }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<4} {}", self.method, self.path)
    }
}

/// All of them, by their paths.
pub fn all() -> BTreeSet<Way> {
    let mut ways = BTreeSet::new();
    ways.extend(pages());
    ways.extend(server_fn_paths().map(|(path, method)| Way::new(method.as_str(), path)));
    ways.extend(listed());
    assert!(ways.len() > 25, "too few to be all: {ways:#?}");
    ways
}

/// The pages.
pub fn pages() -> impl Iterator<Item = Way> {
    server::router::pages().into_iter().map(|page| Way::new("GET", page.path()))
}

/// The rows of docs/http.md that begin with a method.
fn listed() -> impl Iterator<Item = Way> {
    let document = std::fs::read_to_string(DOCUMENT).unwrap();
    let listed: Vec<Way> = document
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next()?.split_once(' '))
        .filter(|(method, _)| ["GET", "POST"].contains(method))
        .map(|(method, path)| Way::new(method, path))
        .collect();
    listed.into_iter()
}
