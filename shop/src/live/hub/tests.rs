//! What the hub does when it is crowded.

use super::*;
use crate::members::sessions::SESSION_DAYS_MAX;

#[tokio::test]
async fn who_reads_too_slowly_is_let_go_and_nobody_waits_for_them() {
    let hub = Hub::default();
    let (slow, mut unread) = hub.connect(None);
    let (quick, mut read) = hub.connect(None);
    let frame = ToBrowser::Hello { now: Moment::from_ms(0) };
    for _ in 0..=QUEUE_FRAMES_MAX {
        hub.tell(slow, &frame);
        hub.tell(quick, &frame);
        assert!(matches!(read.recv().await, Some(Outgoing::Frame(_))));
    }
    assert_eq!(hub.sockets(), 1, "the slow one is gone, the quick one stays");
    let mut waited = 0;
    while unread.recv().await.is_some() {
        waited += 1;
    }
    assert_eq!(waited, QUEUE_FRAMES_MAX, "never more than its queue waits for anybody");
}

#[test]
fn nobody_follows_without_end() {
    let hub = Hub::default();
    let (id, _queue) = hub.connect(None);
    for drop in 0..100 {
        hub.follow(id, DropId(drop));
    }
    assert_eq!(hub.inner.lock().followers.len(), FOLLOWED_MAX);
    hub.disconnect(id);
    assert!(hub.inner.lock().followers.is_empty());
}

#[test]
fn a_socket_closes_when_the_time_of_its_session_is_over() {
    let hub = Hub::default();
    let started_at = Moment::from_ms(0);
    let session = Session { id: SessionId(1), member: MemberId(7), started_at };
    let (_, mut visitor) = hub.connect(None);
    let (_, mut member) = hub.connect(Some(session));
    let over = started_at.plus(Duration::from_secs(u64::from(SESSION_DAYS_MAX) * 24 * 60 * 60));
    hub.close_over(over.minus(Duration::from_millis(1)));
    assert!(member.try_recv().is_err());
    hub.close_over(over);
    assert_eq!(member.try_recv(), Ok(Outgoing::Close(Closing::SessionEnded)));
    assert!(visitor.try_recv().is_err());
}

#[test]
fn a_member_goes_with_the_last_socket_and_not_by_looking_elsewhere() {
    let hub = Hub::default();
    let (member, drop_id) = (MemberId(7), DropId(1));
    let session = Session { id: SessionId(1), member, started_at: Moment::from_ms(0) };
    let (first, _queue) = hub.connect(Some(session));
    let (second, _queue) = hub.connect(Some(session));
    hub.follow(first, drop_id);
    let change = |is_there| ComingOrGoing { drop_id, member, is_there };
    assert_eq!(hub.take_comings_and_goings(), [change(true)]);
    hub.unfollow(first, drop_id);
    hub.disconnect(first);
    assert!(hub.take_comings_and_goings().is_empty());
    assert_eq!(hub.who_is_there(), [(drop_id, member)]);
    hub.disconnect(second);
    let gone = hub.take_comings_and_goings();
    assert_eq!(gone, [change(false)]);
    assert!(hub.who_is_there().is_empty());
    // Told in vain, and there again before it could be told anew.
    hub.give_back(gone);
    let (third, _queue) = hub.connect(Some(session));
    hub.follow(third, drop_id);
    assert_eq!(hub.take_comings_and_goings(), [change(true)]);
}
