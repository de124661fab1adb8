//! Telling every server what was archived, while the next batch is being written.

use super::Placed;
use crate::chat::rows::names_of;
use crate::chat::{Message, RoomId, news};
use crate::{Outcome, Shop};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// Batches that wait to be told at most: the archiver then waits as well.
const WAITING_MAX: usize = 16;

/// Who tells, batch after batch; several that wait are told as one.
pub(super) struct Teller {
    batches: mpsc::Sender<Vec<Placed>>,
    task: JoinHandle<()>,
}

impl Teller {
    pub fn start(shop: &Arc<Shop>) -> Self {
        let (batches, waiting) = mpsc::channel(WAITING_MAX);
        Self { batches, task: tokio::spawn(tell_all(Arc::clone(shop), waiting)) }
    }

    /// Hands over what was archived.
    pub async fn tell(&self, placed: Vec<Placed>) {
        if !placed.is_empty() {
            // Who is not told is told by the look that each server takes once a second.
            self.batches.send(placed).await.ok();
        }
    }

    /// Waits until everything is told.
    pub async fn end(self) {
        drop(self.batches);
        self.task.await.ok();
    }
}

async fn tell_all(shop: Arc<Shop>, mut waiting: mpsc::Receiver<Vec<Placed>>) {
    let mut batches = Vec::with_capacity(WAITING_MAX);
    while waiting.recv_many(&mut batches, WAITING_MAX).await > 0 {
        if let Err(fault) = tell(&shop, batches.drain(..).flatten().collect()).await {
            fault.log();
        }
    }
}

async fn tell(shop: &Shop, placed: Vec<Placed>) -> Outcome<()> {
    let names = names_of(shop, placed.iter().filter_map(|placed| placed.writer)).await?;
    let mut said: BTreeMap<RoomId, Vec<Message>> = BTreeMap::new();
    for Placed { room, mut message, writer } in placed {
        message.name = writer.and_then(|member| names.get(&member).cloned());
        said.entry(room).or_default().push(message);
    }
    news::publish_said(shop, said).await
}
