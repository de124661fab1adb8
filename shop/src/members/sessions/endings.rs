//! Which sessions have ended, in memory on every server.

use super::token::{SESSION_LIFE, Session, SessionId, SessionKey, Token};
use crate::{Moment, Outcome, Shop};
use parking_lot::RwLock;
use std::collections::HashSet;
use std::time::Duration;

/// Endings are read again this far back: a slow commit or a clock that runs behind on another
/// server must not hide one.
const OVERLAP: Duration = Duration::from_secs(60);

/// The keys, and the sessions that have ended although their token is still good.
pub struct Sessions {
    signing: SessionKey,
    believed: Vec<SessionKey>,
    ended: RwLock<HashSet<SessionId>>,
}

impl Sessions {
    /// The first key seals; all of them are believed, so that a key can be replaced without
    /// signing anybody out.
    ///
    /// # Errors
    /// No key at all.
    pub fn new(keys: Vec<SessionKey>) -> Result<Self, String> {
        let signing = keys.first().ok_or("SEONCHAK_SESSION_KEY holds no key")?.clone();
        Ok(Self { signing, believed: keys, ended: RwLock::default() })
    }

    /// The session of a cookie's text, if it is one of ours, not too old and not ended. No I/O.
    pub fn believe(&self, text: &str, now: Moment) -> Option<Session> {
        let token = Token::parse(text)?;
        let session = self.believed.iter().find_map(|key| token.open(key))?;
        let alive = now < session.started_at.plus(SESSION_LIFE);
        (alive && !self.has_ended(session.id)).then_some(session)
    }

    /// Whether no key of the shop has sealed a cookie's text. One that is too old, or whose session has
    /// ended, is none of those.
    pub fn is_forged(&self, text: &str) -> bool {
        let token = Token::parse(text);
        token.and_then(|token| self.believed.iter().find_map(|key| token.open(key))).is_none()
    }

    /// Whether somebody ended this session.
    pub fn has_ended(&self, id: SessionId) -> bool {
        self.ended.read().contains(&id)
    }

    /// The token of a session. Whether the session has a row is the caller's concern: without
    /// one nobody can ever end it.
    pub fn seal(&self, session: Session, secret: [u8; 16]) -> Token {
        Token::seal(&self.signing, session, secret)
    }

    /// A key for something else that the servers of the shop seal. The context names it, for good.
    pub(crate) fn derive(&self, context: &'static str) -> [u8; blake3::KEY_LEN] {
        self.signing.derive(context)
    }

    /// Keeps in mind that a session has ended; `true` if that is news.
    pub(super) fn note_ended(&self, id: SessionId) -> bool {
        self.ended.write().insert(id)
    }
}

/// Reads the sessions that ended since `since` (all that could still be alive, without one),
/// closes their sockets, and gives the moment to go on from.
pub async fn follow_endings(shop: &Shop, since: Option<Moment>) -> Outcome<Moment> {
    let now = shop.now();
    let since = since.map_or_else(|| now.minus(SESSION_LIFE), |since| since.minus(OVERLAP));
    let ended = sqlx::query_scalar!("select id from sessions where ended_at >= ?", since)
        .fetch_all(&shop.mysql)
        .await?;
    for id in ended.into_iter().map(SessionId) {
        if shop.sessions.note_ended(id) {
            shop.hub.close_session(id);
        }
    }
    Ok(now)
}
