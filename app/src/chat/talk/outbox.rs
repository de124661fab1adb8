//! What the reader has written and the room does not show yet. Nothing leaves it but by being
//! shown, or by the reader's own hand.

use super::pause::Pause;
use serde::{Deserialize, Serialize};
use shop::chat::{Card, MessageKey};
use shop::{Moment, Refusal};

/// What goes along with a message: what it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Along {
    /// As it is sent: `product:12`, `order:34`.
    pub what: String,
    /// As it is shown meanwhile, if the page knows.
    pub card: Option<Card>,
}

impl From<Card> for Along {
    fn from(card: Card) -> Self {
        Self { what: card.about().to_string(), card: Some(card) }
    }
}

/// A message as the reader wrote it. Its key is made once, and makes every try the same message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Its key.
    pub key: MessageKey,
    /// What is said.
    pub text: String,
    /// What it is about.
    pub about: Option<Along>,
}

/// How far a message has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Delivery {
    /// It waits for its turn.
    Queued,
    /// It waits for the next try.
    Delayed,
    /// It is on its way.
    Sending,
    /// It cannot be lost any more, and will have its place in a moment.
    Sent,
    /// The server will not have it, and says why.
    Refused(Refusal),
}

/// A message and how far it has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Unshown {
    /// The message.
    pub draft: Draft,
    /// How far it has come.
    pub delivery: Delivery,
}

/// The messages in the order in which they were written, and sent: one after the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outbox {
    messages: Vec<Unshown>,
    pause: Pause,
}

impl Outbox {
    /// Takes in what was written. What is there already is left out.
    pub fn add(&mut self, draft: Draft) {
        if self.find(draft.key).is_none() {
            self.messages.push(Unshown { draft, delivery: Delivery::Queued });
        }
    }

    /// The messages.
    pub fn messages(&self) -> &[Unshown] {
        &self.messages
    }

    /// What would be lost if the page were closed.
    pub fn unsent(&self) -> Vec<Draft> {
        let unsent = self.messages.iter().filter(|m| m.delivery != Delivery::Sent);
        unsent.map(|message| message.draft.clone()).collect()
    }

    /// Whether a message waits for the next try: the shop cannot take it just now.
    pub fn is_delayed(&self) -> bool {
        self.messages.iter().any(|message| message.delivery == Delivery::Delayed)
    }

    /// Whether a message was sent and is not shown yet.
    pub fn awaits(&self) -> bool {
        self.messages.iter().any(|message| message.delivery == Delivery::Sent)
    }

    /// When the next message may be sent.
    pub fn wakes_at(&self) -> Option<Moment> {
        self.head().map(|_| self.pause.until)
    }

    /// The message whose turn it is. It counts as being on its way from here on.
    pub fn due(&mut self, now: Moment) -> Option<Draft> {
        let is_due = self.pause.until <= now;
        let at = self.head().filter(|_| is_due)?;
        self.messages[at].delivery = Delivery::Sending;
        Some(self.messages[at].draft.clone())
    }

    /// What became of a try.
    pub fn answered(
        &mut self,
        key: MessageKey,
        answer: Result<(), Refusal>,
        now: Moment,
        dice: f64,
    ) {
        let delivery = match answer {
            Ok(()) => {
                self.pause = Pause::default();
                Delivery::Sent
            }
            Err(refusal) if may_pass(&refusal) => {
                self.pause.lengthen(refusal.retry_after_s(), now, dice);
                Delivery::Delayed
            }
            Err(refusal) => Delivery::Refused(refusal),
        };
        // A late answer to an earlier try takes nothing back.
        if let Some(message) = self.find(key).filter(|m| m.delivery != Delivery::Sent) {
            message.delivery = delivery;
        }
    }

    /// The message is shown: it needs no keeping any more.
    pub fn shown(&mut self, is_shown: impl Fn(MessageKey) -> bool) {
        self.messages.retain(|message| !is_shown(message.draft.key));
    }

    /// Tries again at once, by the reader's wish.
    pub fn try_again(&mut self, key: MessageKey) {
        if let Some(message) = self.find(key)
            && matches!(message.delivery, Delivery::Delayed | Delivery::Refused(_))
        {
            message.delivery = Delivery::Queued;
            self.hurry();
        }
    }

    /// Tries those again that were refused for this reason, which holds no more.
    pub fn try_again_after(&mut self, reason: &Refusal) {
        for message in &mut self.messages {
            if matches!(&message.delivery, Delivery::Refused(refusal) if refusal == reason) {
                message.delivery = Delivery::Queued;
            }
        }
    }

    /// No more waiting before the next try.
    pub fn hurry(&mut self) {
        self.pause = Pause::default();
    }

    /// What was on its way may have been lost with the page's connection: the same key is sent again.
    pub fn forget_answers(&mut self) {
        for message in &mut self.messages {
            if message.delivery == Delivery::Sending {
                message.delivery = Delivery::Queued;
            }
        }
        self.hurry();
    }

    /// Gives a message that was not sent back to the reader's hand.
    pub fn take_back(&mut self, key: MessageKey) -> Option<Draft> {
        let at = self.messages.iter().position(|message| {
            let is_theirs = matches!(message.delivery, Delivery::Refused(_));
            message.draft.key == key && is_theirs
        })?;
        Some(self.messages.remove(at).draft)
    }

    /// The first that waits, if nothing is on its way.
    fn head(&self) -> Option<usize> {
        let is_ready = |m: &Unshown| matches!(m.delivery, Delivery::Queued | Delivery::Delayed);
        let is_busy = self.messages.iter().any(|m| m.delivery == Delivery::Sending);
        if is_busy { None } else { self.messages.iter().position(is_ready) }
    }

    fn find(&mut self, key: MessageKey) -> Option<&mut Unshown> {
        self.messages.iter_mut().find(|message| message.draft.key == key)
    }
}

/// Whether the same message may be taken later, without anybody's help.
fn may_pass(refusal: &Refusal) -> bool {
    refusal.retry_after_s().is_some() || *refusal == Refusal::Broken
}
