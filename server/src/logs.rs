//! The log of this process. `docs/logs.md` says what is in it, and what never is.

use shop::parts::security;
use std::io::{self, IsTerminal};
use std::panic::{self, PanicHookInfo};
use tracing_subscriber::EnvFilter;

/// What is logged if `RUST_LOG` says nothing.
const DEFAULT: &str = "info";

/// Logs to standard error: for people at a terminal, else one JSON object a line. What is logged is
/// chosen by `RUST_LOG`, but for the security events, which are always there. A panic is a line like
/// any other.
pub fn start() {
    let logs = tracing_subscriber::fmt().with_env_filter(filter()).with_writer(io::stderr);
    if io::stderr().is_terminal() {
        logs.init();
    } else {
        logs.json().init();
    }
    panic::set_hook(Box::new(note_panic));
}

fn filter() -> EnvFilter {
    let asked = std::env::var(EnvFilter::DEFAULT_ENV).unwrap_or_default();
    let with_security = |asked: &str| format!("{asked},{}=info", security::TARGET);
    let asked = if asked.is_empty() { DEFAULT } else { &asked };
    EnvFilter::try_new(with_security(asked))
        .unwrap_or_else(|_| EnvFilter::new(with_security(DEFAULT)))
}

/// Writes where it was and what it said. The trace of calls is left out: it is many lines.
fn note_panic(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    let said = panic.payload_as_str();
    tracing::error!(place, said, "a panic");
}

#[cfg(test)]
mod tests {
    use super::note_panic;
    use parking_lot::Mutex;
    use std::io::{self, Write};
    use std::panic;
    use std::sync::Arc;
    use std::thread;

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_panic_is_one_line_with_its_place_and_what_it_said() {
        // Tests beside this one panic as they always did.
        let (usual, here) = (panic::take_hook(), thread::current().id());
        panic::set_hook(Box::new(move |panic| {
            if thread::current().id() == here { note_panic(panic) } else { usual(panic) }
        }));
        let kept = Kept::default();
        let writer = kept.clone();
        let logs = tracing_subscriber::fmt().json().with_writer(move || writer.clone()).finish();
        tracing::subscriber::with_default(logs, || {
            panic::catch_unwind(|| panic!("two\nlines")).unwrap_err();
        });
        let text = String::from_utf8(kept.0.lock().clone()).unwrap();
        assert_eq!(text.lines().count(), 1, "{text}");
        let line: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            (&line["level"], &line["fields"]["said"]),
            (&"ERROR".into(), &"two\nlines".into())
        );
        let place = line["fields"]["place"].as_str().unwrap();
        assert!(place.starts_with("server/src/logs.rs:"), "{place}");
    }
}
