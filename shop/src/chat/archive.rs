//! The archiver: takes messages out of the log, gives each its number, and keeps it in MySQL.
//! Only then is it shown to anybody.

mod number;
mod tell;
mod write;

use super::log::{Batch, Haste, Patience, Reader, Record};
use super::{Message, RoomId};
use crate::members::MemberId;
use crate::{Fault, Outcome, Shop};
use std::sync::Arc;
use std::time::Duration;

/// The group in which servers share the archiver's work.
pub(super) const PURPOSE: &str = "archiver";
/// Messages that are archived in one transaction at most.
const BATCH_MAX: usize = 500;
/// A wait for the first message; whoever waits hears of a stop at once all the same.
const BLOCK: Duration = Duration::from_secs(1);

/// A message that got its place.
struct Placed {
    room: RoomId,
    /// Without its writer's name.
    message: Message,
    /// Whose name stands at it.
    writer: Option<MemberId>,
}

/// One server's share of the archiver's work.
pub struct Archiver {
    shop: Arc<Shop>,
    reader: Reader,
    /// Read and not archived yet: it is tried until MySQL takes it.
    batch: Batch,
    teller: tell::Teller,
}

impl Archiver {
    /// Joins those who archive. The topic must be there.
    ///
    /// # Errors
    /// This shop has no chat.
    pub fn join(shop: &Arc<Shop>) -> Outcome<Self> {
        let reader = Reader::join(shop, PURPOSE, Haste::Great)?;
        let teller = tell::Teller::start(shop);
        Ok(Self { shop: Arc::clone(shop), reader, batch: Batch::default(), teller })
    }

    /// Archives without end. Whoever stops it in the middle of a batch loses nothing.
    pub async fn run(&mut self) {
        let mut patience = Patience::default();
        loop {
            patience.keep(self.step(BLOCK).await).await;
        }
    }

    /// One batch, waiting at most `block` for somebody to say something. Gives how many messages
    /// got their place.
    ///
    /// The offsets are noted after the commit: a server that dies in between lets another one read
    /// the batch again, which then finds every key in its room.
    ///
    /// # Errors
    /// A part is down: the next step tries the same batch.
    pub async fn step(&mut self, block: Duration) -> Outcome<usize> {
        if self.batch.is_empty() {
            self.batch = self.reader.next(BATCH_MAX, block).await?;
        }
        let placed = archive(&self.shop, &self.batch.records).await?;
        self.reader.done(&self.batch);
        self.batch = Batch::default();
        let count = placed.len();
        metrics::counter!("seonchak_chat_archived_total").increment(count as u64);
        self.teller.tell(placed).await;
        Ok(count)
    }

    /// Tells what was archived, and the others at once that they are to go on.
    pub async fn leave(self) {
        tokio::join!(self.reader.leave(), self.teller.end());
    }
}

/// Archives records. If MySQL refuses all of them for the sake of one, each is tried by itself,
/// and what is refused alone is passed over: one bad record keeps nobody waiting for ever.
async fn archive(shop: &Shop, records: &[Record]) -> Outcome<Vec<Placed>> {
    match write::write(shop, records).await {
        Err(Fault::Broken(cause)) => tracing::error!(cause, "a batch of the chat is refused"),
        answer => return answer,
    }
    let mut placed = Vec::new();
    for record in records {
        match write::write(shop, std::slice::from_ref(record)).await {
            Ok(one) => placed.extend(one),
            Err(Fault::Broken(cause)) => {
                let (room, key) = (record.room.0, record.key);
                tracing::error!(cause, room, %key, "a message of the chat is passed over");
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(placed)
}
