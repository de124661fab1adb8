//! What an error tells the asker, and what the log keeps: neither tells a secret.

use crate::kit::process::ServerProcess;
use crate::kit::{Answer, Mode, Person, TestShop};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, REFERER};
use std::fs::{self, File};

const FUNCTIONS: [&str; 10] = [
    "members/log_in",
    "members/profile",
    "cart/show",
    "orders/list",
    "orders/quote",
    "coupons/mine",
    "drops/list",
    "addresses/list",
    "audit/list",
    "members/owner_list",
];
const PAGES: [&str; 6] = ["/orders", "/drops", "/account", "/cart", "/admin", "/admin/members"];
/// What a part, a library or a file would say.
const INWARD: [&str; 14] = [
    "mysql",
    "sqlx",
    "redis",
    "kafka",
    "connection refused",
    "seonchak_test",
    "doesn't exist",
    "no such table",
    "sqlstate",
    "/src/",
    ".rs:",
    "panicked",
    "backtrace",
    "broken pipe",
];

#[track_caller]
fn says_nothing(what: &str, answer: &Answer) {
    let policy = answer.header("content-security-policy").unwrap_or_default();
    // Chance, which may say anything.
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next());
    let without_nonce = |text: &str| nonce.map_or(text.into(), |nonce| text.replace(nonce, ""));
    let said = without_nonce(&answer.text).to_lowercase();
    for inward in INWARD {
        assert!(!said.contains(inward), "{what} says {inward:?}: {said}");
    }
    for (name, value) in &answer.headers {
        let value = without_nonce(&String::from_utf8_lossy(value.as_bytes())).to_lowercase();
        let is_own = value.contains("connection refused") && name == "location";
        assert!(is_own || INWARD.iter().all(|inward| !value.contains(inward)), "{what}: {name}");
    }
}

async fn all_fail(person: &Person, status: u16) {
    for function in FUNCTIONS {
        let form = [("email", "a@b.kr"), ("password", "one fine password"), ("page", "1")];
        let answer = person.call(function, &form).await;
        assert_eq!(answer.status, status, "{function}: {answer:?}");
        assert_eq!(answer.header("retry-after").is_some(), status == 503, "{function}");
        assert!(!answer.json()["message"].as_str().unwrap().is_empty(), "{function}");
        says_nothing(function, &answer);
    }
    for page in PAGES {
        let answer = person.get(page).await;
        assert_eq!(answer.status, status, "{page}");
        says_nothing(page, &answer);
    }
}

#[tokio::test]
async fn a_part_that_is_down_is_not_named() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    shop.mysql.set(Mode::Cut);
    all_fail(&admin, 503).await;
}

#[tokio::test]
async fn a_fault_of_the_shops_own_is_said_without_its_cause() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    let mut mysql = shop.direct.mysql.acquire().await.unwrap();
    // What every one of them reads is somewhere else.
    let tables: Vec<String> = sqlx::query_scalar(
        "select cast(table_name as char) from information_schema.tables
         where table_schema = database() and table_type = 'BASE TABLE'",
    )
    .fetch_all(&mut *mysql)
    .await
    .unwrap();
    for table in tables {
        let sql = format!("rename table {table} to {table}_elsewhere");
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut *mysql).await.unwrap();
    }
    all_fail(&admin, 500).await;
}

#[tokio::test]
async fn no_log_keeps_a_secret_wherever_it_was_sent() {
    const MAIL: &str = "very.private@example.kr";
    const PASSWORD: &str = "a-password-of-mine";
    const STREET: &str = "남몰래길";
    const FORGED: &str = "forged-token-of-somebody";
    let shop = TestShop::open_with(0).await;
    let path = shop.media_dir.path.join("log");
    let server = ServerProcess::start_with_log(&shop.settings, File::create(&path).unwrap()).await;
    let person = Person::new(&server.url, None);
    let good = [("name", "김지우"), ("email", MAIL), ("password", PASSWORD), ("address", STREET)];
    let answer = person.call("members/sign_up", &good).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let cookie = answer.header("set-cookie").unwrap();
    let token = cookie.trim_start_matches("session=").split(';').next().unwrap().to_owned();
    let query = format!("email={MAIL}&password={PASSWORD}&token={token}");
    let json = format!("{{\"email\":\"{MAIL}\",\"password\":\"{PASSWORD}\"}}");
    let forged = person.forging(&format!("session={FORGED}; cart={FORGED}; chat={FORGED}"));
    for mode in [Mode::Pass, Mode::Cut] {
        shop.mysql.set(mode);
        shop.redis.set(mode);
        person.call("members/sign_up", &good).await;
        person.call("members/log_in", &[("email", MAIL), ("password", PASSWORD)]).await;
        person.call("members/log_in", &[("email", MAIL), ("password", FORGED)]).await;
        for path in ["/", "/log-in", "/nowhere", "/orders", "/media/x.webp", "/api/members/me"] {
            person.get(&format!("{path}?{query}")).await;
            forged.get(path).await;
            let sent = person.get_from(path).header(REFERER, format!("{}/?{query}", server.url));
            person.send(sent.header(AUTHORIZATION, format!("Bearer {FORGED}"))).await;
        }
        let sent = person.post("members/log_in").header(CONTENT_TYPE, "application/json");
        person.send(sent.body(json.clone())).await;
        person.send(person.post_to("/admin/products").body(json.clone())).await;
        person.send(person.post_to(&format!("/language?{query}")).body(query.clone())).await;
        forged.call("cart/add", &[("product_id", &token), ("count", PASSWORD)]).await;
    }
    drop(server);
    let log = fs::read_to_string(&path).unwrap();
    assert!(log.contains("/log-in") && log.contains("a part is down"), "it was kept: {log}");
    for secret in [MAIL, PASSWORD, STREET, FORGED, token.as_str()] {
        let line = log.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret} is in the log");
    }
}
