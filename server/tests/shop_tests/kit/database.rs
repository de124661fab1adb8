//! A database of one's own, gone when the test is over.

use super::parts::address;
use shop::parts::{Entropy, SystemEntropy, connect_mysql, migrate};
use sqlx::{AssertSqlSafe, Executor};

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
        run(format!("create database {name} character set utf8mb4")).await;
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
        let drop_it = format!("drop database if exists {}", self.name);
        // A thread of its own: the test's runtime may be on its way out.
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(run(drop_it));
        })
        .join()
        .ok();
    }
}

async fn run(statement: String) {
    let pool = connect_mysql(&address("DATABASE_URL"), 1).unwrap();
    pool.execute(AssertSqlSafe(statement)).await.unwrap();
    pool.close().await;
}
