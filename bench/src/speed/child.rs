//! A process of the rehearsal's own, which ends with it.

use std::process::{Child, Command, Stdio};

/// Killed when it is dropped.
pub struct OwnProcess(Child);

impl OwnProcess {
    /// Starts it. Its input is a pipe that ends when this process does, however that happens.
    pub fn start(command: &mut Command) -> Result<Self, String> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::piped()).spawn();
        child.map(Self).map_err(|error| format!("{name}: {error}"))
    }

    /// What it says, if that was piped.
    pub fn output(&mut self) -> Option<std::process::ChildStdout> {
        self.0.stdout.take()
    }
}

impl Drop for OwnProcess {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}
