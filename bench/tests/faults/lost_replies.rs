//! A browser that never reads the answer, and asks again.

use crate::kit::{alone, seed, tickets};
use bench::chance::Chance;
use bench::chaos::{Crowd, Part, Parts, open_drop, until};
use bench::checker::check;
use bench::clicking::Clicked;
use bench::client::{Client, Question};
use bench::http::{Connection, FormRequest};
use bench::ledger;
use bench::settling::settle;
use bench::stage::{Actor, Stage};
use bench::told::{Answer, Told};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, timeout};

const MEMBERS: u32 = 80;
/// Fewer than clicks, so that some are told "sold out".
const QUOTA: u32 = 60;
const CONNECTIONS: u32 = 16;
const PATIENCE: Duration = Duration::from_secs(30);
/// From before the request is read until after it is answered: a ticket takes a moment …
const TICKET_CUT_AFTER_US_MAX: usize = 8_000;
/// … and the door opens only after Redis was tried.
const DOOR_CUT_AFTER_US_MAX: usize = 150_000;
/// Unread requests that must have taken effect.
const HITS_MIN: usize = 20;

#[tokio::test]
async fn a_ticket_whose_answer_was_lost_is_given_again() {
    let _alone = alone().await;
    let mut chance = Chance::new(seed());
    let parts = Parts::start(MEMBERS).await.expect("parts");
    let stage = opened(&parts, Some(20)).await;
    for (number, actor) in stage.actors.iter().enumerate() {
        let moment = chance.below(TICKET_CUT_AFTER_US_MAX);
        click_and_leave(&parts, &stage, actor, number, moment).await;
    }
    let unread: HashMap<u64, u64> = tickets(&parts.shop, stage.drop_id).await.into_iter().collect();
    println!("{} tickets were given without anybody reading so", unread.len());
    assert!(unread.len() >= HITS_MIN);
    let told = click_again(&parts, &stage).await;
    for Told { member, answer, .. } in &told {
        if let (Answer::Waiting { ticket, .. }, Some(unread)) = (answer, unread.get(&member.0)) {
            assert_eq!(ticket, unread, "member {}", member.0);
        }
    }
    assert_ends_well(&parts, &stage, told).await;
}

#[tokio::test]
async fn a_coupon_whose_answer_was_lost_is_shown_again() {
    let _alone = alone().await;
    let mut chance = Chance::new(seed());
    let mut parts = Parts::start(MEMBERS).await.expect("parts");
    let stage = opened(&parts, None).await;
    // Through the narrow door the answer to a click is the coupon itself.
    parts.process(Part::Redis).kill().expect("Redis");
    let addresses = parts.addresses();
    for server in 0..addresses.len() {
        until("the door is open", async || {
            let mut client = Client::new(&addresses[server..=server], 0);
            let told = client.ask(&stage, &stage.actors[server], Question::Join).await;
            matches!(told.answer, Answer::Issued(_)).then_some(())
        })
        .await
        .expect("the door");
    }
    for (number, actor) in stage.actors.iter().enumerate() {
        let moment = chance.below(DOOR_CUT_AFTER_US_MAX);
        click_and_leave(&parts, &stage, actor, number, moment).await;
    }
    let ledger = ledger::read(&parts.shop, stage.drop_id).await.expect("a ledger");
    let unread: HashMap<u64, String> =
        ledger.coupons.into_iter().skip(2).map(|coupon| (coupon.member.0, coupon.code)).collect();
    println!("{} coupons were issued without anybody reading so", unread.len());
    assert!(unread.len() >= HITS_MIN);
    let told = click_again(&parts, &stage).await;
    parts.process(Part::Redis).start_again().expect("Redis");
    parts.until_answers(Part::Redis).await.expect("Redis");
    for Told { member, answer, .. } in &told {
        if let (Answer::Issued(code), Some(unread)) = (answer, unread.get(&member.0)) {
            assert_eq!(code, unread, "member {}", member.0);
        }
    }
    assert_ends_well(&parts, &stage, told).await;
}

/// A drop that every server serves already.
async fn opened(parts: &Parts, drop_rate: Option<u32>) -> Arc<Stage> {
    let crowd = Crowd { quota: QUOTA, drop_rate, opens_after: Duration::ZERO, ..Crowd::SMALL };
    let stage = open_drop(parts, &crowd).await.expect("a drop");
    let addresses = parts.addresses();
    for server in 0..addresses.len() {
        let mut client = Client::new(&addresses[server..=server], 0);
        until("it serves the drop", async || {
            let told = client.ask(&stage, &stage.actors[0], Question::Mine).await;
            (told.answer == Answer::NotJoined).then_some(())
        })
        .await
        .expect("an answer");
    }
    Arc::new(stage)
}

/// Sends the click, and cuts the connection a moment later. An answer that came in time is thrown
/// away with it.
async fn click_and_leave(
    parts: &Parts,
    stage: &Stage,
    actor: &Actor,
    number: usize,
    moment_us: usize,
) {
    let server = &parts.servers[number % parts.servers.len()];
    let mut connection = Connection::open(&server.address).await.expect("a connection");
    let request =
        FormRequest { path: Question::Join.path(), session: &actor.session, form: &stage.form };
    timeout(Duration::from_micros(moment_us as u64), connection.send(request)).await.ok();
}

async fn click_again(parts: &Parts, stage: &Stage) -> Vec<Told> {
    let addresses = parts.addresses();
    let mut told = Vec::new();
    for (number, actor) in stage.actors.iter().enumerate() {
        // At the other server.
        let mut client = Client::new(&addresses, number + 1);
        told.push(client.ask(stage, actor, Question::Join).await);
    }
    told
}

async fn assert_ends_well(parts: &Parts, stage: &Arc<Stage>, mut told: Vec<Told>) {
    let clicked: Vec<Clicked> = told
        .iter()
        .enumerate()
        .map(|(actor, told)| Clicked {
            actor,
            told: told.clone(),
            latency: Duration::ZERO,
            sent_late: Duration::ZERO,
        })
        .collect();
    let deadline = Instant::now() + PATIENCE;
    let later = settle(stage, &parts.addresses(), CONNECTIONS, &clicked, deadline, 1).await;
    told.extend(later.expect("answers"));
    let ledger = ledger::read(&parts.shop, stage.drop_id).await.expect("a ledger");
    let findings = check(&ledger, &told);
    assert!(findings.is_clean(), "{findings:#?}");
    assert_eq!(ledger.coupons.len(), QUOTA as usize);
}
