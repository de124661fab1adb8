//! Every order that a search finds, in batches, for a file.

use super::super::rows::state_of;
use super::super::{OrderId, State, Totals};
use super::filter::{Filter, Whose};
use super::find::{self, Place};
use super::list::numbers;
use super::{Buyer, OrderSearch};
use crate::audit::{self, Subject};
use crate::members::{MemberId, require_admin};
use crate::{Bilingual, Moment, Outcome, Shop, Won};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// Orders read at once: some 500 kB in memory, and some 10 ms of MySQL.
const ORDERS_PER_BATCH: u32 = 1_000;

/// An order with everything that the file says of it.
#[derive(Clone, Debug)]
pub struct ExportedOrder {
    /// Its number.
    pub id: OrderId,
    /// When it was placed.
    pub placed_at: Moment,
    /// What it is.
    pub state: State,
    /// Who bought.
    pub buyer: Buyer,
    /// Who receives it.
    pub recipient: String,
    /// Their telephone number.
    pub phone: Option<String>,
    /// Where it goes.
    pub address: String,
    /// What was bought, and how many of each.
    pub items: Vec<(Bilingual, u16)>,
    /// What it comes to, line by line.
    pub totals: Totals,
    /// The coupon's code.
    pub coupon: Option<String>,
}

/// An export under way. Every batch is a query of its own that goes on where the last one ended:
/// no transaction stays open while somebody's line is slow, and who goes away stops it.
pub struct Export {
    shop: Arc<Shop>,
    filter: Filter,
    /// The last order given; `None` once there are no more.
    place: Option<Place>,
}

/// What the record says of an export. Words that name a member are not repeated in it.
#[derive(Serialize)]
struct Noted<'a> {
    state: &'a str,
    from: &'a str,
    to: &'a str,
    words: &'a str,
}

/// Begins an export of what the search finds, newest first, and writes it into the record: the
/// file holds the addresses of many. For admins.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal) for others; what is wrong with the search.
pub async fn export(shop: Arc<Shop>, by: MemberId, search: &OrderSearch) -> Outcome<Export> {
    require_admin(&shop, by).await?;
    let filter = search.parse()?;
    let words = match filter.whose {
        Whose::Everybodys => "",
        Whose::Of(_) => search.words.trim(),
        Whose::Like(_) => "member",
    };
    let detail = Noted { state: &search.state, from: &search.from, to: &search.to, words };
    let mut connection = shop.mysql.acquire().await?;
    audit::note(&mut connection, shop.now(), by, "orders.export", Subject::Shop, &detail).await?;
    drop(connection);
    let place = Some(Place::before_all(&filter));
    Ok(Export { shop, filter, place })
}

impl Export {
    /// The next batch; an empty one is the end.
    ///
    /// # Errors
    /// MySQL is down. What was given until then is not the whole.
    pub async fn next_batch(&mut self) -> Outcome<Vec<ExportedOrder>> {
        let Some(place) = self.place else {
            return Ok(vec![]);
        };
        let mysql = &self.shop.mysql;
        let places = find::after(mysql, &self.filter, place, 0, ORDERS_PER_BATCH).await?;
        let is_last = places.len() < ORDERS_PER_BATCH as usize;
        let orders = self.read(&places).await?;
        self.place = places.last().copied().filter(|_| !is_last);
        Ok(orders)
    }

    async fn read(&self, places: &[Place]) -> Outcome<Vec<ExportedOrder>> {
        let numbers = numbers(places);
        let mut items = self.items(&numbers).await?;
        let rows = sqlx::query!(
            r#"select straight_join o.id, o.placed_at as "placed_at: Moment", o.state,
                      o.goods_won, o.discount_won, o.delivery_won, o.total_won,
                      o.recipient, o.phone, o.address, o.member_id, m.name, m.email,
                      c.code as "code?"
               from json_table(?, '$[*]' columns (id bigint unsigned path '$')) found
               join orders o on o.id = found.id
               join members m on m.id = o.member_id
               left join coupons c on c.id = o.coupon_id
               order by o.placed_at desc, o.id desc"#,
            numbers,
        )
        .fetch_all(&self.shop.mysql)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(ExportedOrder {
                    id: OrderId(row.id),
                    placed_at: row.placed_at,
                    state: state_of(&row.state)?,
                    buyer: Buyer { id: MemberId(row.member_id), name: row.name, email: row.email },
                    recipient: row.recipient,
                    phone: row.phone,
                    address: row.address,
                    items: items.remove(&row.id).unwrap_or_default(),
                    totals: Totals {
                        goods: Won(row.goods_won),
                        discount: Won(row.discount_won),
                        delivery: Won(row.delivery_won),
                        total: Won(row.total_won),
                    },
                    coupon: row.code,
                })
            })
            .collect()
    }

    /// What was bought, by the order's number.
    async fn items(&self, numbers: &str) -> Outcome<HashMap<u64, Vec<(Bilingual, u16)>>> {
        let rows = sqlx::query!(
            "select straight_join l.order_id, l.name_ko, l.name_en, l.count
             from json_table(?, '$[*]' columns (id bigint unsigned path '$')) found
             join order_lines l on l.order_id = found.id
             order by l.order_id, l.position",
            numbers,
        )
        .fetch_all(&self.shop.mysql)
        .await?;
        let mut items: HashMap<u64, Vec<_>> = HashMap::new();
        for row in rows {
            let name = Bilingual { ko: row.name_ko, en: row.name_en };
            items.entry(row.order_id).or_default().push((name, row.count));
        }
        Ok(items)
    }
}
