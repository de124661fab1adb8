//! What nobody learns: whose addresses the shop knows, and the tokens of links.

use super::fixtures::{forget, forgotten_token, letter, mailbox, signed_up, token};
use crate::kit::shop::ORIGIN;
use crate::kit::{Person, TestShop, until};
use shop::parts::{Settings, SystemEntropy};
use shop::{Language, Shop, members};
use std::sync::Arc;

const EMAIL: &str = "jiwoo@example.kr";
const UNKNOWN: &str = "nobody@example.kr";

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_and_no_letter() {
    let shop = TestShop::open().await;
    signed_up(&shop, EMAIL).await;
    let ask = async |person: &Person, email| {
        let answer = person.call("members/forget_password", &[("email", email)]).await;
        let mut names: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
        names.sort();
        (answer.status, answer.text, names)
    };
    let known = ask(&shop.visitor(), EMAIL).await;
    let unknown = ask(&shop.visitor(), UNKNOWN).await;
    assert_eq!(known, unknown);

    let dropped = "select dropped_for from letters where email = ? and dropped_at is not null";
    let why = until("the worker has looked for somebody", async || {
        let row = sqlx::query_scalar::<_, String>(dropped).bind(UNKNOWN);
        row.fetch_optional(&shop.direct.mysql).await.unwrap()
    })
    .await;
    assert_eq!(why, "nobody");
    assert!(mailbox(&shop, UNKNOWN).is_empty());
    token(&shop, EMAIL, "reset", 1).await;
}

/// The time of the answer is the time of its statements: they are as many, and they are the same.
#[tokio::test]
async fn to_ask_for_an_unknown_address_costs_the_same_statements() {
    let shop = TestShop::open_with(0).await;
    let settings = Settings { database_connections_max: 1, ..shop.settings.clone() };
    let asked = Shop::new(&settings, shop.clock.clone(), Arc::new(SystemEntropy)).unwrap();
    crate::kit::shop::insert_member(&asked, EMAIL).await;
    let questions = async || {
        let row: (String, String) = sqlx::query_as("show session status like 'Questions'")
            .fetch_one(&asked.mysql)
            .await
            .unwrap();
        row.1.parse::<u64>().unwrap()
    };
    let mut counts = vec![];
    // The first one prepares what both use.
    for email in ["first@example.kr", EMAIL, UNKNOWN] {
        let before = questions().await;
        members::forget_password(&asked, email, Language::Ko).await.unwrap();
        counts.push(questions().await - before);
    }
    assert_eq!(counts[1], counts[2], "{counts:?}");
    let rows: i64 = sqlx::query_scalar("select count(*) from letters where kind = 'reset'")
        .fetch_one(&asked.mysql)
        .await
        .unwrap();
    assert_eq!(rows, 3, "a row for each");
}

#[tokio::test]
async fn the_tables_hold_no_link_that_anybody_could_follow() {
    let shop = TestShop::open().await;
    signed_up(&shop, EMAIL).await;
    let token = forgotten_token(&shop, EMAIL, 1).await;
    let secret = {
        use base64::Engine;
        base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(&token).unwrap()
    };
    let hash: Vec<u8> =
        sqlx::query_scalar("select secret_hash from member_links where purpose = 'reset'")
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap();
    assert!(!hash.windows(secret.len()).any(|window| window == secret));
    let columns: Vec<String> = sqlx::query_scalar(
        "select column_name from information_schema.columns
         where table_schema = database() and table_name = 'letters' order by column_name",
    )
    .fetch_all(&shop.direct.mysql)
    .await
    .unwrap();
    let known = [
        "dropped_at",
        "dropped_for",
        "due_at",
        "email",
        "id",
        "kind",
        "language",
        "member_id",
        "sent_at",
        "tries",
        "written_at",
    ];
    assert_eq!(columns, known, "a letter's row has no room for what it says");
}

#[tokio::test]
async fn a_page_with_a_token_tells_no_other_site_and_is_kept_nowhere() {
    let shop = TestShop::open().await;
    for page in ["/reset?token=x", "/confirm?token=x"] {
        let answer = shop.visitor().get(page).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("referrer-policy"), Some("same-origin"), "{page}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{page}");
    }
}

#[tokio::test]
async fn a_forged_host_leads_nobody_astray() {
    let shop = TestShop::open().await;
    signed_up(&shop, EMAIL).await;
    let person = shop.visitor();
    let forged = person
        .post("members/forget_password")
        .header("host", "evil.example")
        .header("x-forwarded-host", "evil.example")
        .form(&[("email", EMAIL)]);
    assert_eq!(person.send(forged).await.status, 200);
    let letter = letter(&shop, EMAIL, &format!("{ORIGIN}/reset?token="), 1).await;
    assert!(!letter.contains("evil.example"), "{letter}");
}

#[tokio::test]
async fn what_is_no_address_is_said_at_once() {
    let shop = TestShop::open().await;
    for (email, problem) in [("", "missing"), ("jiwoo", "not_an_email")] {
        let answer = shop.visitor().call("members/forget_password", &[("email", email)]).await;
        assert_eq!((answer.status, answer.problem("email")), (422, Some(problem.into())));
    }
    forget(&shop, "JiWoo@Example.KR").await;
    let email: String = sqlx::query_scalar("select email from letters")
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(email, EMAIL, "in lower case, as it is a member's");
}
