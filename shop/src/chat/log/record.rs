//! One record of the log: a message that has no number yet.

use crate::Moment;
use crate::chat::{Body, MessageKey, RoomId, Side};
use crate::members::MemberId;
use serde::{Deserialize, Serialize};

/// A message as Kafka has it, in JSON. Its room's number is the record's key, so that a room's
/// messages keep their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// In which room.
    pub room: RoomId,
    /// By what its sender knows it.
    pub key: MessageKey,
    /// Who speaks.
    pub side: Side,
    /// The member who wrote it, if it was one.
    pub member: Option<MemberId>,
    /// What is said.
    pub body: Body,
    /// When it was sent.
    pub sent_at: Moment,
}
