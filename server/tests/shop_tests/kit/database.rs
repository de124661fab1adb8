//! A database of one's own, gone when the test is over.

use super::parts::address;
use shop::parts::{Entropy, SystemEntropy, connect_mysql, migrate};
use sqlx::{AssertSqlSafe, Executor};

/// A server that was in the middle of a transaction when its test ended holds its tables, and goes
/// on only after this: rather leave a database behind than wait for ever.
const GIVE_UP_AFTER_S: u32 = 5;

pub struct Database {
    pub url: String,
    pub name: String,
}

/// A name that no other test has.
pub fn unique_name() -> String {
    let mut bytes = [0; 8];
    SystemEntropy.fill(&mut bytes);
    format!("{:016x}", u64::from_be_bytes(bytes))
}

impl Database {
    pub async fn create() -> Self {
        let name = format!("seonchak_test_{}", unique_name());
        run([format!("create database {name} character set utf8mb4")]).await;
        let url = address("DATABASE_URL");
        let url = format!("{}/{name}", url.rsplit_once('/').unwrap().0);
        let pool = connect_mysql(&url, 1).unwrap();
        migrate(&pool).await.unwrap();
        pool.close().await;
        Self { url, name }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let patience = format!("set session lock_wait_timeout = {GIVE_UP_AFTER_S}");
        let drop_it = [patience, format!("drop database if exists {}", self.name)];
        // A thread of its own: the test's runtime may be on its way out.
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(run(drop_it));
        })
        .join()
        .ok();
    }
}

async fn run<const N: usize>(statements: [String; N]) {
    let pool = connect_mysql(&address("DATABASE_URL"), 1).unwrap();
    for statement in statements {
        pool.execute(AssertSqlSafe(statement)).await.unwrap();
    }
    pool.close().await;
}
