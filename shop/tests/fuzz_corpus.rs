//! What fuzzing has found once never comes back unnoticed: every input that was kept, with every
//! run of the tests.

#[path = "../../fuzz/src/lib.rs"]
mod properties;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A corpus is kept small, so that playing it again takes no time.
const INPUT_BYTES_MAX: u64 = 8 * 1024;

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    entries.map(|entry| entry.expect("a file").path()).collect()
}

#[test]
fn every_kept_input_holds_its_property() {
    for (target, _) in properties::ALL {
        let inputs = files(&fuzz().join("corpus").join(target));
        assert!(!inputs.is_empty(), "{target} has kept nothing");
        for input in inputs {
            let bytes = fs::read(&input).expect("a file that can be read");
            assert!(bytes.len() as u64 <= INPUT_BYTES_MAX, "{input:?} is long");
            let holds = std::panic::catch_unwind(|| properties::hold(target, &bytes));
            assert!(holds.is_ok(), "{target} does not hold of {input:?}");
        }
    }
}

#[test]
fn every_property_has_a_target() {
    let names = files(&fuzz().join("fuzz_targets"));
    let targets: BTreeSet<&str> =
        names.iter().filter_map(|name| name.file_stem()?.to_str()).collect();
    let known: BTreeSet<&str> = properties::ALL.iter().map(|(name, _)| *name).collect();
    let manifest = fs::read_to_string(fuzz().join("Cargo.toml")).expect("a manifest");
    for name in &known {
        assert!(targets.contains(name), "{name} has no target");
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
    }
    // Without the server's half some are not there to be played.
    if cfg!(feature = "ssr") {
        assert_eq!(known, targets);
    }
}
