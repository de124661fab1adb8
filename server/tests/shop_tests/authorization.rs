//! Who may do what, all of it in one table: every way in, and the status that a visitor, a member,
//! another member, a counsellor and an admin get for the same good request about what is the
//! member's.
//!
//! The table is `authorization.txt`. A new way in fails this test until it has a recipe (a good
//! request for it) and a line. After a change on purpose, `SEONCHAK_WRITE_TABLE=1` writes the table
//! anew; read the difference before you commit it.

pub mod cast;
mod documented;
pub mod recipes;
pub mod ways;

use crate::kit::TestShop;
use cast::{Asker, Cast};
use server::sign_in::{self, ProviderSettings};
use shop::members::identities::Provider;
use std::collections::BTreeSet;
use std::fmt::Write;
use ways::Way;

const TABLE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/shop_tests/authorization/authorization.txt");
const WRITE_IT: &str = "SEONCHAK_WRITE_TABLE";

/// A way in with the statuses of all the askers, in their order.
#[derive(Debug)]
struct Line {
    way: Way,
    statuses: [u16; Asker::ALL.len()],
}

impl Line {
    /// A good request is done, or it is not for the asker: by their role, or because the thing is
    /// another's. Every other status says nothing of who may do what.
    fn was_no_good_request(&self) -> bool {
        let says_who = |status: &u16| matches!(status, 101 | 200..=399 | 401 | 403 | 404);
        !self.statuses.iter().all(says_who)
    }
}

#[tokio::test]
async fn everybody_gets_what_the_table_says() {
    let mut shop = TestShop::with_chat(0).await;
    // Nobody goes there: a browser is only told the way.
    let (client_id, client_secret) = ("a".into(), "b".into());
    let nowhere = ProviderSettings { client_id, client_secret, url: "http://127.0.0.1:9".into() };
    let providers = vec![(Provider::Naver, nowhere)];
    shop.sign_in = sign_in::Settings { origin: "http://localhost:1".into(), providers };
    shop.add_server().await;
    let mut lines = vec![];
    let mut uncovered = vec![];
    for way in ways::all() {
        match line(&shop, &way).await {
            Some(statuses) => lines.push(Line { way, statuses }),
            None => uncovered.push(way.to_string()),
        }
    }
    assert!(uncovered.is_empty(), "no recipe in recipes.rs for {uncovered:#?}");
    let not_good: Vec<_> = lines.iter().filter(|line| line.was_no_good_request()).collect();
    assert!(not_good.is_empty(), "the recipe is wrong, or the shop: {not_good:#?}");
    documented::hold_against(&lines);
    let table = render(&lines);
    if std::env::var_os(WRITE_IT).is_some() {
        std::fs::write(TABLE, &table).unwrap();
    }
    let golden = std::fs::read_to_string(TABLE).unwrap_or_default();
    let (said, found): (BTreeSet<&str>, BTreeSet<&str>) =
        (golden.lines().collect(), table.lines().collect());
    let missing: Vec<_> = said.difference(&found).collect();
    let new: Vec<_> = found.difference(&said).collect();
    assert!(
        golden == table,
        "authorization.txt says {missing:#?}\nbut the shop does {new:#?}\n({WRITE_IT}=1 writes it)"
    );
}

/// Every asker knocks once, each with things that nobody has touched before.
async fn line(shop: &TestShop, way: &Way) -> Option<[u16; Asker::ALL.len()]> {
    let mut statuses = [0; Asker::ALL.len()];
    for (status, asker) in statuses.iter_mut().zip(Asker::ALL) {
        let cast = Cast::new(shop, asker).await;
        let request = recipes::recipe(way, &cast).await?;
        *status = cast.person().send(request).await.status;
    }
    Some(statuses)
}

fn render(lines: &[Line]) -> String {
    let mut table = format!("{:<38}", "# for somebody who is a");
    for asker in Asker::ALL {
        write!(table, " {:>10}", asker.name()).unwrap();
    }
    table.push('\n');
    for Line { way, statuses } in lines {
        write!(table, "{:<38}", way.to_string()).unwrap();
        for status in statuses {
            write!(table, " {status:>10}").unwrap();
        }
        table.push('\n');
    }
    table
}
