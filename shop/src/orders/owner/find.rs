//! Which orders a search finds, each time by an index that holds all it asks.

use super::super::State;
use super::ORDERS_COUNTED_MAX;
use super::filter::{Filter, Whose};
use crate::Moment;
use sqlx::MySqlPool;

/// A place in the list, newest first: what is older comes after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub at: Moment,
    pub id: u64,
}

impl Place {
    /// Before everything that the filter finds.
    pub fn before_all(filter: &Filter) -> Self {
        Self { at: filter.until, id: 0 }
    }
}

/// The places of at most so many orders after the place, once so many are left out.
pub(super) async fn after(
    mysql: &MySqlPool,
    filter: &Filter,
    place: Place,
    left_out: u32,
    limit: u32,
) -> Result<Vec<Place>, sqlx::Error> {
    let (from, at, id) = (filter.from, place.at, place.id);
    match (&filter.whose, filter.state) {
        (Whose::Everybodys, None) => {
            sqlx::query_as!(
                Place,
                r#"select id, placed_at as "at: Moment" from orders
                   where placed_at >= ? and placed_at <= ? and (placed_at < ? or id < ?)
                   order by placed_at desc, id desc limit ? offset ?"#,
                from,
                at,
                at,
                id,
                limit,
                left_out,
            )
            .fetch_all(mysql)
            .await
        }
        (Whose::Everybodys, Some(state)) => {
            sqlx::query_as!(
                Place,
                r#"select id, placed_at as "at: Moment" from orders
                   where state = ? and placed_at >= ? and placed_at <= ?
                     and (placed_at < ? or id < ?)
                   order by placed_at desc, id desc limit ? offset ?"#,
                state.as_str(),
                from,
                at,
                at,
                id,
                limit,
                left_out,
            )
            .fetch_all(mysql)
            .await
        }
        (Whose::Of(order), state) => {
            let state = state.map_or("%", State::as_str);
            sqlx::query_as!(
                Place,
                r#"select id, placed_at as "at: Moment" from orders
                   where id = ? and placed_at >= ? and placed_at <= ?
                     and (placed_at < ? or id < ?) and state like ?
                   limit ? offset ?"#,
                order.0,
                from,
                at,
                at,
                id,
                state,
                limit,
                left_out,
            )
            .fetch_all(mysql)
            .await
        }
        (Whose::Like(pattern), state) => {
            let state = state.map_or("%", State::as_str);
            sqlx::query_as!(
                Place,
                r#"select straight_join o.id, o.placed_at as "at: Moment"
                   from (select id from members where name like ?
                         union select id from members where email like ?) found
                   join orders o force index (orders_of_member) on o.member_id = found.id
                   where o.placed_at >= ? and o.placed_at <= ?
                     and (o.placed_at < ? or o.id < ?) and o.state like ?
                   order by o.placed_at desc, o.id desc limit ? offset ?"#,
                pattern,
                pattern,
                from,
                at,
                at,
                id,
                state,
                limit,
                left_out,
            )
            .fetch_all(mysql)
            .await
        }
    }
}

/// How many orders the search finds in each state, whichever state it asks for.
pub(super) async fn counts(
    mysql: &MySqlPool,
    filter: &Filter,
) -> Result<Vec<(State, u32)>, sqlx::Error> {
    let (from, until) = (filter.from, filter.until);
    let mut counts = Vec::with_capacity(State::ALL.len());
    let by_state = match &filter.whose {
        Whose::Everybodys => {
            for state in State::ALL {
                counts.push((state, count_in(mysql, state, from, until).await?));
            }
            return Ok(counts);
        }
        Whose::Of(order) => {
            sqlx::query_as!(
                StateCount,
                "select state, count(*) as orders from orders
             where id = ? and placed_at >= ? and placed_at < ? group by state",
                order.0,
                from,
                until,
            )
            .fetch_all(mysql)
            .await?
        }
        Whose::Like(pattern) => {
            sqlx::query_as!(
                StateCount,
                "select straight_join o.state, count(*) as orders
             from (select id from members where name like ?
                   union select id from members where email like ?) found
             join orders o force index (orders_of_member) on o.member_id = found.id
             where o.placed_at >= ? and o.placed_at < ?
             group by o.state",
                pattern,
                pattern,
                from,
                until,
            )
            .fetch_all(mysql)
            .await?
        }
    };
    for state in State::ALL {
        let found = by_state.iter().find(|row| row.state == state.as_str());
        let orders = found.map_or(0, |row| u32::try_from(row.orders).unwrap_or(u32::MAX));
        counts.push((state, orders.min(ORDERS_COUNTED_MAX)));
    }
    Ok(counts)
}

struct StateCount {
    state: String,
    orders: i64,
}

async fn count_in(
    mysql: &MySqlPool,
    state: State,
    from: Moment,
    until: Moment,
) -> Result<u32, sqlx::Error> {
    let orders = sqlx::query_scalar!(
        "select count(*) from (
            select id from orders where state = ? and placed_at >= ? and placed_at < ? limit ?
         ) counted",
        state.as_str(),
        from,
        until,
        ORDERS_COUNTED_MAX,
    )
    .fetch_one(mysql)
    .await?;
    Ok(u32::try_from(orders).unwrap_or(u32::MAX))
}
