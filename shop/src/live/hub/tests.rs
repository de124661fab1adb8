//! What the hub does when it is crowded.

use super::*;
use crate::Moment;

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
