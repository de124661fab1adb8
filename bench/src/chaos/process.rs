//! A process that may be killed, paused, and started again.

use super::until;
use std::ffi::OsString;
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};

/// Below the ports that the kernel gives to outgoing connections: while a process is dead, nobody
/// may be given its port.
const PORT_MIN: u16 = 20_000;
const PORT_COUNT: u16 = 12_000;
/// How `/proc` shows a process that stands still.
const STOPPED: &str = "T";

/// How a program is started, each time in the same way.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// What is started.
    pub program: PathBuf,
    /// What it is told.
    pub arguments: Vec<OsString>,
    /// What it finds in its environment, beside what is in ours.
    pub environment: Vec<(String, OsString)>,
    /// Where it runs.
    pub folder: PathBuf,
    /// Where it writes what it says.
    pub log: PathBuf,
}

/// A process of ours. It ends with us, however we end.
pub struct Process {
    recipe: Recipe,
    child: Child,
}

impl Process {
    /// Starts it.
    ///
    /// # Errors
    /// There is no such program.
    pub fn start(recipe: Recipe) -> Result<Self, String> {
        let child = spawn(&recipe)?;
        Ok(Self { recipe, child })
    }

    /// The process's number.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Whether it has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|status| status.is_some())
    }

    /// SIGKILL: no goodbye.
    ///
    /// # Errors
    /// It had ended by itself; what it said is in its log.
    pub fn kill(&mut self) -> Result<(), String> {
        if self.has_ended() {
            return Err(format!("{} ended by itself", self.recipe.program.display()));
        }
        self.child.kill().and_then(|()| self.child.wait()).map_err(|error| error.to_string())?;
        Ok(())
    }

    /// Starts it once more, after its end.
    ///
    /// # Errors
    /// There is no such program any more.
    pub fn start_again(&mut self) -> Result<(), String> {
        self.child = spawn(&self.recipe)?;
        Ok(())
    }

    /// SIGSTOP: it stands still, and knows nothing of it.
    ///
    /// # Errors
    /// It does not stand still.
    pub async fn pause(&self) -> Result<(), String> {
        self.signal("-STOP")?;
        until("it stands still", async || self.stands_still().then_some(())).await
    }

    /// SIGCONT: it goes on where it was.
    ///
    /// # Errors
    /// It is gone.
    pub fn resume(&self) -> Result<(), String> {
        self.signal("-CONT")
    }

    /// Every thread of it: one may be on its way still when another has stopped.
    fn stands_still(&self) -> bool {
        let Ok(threads) = fs::read_dir(format!("/proc/{}/task", self.id())) else { return false };
        threads.flatten().all(|thread| {
            let stat = fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
            let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.split(' ').next());
            state == Some(STOPPED)
        })
    }

    fn signal(&self, signal: &str) -> Result<(), String> {
        let done = Command::new("kill").args([signal, &self.id().to_string()]).status();
        match done {
            Ok(status) if status.success() => Ok(()),
            other => Err(format!("kill {signal} {}: {other:?}", self.id())),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn spawn(recipe: &Recipe) -> Result<Child, String> {
    let log = || File::options().create(true).append(true).open(&recipe.log);
    let (out, err) = log().and_then(|out| Ok((out, log()?))).map_err(|e| e.to_string())?;
    // `setpriv` becomes the program, having asked the kernel to kill it when we are gone.
    Command::new("setpriv")
        .args(["--pdeathsig", "KILL"])
        .arg(&recipe.program)
        .args(&recipe.arguments)
        .envs(recipe.environment.iter().map(|(name, value)| (name, value)))
        .current_dir(&recipe.folder)
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .spawn()
        .map_err(|error| format!("{}: {error}", recipe.program.display()))
}

/// A port that nobody listens at.
///
/// # Errors
/// All are taken.
pub fn free_port() -> Result<u16, String> {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = std::process::id() as u16;
    (0..PORT_COUNT)
        .map(|_| first.wrapping_mul(97).wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed)))
        .map(|number| PORT_MIN + number % PORT_COUNT)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .ok_or_else(|| "no free port".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sleeper(folder: &super::super::Folder) -> Recipe {
        Recipe {
            program: "sleep".into(),
            arguments: vec!["60".into()],
            environment: Vec::new(),
            folder: folder.path().to_owned(),
            log: folder.path().join("log"),
        }
    }

    #[tokio::test]
    async fn a_process_can_be_paused_killed_and_started_again() {
        let folder = super::super::Folder::create().expect("a folder");
        let mut process = Process::start(sleeper(&folder)).expect("a process");
        let first = process.id();
        process.pause().await.expect("paused");
        process.resume().expect("resumed");
        process.kill().expect("killed");
        assert!(process.kill().is_err(), "it is dead");
        process.start_again().expect("started");
        assert_ne!(process.id(), first);
        assert!(!process.has_ended());
    }

    #[test]
    fn ports_differ() {
        assert_ne!(free_port(), free_port());
    }
}
