//! Placing an order: one transaction, or nothing.

use super::basket::Basket;
use super::change::{Change, note_event};
use super::rows::{standing_of, state_of};
use super::tries::{Stop, in_few_tries};
use super::{Card, OrderId, PlaceForm, PressKey, Standing, State, Totals, UNPAID_ORDER_LIFE, pay};
use super::{Destination, NewOrder};
use crate::members::MemberId;
use crate::{CouponProblem, Fault, Moment, Outcome, Refusal, Shop, Won, addresses};
use sqlx::{Connection, MySqlConnection};

/// Places an order, and pays it if the form brings a card. An order whose card is refused stands
/// nevertheless, and waits for another card.
///
/// # Errors
/// As [`place`].
pub async fn check_out(shop: &Shop, member: MemberId, form: &PlaceForm) -> Outcome<Standing> {
    let standing = place(shop, member, form).await?;
    let Ok(Some(card)) = Card::parse_optional(&form.card) else { return Ok(standing) };
    match pay(shop, member, standing.id, card).await {
        // The order stands all the same; its page says the rest.
        Err(Fault::Refused(_)) => standing_of(shop, member, standing.id).await,
        other => other,
    }
}

/// Places an order of what a member has chosen in their cart.
///
/// One press of the button is one order: whoever presses again with the same key is answered with
/// the order of the first press, whatever else the second form says.
///
/// # Errors
/// Everything that is wrong with the form, and all that [`Basket::bill`] refuses. Then nothing has
/// happened.
pub async fn place(shop: &Shop, member: MemberId, form: &PlaceForm) -> Outcome<Standing> {
    let key: PressKey = form.press_key.parse()?;
    let outcome = match form.parse() {
        Ok(order) => in_few_tries(|| try_to_place(shop, member, &order)).await,
        Err(refusal) => Err(refusal.into()),
    };
    match outcome {
        // The cart is empty because this very press has emptied it: look before saying no.
        Err(Fault::Refused(refusal)) => {
            placed_by(shop, member, key).await?.ok_or(Fault::Refused(refusal))
        }
        other => other,
    }
}

/// The order of a press.
async fn placed_by(shop: &Shop, member: MemberId, key: PressKey) -> Outcome<Option<Standing>> {
    let row = sqlx::query!(
        r#"select id, state, total_won, expires_at as "expires_at: Moment"
           from orders where member_id = ? and press_key = ?"#,
        member.0,
        key.bytes(),
    )
    .fetch_optional(&shop.mysql)
    .await?;
    row.map(|row| {
        let (id, total) = (OrderId(row.id), Won(row.total_won));
        Ok(Standing { id, state: state_of(&row.state)?, total, expires_at: row.expires_at })
    })
    .transpose()
}

/// Reads before it locks, and locks the stock last: what everybody wants is held for one round
/// trip, the commit.
async fn try_to_place(shop: &Shop, member: MemberId, order: &NewOrder) -> Result<Standing, Stop> {
    let mut connection = shop.mysql.acquire().await?;
    let basket = Basket::read(&mut connection, member, order).await?;
    let now = shop.now();
    let bill = basket.bill(order, now)?;
    let mut transaction = connection.begin().await?;
    let standing = insert_order(&mut transaction, member, order, &basket, &bill, now).await?;
    if let Some(coupon) = &basket.coupon {
        reserve_coupon(&mut transaction, coupon.id, standing.id, now).await?;
    }
    if let Destination::New(address) = &order.to {
        addresses::keep(&mut transaction, member, address, now).await?;
    }
    let placed = Change { to: State::Placed, at: now, by: Some(member), reason: None };
    note_event(&mut transaction, standing.id, &placed).await?;
    insert_lines(&mut transaction, standing.id, &basket).await?;
    take_from_cart(&mut transaction, &basket).await?;
    take_from_stock(&mut transaction, &basket, now).await?;
    transaction.commit().await?;
    Ok(standing)
}

/// The unique key of the press lets one of many through; the others wait here for its commit.
async fn insert_order(
    transaction: &mut MySqlConnection,
    member: MemberId,
    order: &NewOrder,
    basket: &Basket,
    bill: &Totals,
    now: Moment,
) -> Result<Standing, Stop> {
    let (recipient, phone, address) = match (&order.to, &basket.address) {
        (Destination::New(new), _) => {
            let phone = new.phone.as_ref().map(|phone| phone.as_str());
            (new.recipient.as_str(), phone, new.address.as_str())
        }
        (Destination::Saved(_), Some((who, phone, line))) => {
            (who.as_str(), phone.as_deref(), line.as_str())
        }
        (Destination::Saved(_), None) => return Err(Refusal::NoSuchAddress.into()),
    };
    let expires_at = now.plus(UNPAID_ORDER_LIFE);
    let inserted = sqlx::query!(
        "insert into orders (member_id, press_key, state, placed_at, expires_at, goods_won,
                             discount_won, delivery_won, total_won, coupon_id, recipient, phone,
                             address)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        member.0,
        order.key.bytes(),
        State::Placed.as_str(),
        now,
        expires_at,
        bill.goods.0,
        bill.discount.0,
        bill.delivery.0,
        bill.total.0,
        basket.coupon.as_ref().map(|coupon| coupon.id),
        recipient,
        phone,
        address,
    )
    .execute(transaction)
    .await;
    // Pressed already: `place` finds the order.
    let row = inserted.map_err(|error| refused_if_taken(error, Refusal::CartChanged))?;
    let id = OrderId(row.last_insert_id());
    Ok(Standing { id, state: State::Placed, total: bill.total, expires_at })
}

/// A coupon's row in `coupon_uses` is its lock: of two orders that want it, the second one waits
/// for the first one's commit, and is refused. Whose it is and until when never changes, so what
/// was read of that before still holds.
async fn reserve_coupon(
    transaction: &mut MySqlConnection,
    coupon: u64,
    order: OrderId,
    now: Moment,
) -> Result<(), Stop> {
    let reserved = sqlx::query!(
        "insert into coupon_uses (coupon_id, order_id, reserved_at) values (?, ?, ?)",
        coupon,
        order.0,
        now,
    )
    .execute(transaction)
    .await;
    let spent = Refusal::CouponRefused(CouponProblem::Spent);
    reserved.map(|_| ()).map_err(|error| refused_if_taken(error, spent))
}

async fn insert_lines(
    transaction: &mut MySqlConnection,
    order: OrderId,
    basket: &Basket,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into order_lines (order_id, position, product_id, name_ko, name_en, price_won, count)
         select ?, line.position, p.id, p.name_ko, p.name_en, line.w, line.n
         from json_table(?, '$[*]' columns (
                  position for ordinality, p bigint unsigned path '$.p',
                  n smallint unsigned path '$.n', w int unsigned path '$.w')) line
         straight_join products p force index (primary) on p.id = line.p",
        order.0,
        basket.rows(),
    )
    .execute(transaction)
    .await?;
    Ok(())
}

/// Every line must still lie there as it was read. Two tabs order the same cart: one finds it gone.
async fn take_from_cart(transaction: &mut MySqlConnection, basket: &Basket) -> Result<(), Stop> {
    let taken = sqlx::query!(
        "delete l
         from json_table(?, '$[*]' columns (
                  p bigint unsigned path '$.p', n smallint unsigned path '$.n')) line
         straight_join cart_lines l force index (primary) on l.cart_id = ? and l.product_id = line.p
         where l.count = line.n and l.left_out_at is null",
        basket.rows_by_product(),
        basket.cart,
    )
    .execute(transaction)
    .await?;
    all_of(basket, taken.rows_affected())
}

/// One conditional update for all lines, by ascending product.
async fn take_from_stock(
    transaction: &mut MySqlConnection,
    basket: &Basket,
    now: Moment,
) -> Result<(), Stop> {
    let taken = sqlx::query!(
        "update json_table(?, '$[*]' columns (
                    p bigint unsigned path '$.p', n smallint unsigned path '$.n',
                    w int unsigned path '$.w')) line
         straight_join products p force index (primary) on p.id = line.p
         set p.stock = p.stock - line.n, p.sold = p.sold + line.n, p.changed_at = ?
         where p.stock >= line.n and p.price_won = line.w and p.withdrawn_at is null",
        basket.rows_by_product(),
        now,
    )
    .execute(transaction)
    .await?;
    all_of(basket, taken.rows_affected())
}

/// Whether a statement has met every line; what it has not is another now than it was read.
fn all_of(basket: &Basket, rows: u64) -> Result<(), Stop> {
    if rows == basket.lines.len() as u64 { Ok(()) } else { Err(Refusal::CartChanged.into()) }
}

fn refused_if_taken(error: sqlx::Error, refusal: Refusal) -> Stop {
    match error.as_database_error() {
        Some(answer) if answer.is_unique_violation() => refusal.into(),
        _ => error.into(),
    }
}
