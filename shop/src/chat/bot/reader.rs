//! The bot as a reader of the log: one of a group of its own, beside the archiver's.

use super::respond::{respond, rooms_to_look_into};
use crate::chat::log::{Batch, Haste, Patience, Reader};
use crate::{Fault, Outcome, Shop};
use std::sync::Arc;
use std::time::Duration;

/// The group in which servers share the bot's work.
const PURPOSE: &str = "bot";
/// A tenth of a second makes no answer late.
const HASTE: Haste = Haste::Some { wait_ms: "100" };
/// Records that are read at once at most.
const BATCH_MAX: usize = 50;
/// A wait for the first record.
const BLOCK: Duration = Duration::from_secs(1);

/// One server's share of the bot's work.
pub struct Bot {
    shop: Arc<Shop>,
    reader: Reader,
    /// Read, and not noted yet.
    batch: Batch,
    /// How many records of the batch are done with.
    done: usize,
}

impl Bot {
    /// Joins those who answer. The topic must be there.
    ///
    /// # Errors
    /// This shop has no chat.
    pub fn join(shop: &Arc<Shop>) -> Outcome<Self> {
        let reader = Reader::join(shop, PURPOSE, HASTE)?;
        Ok(Self { shop: Arc::clone(shop), reader, batch: Batch::default(), done: 0 })
    }

    /// Answers without end.
    pub async fn run(&mut self) {
        let mut patience = Patience::default();
        loop {
            patience.keep(self.step(BLOCK).await).await;
        }
    }

    /// Answers what has come, waiting at most `block` for it, and notes that it did. Gives how many
    /// records that were.
    ///
    /// # Errors
    /// A part is down: the next step goes on with the same record.
    pub async fn step(&mut self, block: Duration) -> Outcome<usize> {
        let done = self.answer(block).await?;
        self.reader.done(&self.batch);
        self.batch = Batch::default();
        self.done = 0;
        Ok(done)
    }

    /// The same without noting it. A server that dies before it has noted what it did leaves it to
    /// another one to do again, which says each answer under the key that it has already.
    ///
    /// # Errors
    /// A part is down.
    pub async fn answer(&mut self, block: Duration) -> Outcome<usize> {
        if self.batch.is_empty() {
            self.batch = self.reader.next(BATCH_MAX, block).await?;
        }
        let rooms = rooms_to_look_into(&self.shop, &self.batch.records[self.done..]).await?;
        while let Some(record) = self.batch.records.get(self.done) {
            if rooms.contains(&record.room) {
                match respond(&self.shop, record).await {
                    // Nobody waits for ever for a record that cannot be answered.
                    Err(Fault::Broken(cause)) => {
                        let (room, key) = (record.room.0, record.key);
                        tracing::error!(cause, room, %key, "the bot passes a message over");
                    }
                    answer => answer?,
                }
            }
            self.done += 1;
        }
        Ok(self.done)
    }

    /// Tells the others at once that they are to go on.
    pub async fn leave(self) {
        self.reader.leave().await;
    }
}
