//! What was said, as far as a page has it: a run of messages without a gap. What comes too early
//! waits beside it until the gap is healed.

use shop::chat::{Message, MessageKey, Side};
use std::collections::BTreeMap;

/// The messages of a room. Numbers make them one list, whatever order they come in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thread {
    run: Vec<Message>,
    ahead: BTreeMap<u32, Message>,
}

impl Thread {
    /// Takes in the newest messages of the room, as the server tells them at once.
    pub fn take_newest(&mut self, messages: Vec<Message>) {
        if self.run.is_empty() && !messages.is_empty() {
            self.run = messages;
            self.catch_up();
        } else {
            self.take(messages);
        }
    }

    /// Takes in messages in any order; those that are there already are left out.
    pub fn take(&mut self, messages: Vec<Message>) {
        let next = self.next();
        let new = messages.into_iter().filter(|message| message.number >= next);
        self.ahead.extend(new.map(|message| (message.number, message)));
        self.catch_up();
    }

    /// Takes in messages that are older than the oldest one.
    pub fn take_older(&mut self, messages: Vec<Message>) {
        let Some(first) = self.run.first().map(|message| message.number) else {
            return self.take_newest(messages);
        };
        let mut older: Vec<_> = messages.into_iter().filter(|m| m.number < first).collect();
        if older.last().is_some_and(|message| message.number + 1 == first) {
            older.append(&mut self.run);
            self.run = older;
        }
    }

    /// The messages, the oldest first, without a gap.
    pub fn messages(&self) -> &[Message] {
        &self.run
    }

    /// The number of the newest one; 0 if there is none.
    pub fn last(&self) -> u32 {
        self.run.last().map_or(0, |message| message.number)
    }

    /// The number of the oldest one; 0 if there is none.
    pub fn first(&self) -> u32 {
        self.run.first().map_or(0, |message| message.number)
    }

    /// Whether a message is known that is not the next one.
    pub fn has_gap(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// Whether a message is there, or waits for those before it.
    pub fn has(&self, key: MessageKey) -> bool {
        // The newest first: it is one of those that were just sent.
        self.run.iter().rev().chain(self.ahead.values()).any(|message| message.key == key)
    }

    /// How many after this number the shop's side has written.
    pub fn unread_after(&self, number: u32) -> usize {
        let new = self.run.iter().rev().take_while(|message| message.number > number);
        new.filter(|message| is_to_be_read(message)).count()
    }

    /// The newest that the shop's side has written; 0 if it has not.
    pub fn last_to_be_read(&self) -> u32 {
        let message = self.run.iter().rev().find(|message| is_to_be_read(message));
        message.map_or(0, |message| message.number)
    }

    fn next(&self) -> u32 {
        self.last() + 1
    }

    fn catch_up(&mut self) {
        while let Some(message) = self.ahead.remove(&self.next()) {
            self.run.push(message);
        }
        self.ahead = self.ahead.split_off(&self.next());
    }
}

/// What somebody has written. An event stands there whether it is read or not.
fn is_to_be_read(message: &Message) -> bool {
    matches!(message.side, Side::Counsellor | Side::Bot)
}
