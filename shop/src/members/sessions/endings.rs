//! Which sessions have ended, in memory on every server.

use super::token::{
    SESSION_LIFE, SESSION_RENEWED_AFTER, Sealed, Session, SessionId, SessionKey, Token,
};
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
        self.open(text, now).map(|(sealed, _)| sealed.session)
    }

    /// The same, and the token that takes the place of one that is no longer fresh: same session,
    /// same secret, same end of the session. It bears the seal of the same key: what a key sealed
    /// ends with it, whoever comes meanwhile.
    pub fn believe_and_renew(&self, text: &str, now: Moment) -> Option<(Session, Option<Token>)> {
        let (sealed, key) = self.open(text, now)?;
        let is_due = sealed.seen_at.plus(SESSION_RENEWED_AFTER) < now;
        let renewed = is_due.then(|| Sealed { seen_at: now, ..sealed }.seal(key));
        Some((sealed.session, renewed))
    }

    fn open(&self, text: &str, now: Moment) -> Option<(Sealed, &SessionKey)> {
        let (sealed, key) = Sealed::open(text, &self.believed)?;
        let is_alive = now < sealed.good_until() && !self.has_ended(sealed.session.id);
        is_alive.then_some((sealed, key))
    }

    /// Whether no key of the shop has sealed a cookie's text. One that is too old, or whose session has
    /// ended, is none of those.
    pub fn is_forged(&self, text: &str) -> bool {
        Sealed::open(text, &self.believed).is_none()
    }

    /// Whether somebody ended this session.
    pub fn has_ended(&self, id: SessionId) -> bool {
        self.ended.read().contains(&id)
    }

    /// The token of a session that starts. Whether the session has a row is the caller's concern: without
    /// one nobody can ever end it.
    pub fn seal(&self, session: Session, secret: [u8; 16]) -> Token {
        Sealed { session, seen_at: session.started_at, secret }.seal(&self.signing)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::MemberId;

    fn sessions(digits: &[&str]) -> Sessions {
        let keys = digits.iter().map(|digit| SessionKey::parse(&digit.repeat(64)).expect("a key"));
        Sessions::new(keys.collect()).expect("a key")
    }

    #[test]
    fn a_renewed_token_ends_with_the_key_of_the_one_before_it() {
        let started_at = Moment::from_ms(1_795_000_000_000);
        let session = Session { id: SessionId(7), member: MemberId(1), started_at };
        let old = sessions(&["1"]).seal(session, [9; 16]).to_text();
        let renew = |at| sessions(&["2", "1"]).believe_and_renew(&old, at);
        let an_hour = started_at.plus(SESSION_RENEWED_AFTER);
        assert!(matches!(renew(an_hour), Some((known, None)) if known == session));
        let later = an_hour.plus(Duration::from_millis(1));
        let Some((known, Some(token))) = renew(later) else { panic!("no token") };
        assert_eq!(known, session);
        assert_eq!(sessions(&["1"]).believe(&token.to_text(), later), Some(session));
        assert_eq!(sessions(&["2"]).believe(&token.to_text(), later), None);
    }
}
