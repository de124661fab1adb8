//! What goes wrong without being answered: errors in the log, and panics.

use crate::kit::log::let_every_thread_be_heard;
use std::io::{self, Write};
use std::panic;
use std::sync::{Arc, Mutex, Once};
use tracing::Level;
use tracing::subscriber::DefaultGuard;

static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Hears the errors that this thread's servers log: a test's runtime has one thread.
pub struct Ear {
    heard: Heard,
    _guard: DefaultGuard,
}

#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<u8>>>);

impl Ear {
    /// From now on.
    pub fn listen() -> Self {
        listen_for_panics();
        let_every_thread_be_heard();
        let heard = Heard::default();
        let writer = heard.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(Level::ERROR)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        Self { heard, _guard: tracing::subscriber::set_default(subscriber) }
    }

    /// The lines so far.
    pub fn heard(&self) -> String {
        String::from_utf8_lossy(&self.heard.0.lock().unwrap()).into_owned()
    }
}

impl Write for Heard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Panics in our own code, on whichever thread: pages are rendered on threads of their own.
pub fn panics() -> Vec<String> {
    PANICS.lock().unwrap().clone()
}

/// Whether a panic there is the shop's, and not a test's that fails beside this one.
pub fn is_ours(file: &str) -> bool {
    ["app/src/", "server/src/", "shop/src/"].iter().any(|crate_| file.starts_with(crate_))
}

fn listen_for_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if info.location().is_some_and(|at| is_ours(at.file())) {
                PANICS.lock().unwrap().push(info.to_string());
            }
            before(info);
        }));
    });
}
