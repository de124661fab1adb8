//! One of the connections that the crowd shares.

use crate::http::{Address, Connection, FormRequest, Response};
use crate::stage::{Actor, Stage};
use crate::told::{Answer, Told};
use std::time::Duration;
use tokio::time::{Instant, timeout};

/// Whoever waited this long has gone elsewhere: what became of the request is unknown.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(2);

/// What a member asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// A ticket, please.
    Join,
    /// How do I stand?
    Mine,
}

impl Question {
    /// Where to.
    pub fn path(self) -> &'static str {
        match self {
            Self::Join => "/api/drops/join",
            Self::Mine => "/api/drops/mine",
        }
    }
}

/// Speaks to one server as long as it answers, else to the next.
pub struct Client<'a> {
    addresses: &'a [Address],
    turn: usize,
    connection: Option<Connection>,
}

impl<'a> Client<'a> {
    /// The `turn`th of the clients: it begins with the server whose turn it is.
    pub fn new(addresses: &'a [Address], turn: usize) -> Self {
        Self { addresses, turn, connection: None }
    }

    /// Connects, unless it is connected. While nobody can be reached, that is no error yet.
    pub async fn connect(&mut self) {
        if self.connection.as_ref().is_some_and(|connection| !connection.is_closed()) {
            return;
        }
        for _ in 0..self.addresses.len() {
            let address = &self.addresses[self.turn % self.addresses.len()];
            let opened = timeout(CONNECT_TIMEOUT, Connection::open(address)).await;
            self.connection = opened.ok().and_then(Result::ok);
            if self.connection.is_some() {
                return;
            }
            self.turn += 1;
        }
    }

    /// Asks in a member's name.
    pub async fn ask(&mut self, stage: &Stage, actor: &Actor, question: Question) -> Told {
        let request =
            FormRequest { path: question.path(), session: &actor.session, form: &stage.form };
        let answer = self.send(request).await.map_or(Answer::Unknown, |r| Answer::read(&r));
        Told { member: actor.member, at: stage.timeline.moment_of(Instant::now()), answer }
    }

    /// `None` if no answer came. Nothing is sent twice: what became of the first is unknown.
    async fn send(&mut self, request: FormRequest<'_>) -> Option<Response> {
        self.connect().await;
        let connection = self.connection.as_mut()?;
        match timeout(ANSWER_TIMEOUT, connection.send(request)).await {
            Ok(Ok(response)) => {
                if response.closes {
                    self.connection = None;
                }
                Some(response)
            }
            _ => {
                self.connection = None;
                self.turn += 1;
                None
            }
        }
    }
}
