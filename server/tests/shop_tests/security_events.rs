//! The log of security events: what happened, to whose account, from where, and no secret.

mod doors;
mod members;

use crate::kit::log::LoggedServer;

const MAIL: &str = "very.private@example.kr";
const PASSWORD: &str = "one fine password";
const NEW_PASSWORD: &str = "a finer password yet";

/// Whoever tests is at home.
const NETWORK: &str = "127.0.0.1";

/// No line, of whichever target, has any of these; and every event says where it came from.
#[track_caller]
fn keeps_no_secret(server: &LoggedServer, secrets: &[&str]) {
    let text = server.text();
    for secret in [MAIL, PASSWORD, NEW_PASSWORD].iter().chain(secrets) {
        assert_eq!(text.lines().find(|line| line.contains(secret)), None, "{secret} is in the log");
    }
    for noted in server.events() {
        assert_eq!(noted.network.as_deref(), Some(NETWORK), "{noted:?}");
    }
}
