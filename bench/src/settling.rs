//! After the last click: whoever does not know yet asks, as a page without a socket would.

mod queue;

use crate::chance::Chance;
use crate::clicking::Clicked;
use crate::client::{Client, Question};
use crate::http::Address;
use crate::stage::Stage;
use crate::told::{Answer, Told};
use queue::{Ask, Queue};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until, timeout_at};

/// While others wait for answers: how long until there may be something to ask.
const IDLE: Duration = Duration::from_millis(10);

/// Asks until everybody was told a decision, or until the deadline. Gives every answer.
pub async fn settle(
    stage: &Arc<Stage>,
    addresses: &Arc<[Address]>,
    connections: u32,
    clicked: &[Clicked],
    deadline: Instant,
    seed: u64,
) -> Result<Vec<Told>, String> {
    let queue = Arc::new(Queue::default());
    fill(&queue, stage.actors.len(), clicked, &mut Chance::new(seed));
    let mut hands = JoinSet::new();
    for turn in 0..connections as usize {
        let (stage, addresses) = (Arc::clone(stage), Arc::clone(addresses));
        let queue = Arc::clone(&queue);
        hands.spawn(async move {
            let client = Client::new(&addresses, turn);
            ask_in_turn(client, &stage, &queue, deadline).await
        });
    }
    let mut told = Vec::new();
    while let Some(hand) = hands.join_next().await {
        told.extend(hand.map_err(|error| error.to_string())?);
    }
    told.sort_by_key(|told| told.at);
    Ok(told)
}

/// Everybody asks for the first time within what they were told to wait: pages do not fall in
/// step either.
fn fill(queue: &Queue, actors: usize, clicked: &[Clicked], chance: &mut Chance) {
    let mut waits: Vec<Option<Duration>> = vec![None; actors];
    let mut knows = vec![false; actors];
    for Clicked { actor, told, .. } in clicked {
        knows[*actor] |= told.answer.is_decision();
        waits[*actor] = told.answer.ask_again_after();
    }
    let now = Instant::now();
    for (actor, wait) in waits.into_iter().enumerate() {
        if let Some(wait) = wait.filter(|_| !knows[actor]) {
            let part = Duration::from_micros(chance.below(wait.as_micros() as usize) as u64);
            queue.push(Ask { due: now + part, actor, question: Question::Mine });
        }
    }
}

async fn ask_in_turn(
    mut client: Client<'_>,
    stage: &Stage,
    queue: &Queue,
    deadline: Instant,
) -> Vec<Told> {
    let mut answers = Vec::new();
    while !queue.is_done() && Instant::now() < deadline {
        let Some(ask) = queue.take() else {
            tokio::time::sleep(IDLE).await;
            continue;
        };
        sleep_until(ask.due.min(deadline)).await;
        let asked = client.ask(stage, &stage.actors[ask.actor], ask.question);
        let Ok(told) = timeout_at(deadline, asked).await else { break };
        if let Some(wait) = told.answer.ask_again_after() {
            let due = Instant::now() + wait;
            queue.push(Ask { due, actor: ask.actor, question: next_question(&told.answer) });
        }
        queue.is_answered();
        answers.push(told);
    }
    answers
}

/// As the pages do: who has lost their place takes a new one.
fn next_question(answer: &Answer) -> Question {
    match answer {
        Answer::NotJoined => Question::Join,
        _ => Question::Mine,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fake_shop;

    const SOON: Duration = Duration::from_secs(5);

    fn clicked(stage: &Stage, actor: usize, answer: Answer) -> Clicked {
        let told = Told { member: stage.actors[actor].member, at: stage.timeline.opens_at, answer };
        Clicked { actor, told, latency: Duration::ZERO, sent_late: Duration::ZERO }
    }

    /// Member 0 lost the place and must click again; member 1 has a coupon meanwhile.
    fn says(request: &str, _: usize) -> &'static str {
        match (request.contains("session-0"), request.contains("/drops/join")) {
            (true, true) => r#"{"state":"sold_out"}"#,
            (true, false) => r#"{"state":"not_joined"}"#,
            (false, _) => r#"{"state":"issued","code":"A","expires_at":1}"#,
        }
    }

    #[tokio::test]
    async fn everybody_asks_until_they_know_and_nobody_else() {
        let servers = fake_shop::serve(Duration::ZERO, says).await;
        let stage = fake_shop::stage(4);
        let wait = Duration::from_millis(20);
        let clicks = [
            clicked(&stage, 0, Answer::Waiting { ticket: 1, epoch: 1, poll_after: wait }),
            clicked(&stage, 1, Answer::Paused),
            clicked(&stage, 2, Answer::SoldOut),
            clicked(&stage, 3, Answer::Refused { status: 401, retry_after: wait }),
        ];
        let deadline = Instant::now() + SOON;
        let told = settle(&stage, &servers, 2, &clicks, deadline, 1).await.expect("answers");
        let of = |member| {
            let answers = told.iter().filter(move |told| told.member.0 == member);
            answers.map(|told| told.answer.clone()).collect::<Vec<_>>()
        };
        assert_eq!(of(0), [Answer::NotJoined, Answer::SoldOut]);
        assert_eq!(of(1), [Answer::Issued("A".into())]);
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(Instant::now() < deadline);
    }

    #[tokio::test]
    async fn the_deadline_ends_it() {
        let servers = fake_shop::serve(Duration::ZERO, |_, _| r#"{"state":"paused"}"#).await;
        let stage = fake_shop::stage(1);
        let clicks = [clicked(&stage, 0, Answer::NotJoined)];
        let deadline = Instant::now() + Duration::from_secs(3);
        let told = settle(&stage, &servers, 2, &clicks, deadline, 1).await.expect("answers");
        assert_eq!(told.last().expect("one answer").answer, Answer::Paused);
        assert!(deadline.elapsed() < SOON);
    }
}
