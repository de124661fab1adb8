//! The rooms, page by page.

use super::super::access::state_of;
use super::at_work::at_work;
use super::preview::{body_of, side_of};
use super::{Newest, ROOMS_COUNTED_MAX, ROOMS_PER_PAGE, RoomList, RoomRow, Shopper, Tab};
use crate::chat::{Room, RoomId, RoomState};
use crate::members::{MemberId, require_staff};
use crate::{Moment, Outcome, Shop};

/// Nobody turns that many pages, and MySQL would have to.
const PAGE_MAX: u32 = 500;

struct Row {
    id: u64,
    member_id: Option<u64>,
    shopper: Option<String>,
    state: String,
    state_at: Moment,
    opened_at: Moment,
    counsellor_id: Option<u64>,
    counsellor: Option<String>,
    last_number: u32,
    read_by_shopper: u32,
    read_by_shop: u32,
    side: Option<String>,
    body: Option<String>,
    sent_at: Option<Moment>,
}

/// A page of the rooms of a tab. A macro, since the text of a `query_as!` is written out. The
/// index that holds the tab's order is named: some optimizers would rather sort everything.
macro_rules! rooms {
    ($shop:expr, $index:tt, $filter:tt, $order:tt, $order_again:tt, $page:expr $(, $value:expr)*) => {
        sqlx::query_as!(
            Row,
            r#"select straight_join r.id, r.member_id, m.name as "shopper?", r.state,
                      r.state_at as "state_at: Moment", r.opened_at as "opened_at: Moment",
                      r.counsellor_id, c.name as "counsellor?", r.last_number,
                      r.read_by_shopper, r.read_by_shop, n.side as "side?",
                      cast(n.body as char) as "body?: String", n.sent_at as "sent_at?: Moment"
               from (select id from chat_rooms force index ("#
                + $index
                + ") where "
                + $filter
                + " order by "
                + $order
                + r#" limit ? offset ?) page
               join chat_rooms r on r.id = page.id
               left join members m on m.id = r.member_id
               left join members c on c.id = r.counsellor_id
               left join chat_messages n on n.room_id = r.id and n.number = r.last_number
               order by "#
                + $order_again,
            $($value,)*
            ROOMS_PER_PAGE + 1,
            ($page - 1) * ROOMS_PER_PAGE,
        )
        .fetch_all(&$shop.mysql)
        .await?
    };
}

/// A page, from 1, of the rooms in a tab, and how many there are in each. For those who work for
/// the shop; who asks is at work.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal).
pub async fn list(shop: &Shop, by: MemberId, tab: Tab, page: u32) -> Outcome<RoomList> {
    require_staff(shop, by).await?;
    let page = page.clamp(1, PAGE_MAX);
    let (rows, counts, at_work) =
        tokio::try_join!(rows(shop, by, tab, page), counts(shop, by), at_work(shop, by))?;
    // One more than is shown was asked for, only to see that it is there.
    let shown = ROOMS_PER_PAGE as usize;
    let has_next = rows.len() > shown && page < PAGE_MAX;
    let rooms = rows.into_iter().take(shown).map(|row| row.into_room(by));
    let rooms = rooms.collect::<Outcome<Vec<_>>>()?;
    Ok(RoomList { rooms, counts, page, has_next, at_work, now: shop.now() })
}

async fn rows(shop: &Shop, by: MemberId, tab: Tab, page: u32) -> Outcome<Vec<Row>> {
    Ok(match tab {
        Tab::Waiting => rooms!(
            shop,
            "chat_rooms_state",
            "state = 'waiting'",
            "state_at, id",
            "r.state_at, r.id",
            page
        ),
        Tab::Mine => rooms!(
            shop,
            "chat_rooms_counsellor",
            "counsellor_id = ? and state = 'taken'",
            "last_message_at desc, id desc",
            "r.last_message_at desc, r.id desc",
            page,
            by.0
        ),
        Tab::All => rooms!(
            shop,
            "chat_rooms_newest",
            "true",
            "last_message_at desc, id desc",
            "r.last_message_at desc, r.id desc",
            page
        ),
        Tab::Closed => rooms!(
            shop,
            "chat_rooms_state",
            "state = 'closed'",
            "state_at desc, id desc",
            "r.state_at desc, r.id desc",
            page
        ),
    })
}

/// How many rooms there are in each tab, one short walk along an index each.
async fn counts(shop: &Shop, by: MemberId) -> Outcome<Vec<(Tab, u32)>> {
    let row = sqlx::query!(
        r#"select (select count(*) from (select 1 from chat_rooms
                   where state = 'waiting' limit ?) w) as "waiting!",
                  (select count(*) from (select 1 from chat_rooms
                   where counsellor_id = ? and state = 'taken' limit ?) m) as "mine!",
                  (select count(*) from (select 1 from chat_rooms limit ?) a) as "all!",
                  (select count(*) from (select 1 from chat_rooms
                   where state = 'closed' limit ?) c) as "closed!""#,
        ROOMS_COUNTED_MAX,
        by.0,
        ROOMS_COUNTED_MAX,
        ROOMS_COUNTED_MAX,
        ROOMS_COUNTED_MAX,
    )
    .fetch_one(&shop.mysql)
    .await?;
    let counts = [
        (Tab::Waiting, row.waiting),
        (Tab::Mine, row.mine),
        (Tab::All, row.all),
        (Tab::Closed, row.closed),
    ];
    let counted = |(tab, rooms)| (tab, u32::try_from(rooms).unwrap_or(ROOMS_COUNTED_MAX));
    Ok(counts.map(counted).to_vec())
}

impl Row {
    fn into_room(self, by: MemberId) -> Outcome<RoomRow> {
        let newest = match (self.side, self.body, self.sent_at) {
            (Some(side), Some(body), Some(sent_at)) => {
                Some(Newest { side: side_of(&side)?, body: body_of(&body)?, sent_at })
            }
            _ => None,
        };
        let state: RoomState = state_of(&self.state)?;
        Ok(RoomRow {
            room: Room {
                id: RoomId(self.id),
                state,
                state_at: self.state_at,
                counsellor: self.counsellor,
                opened_at: self.opened_at,
                last_number: self.last_number,
                read_by_shopper: self.read_by_shopper,
                read_by_shop: self.read_by_shop,
            },
            shopper: shopper_of(self.member_id, self.shopper),
            is_mine: self.counsellor_id == Some(by.0),
            newest,
        })
    }
}

/// Whose talk it is, from its columns.
pub(super) fn shopper_of(member: Option<u64>, name: Option<String>) -> Shopper {
    match (member, name) {
        (Some(id), Some(name)) => Shopper::Member { id: MemberId(id), name },
        _ => Shopper::Visitor,
    }
}
