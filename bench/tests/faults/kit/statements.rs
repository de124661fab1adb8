//! What MySQL was asked to do, by whom: its own log of statements.

use bench::chaos::Parts;
use sqlx::Executor;
use std::collections::HashSet;
use std::fs;

const FILE: &str = "statements.log";

/// From now on MySQL writes down what it is asked; who connects must connect anew to be known.
pub async fn write_down(parts: &Parts) {
    let sql = format!("set global general_log_file = '{FILE}', global general_log = 1");
    parts.shop.mysql.execute(sqlx::AssertSqlSafe(sql)).await.expect("a log");
}

/// How often a user has executed a statement that begins so.
pub fn count(parts: &Parts, user: &str, beginning: &str) -> usize {
    let log = fs::read(parts.mysql.data().join(FILE)).expect("a log");
    let log = String::from_utf8_lossy(&log);
    let connected = format!("{user}@");
    let (mut connections, mut found) = (HashSet::new(), 0);
    for line in log.lines() {
        if let Some((number, who)) = entry(line, " Connect\t") {
            if who.starts_with(&connected) {
                connections.insert(number);
            } else {
                connections.remove(number);
            }
        }
        if let Some((number, sql)) = entry(line, " Execute\t") {
            found += usize::from(connections.contains(number) && sql.starts_with(beginning));
        }
    }
    found
}

/// The connection's number and what stands behind the command.
fn entry<'a>(line: &'a str, command: &str) -> Option<(&'a str, &'a str)> {
    let (before, argument) = line.split_once(command)?;
    Some((before.split_whitespace().last()?, argument))
}
