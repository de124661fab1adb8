//! How MySQL goes about a query, on MySQL and MariaDB alike.

use super::shop::TestShop;
use shop::Shop;
use shop::parts::{Settings, SystemEntropy};
use sqlx::mysql::MySqlRow;
use sqlx::{AssertSqlSafe, MySqlPool, Row};
use std::sync::Arc;

/// Reading fewer rows than this one after the other is no full scan but the quickest way: the
/// first page of a list by its index, or a table of a dozen categories.
const FEW_ROWS_MAX: u64 = 200;

/// One step of a plan.
#[derive(Debug)]
#[expect(dead_code, reason = "a failed test prints all of it")]
struct Step {
    table: Option<String>,
    access: Option<String>,
    key: Option<String>,
    rows: Option<u64>,
    extra: Option<String>,
}

impl Step {
    fn of(row: &MySqlRow) -> Self {
        // The two databases give these columns types of their own.
        let text = |name| row.try_get_unchecked::<Option<String>, _>(name).unwrap();
        Self {
            table: text("table"),
            access: text("type"),
            key: text("key"),
            rows: row.try_get_unchecked("rows").unwrap(),
            extra: text("Extra"),
        }
    }

    fn is_full_scan(&self) -> bool {
        let whole = matches!(self.access.as_deref(), Some("ALL" | "index"));
        // `<derived2>`: what another step of the plan has found, and no table.
        let is_table = self.table.as_deref().is_some_and(|table| !table.starts_with('<'));
        whole && is_table && self.rows.is_none_or(|rows| rows >= FEW_ROWS_MAX)
    }
}

/// Panics with the plan if the query, with its values written out, reads all of a table or of an
/// index. A table has to hold at least [`FEW_ROWS_MAX`] rows to be missed: fill it first.
pub async fn no_full_scan(mysql: &MySqlPool, sql: &str) {
    know_the_tables(mysql).await;
    let rows = sqlx::query(AssertSqlSafe(format!("explain {sql}"))).fetch_all(mysql).await;
    let plan: Vec<Step> = rows.unwrap().iter().map(Step::of).collect();
    assert!(!plan.iter().any(Step::is_full_scan), "a full scan in\n{sql}\n{plan:#?}");
}

/// The same shop through one connection only, so that [`rows_read`] can count what a verb reads.
pub async fn frugal(shop: &TestShop) -> Arc<Shop> {
    let settings = Settings { database_connections_max: 1, ..shop.settings.clone() };
    let frugal = Shop::new(&settings, shop.clock.clone(), Arc::new(SystemEntropy)).unwrap();
    know_the_tables(&frugal.mysql).await;
    frugal
}

/// How many rows the only connection of this shop has read so far, from tables and indexes. The
/// difference over a verb says what it costs, whatever its statements are.
pub async fn rows_read(shop: &Shop) -> u64 {
    assert_eq!(shop.mysql.options().get_max_connections(), 1, "a count belongs to a connection");
    let counts: Vec<(String, String)> = sqlx::query_as("show session status like 'Handler_read%'")
        .fetch_all(&shop.mysql)
        .await
        .unwrap();
    counts.iter().map(|(_, count)| count.parse::<u64>().unwrap()).sum()
}

/// Plans rest upon statistics, which MySQL only renews some time after a table has grown.
pub async fn know_the_tables(mysql: &MySqlPool) {
    let tables: Vec<String> = sqlx::query_scalar(
        "select cast(table_name as char) from information_schema.tables
         where table_schema = database() and table_type = 'BASE TABLE'",
    )
    .fetch_all(mysql)
    .await
    .unwrap();
    let sql = format!("analyze table {}", tables.join(", "));
    sqlx::query(AssertSqlSafe(sql)).fetch_all(mysql).await.unwrap();
}
