//! docs/http.md lists every way in, and nothing else.

use server_fn::axum::server_fn_paths;
use std::collections::BTreeSet;

#[test]
fn the_list_of_server_functions_is_true() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/http.md");
    let document = std::fs::read_to_string(path).unwrap();
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
