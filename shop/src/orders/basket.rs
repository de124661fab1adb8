//! What an order is made of, read at one glance.

use super::rows::coupon_problem;
use super::{Destination, NewOrder};
use super::{ORDER_LINES_MAX, Totals, goods_of};
use crate::addresses::AddressId;
use crate::drops::{Terms, terms_from_row};
use crate::members::MemberId;
use crate::{Moment, Refusal, Won};
use serde::Serialize;
use sqlx::MySqlConnection;

/// The chosen lines of a member's cart, with the address and the coupon that the order asks for.
#[derive(Debug)]
pub(super) struct Basket {
    pub cart: u64,
    pub lines: Vec<Line>,
    pub address: Option<(String, Option<String>, String)>,
    pub coupon: Option<HeldCoupon>,
}

/// A chosen line.
#[derive(Debug)]
pub(super) struct Line {
    pub product: u64,
    pub count: u16,
    pub price: Won,
    pub stock: u32,
    pub is_withdrawn: bool,
}

/// A coupon of this member's.
#[derive(Debug)]
pub(super) struct HeldCoupon {
    pub id: u64,
    pub terms: Terms,
    pub expires_at: Moment,
    pub is_spent: bool,
}

/// A line as `json_table` reads it: product, pieces, price.
#[derive(Serialize)]
struct LineRow {
    p: u64,
    n: u16,
    w: u32,
}

impl Basket {
    /// Reads it by one statement. Every order passes here, so its round trips are counted.
    pub async fn read(
        connection: &mut MySqlConnection,
        member: MemberId,
        order: &NewOrder,
    ) -> Result<Self, sqlx::Error> {
        let address = match order.to {
            Destination::Saved(AddressId(id)) => id,
            Destination::New(_) => 0,
        };
        let rows = sqlx::query!(
            r#"select straight_join l.cart_id, l.product_id, l.count, p.price_won, p.stock,
                      p.withdrawn_at as "withdrawn_at?: Moment",
                      a.recipient as "recipient?", a.phone as "phone?", a.line as "line?",
                      k.id as "coupon_id?", k.expires_at as "expires_at?: Moment",
                      u.order_id as "spent_on?",
                      d.discount_won as "discount_won?", d.discount_percent as "discount_percent?",
                      d.discount_cap_won as "discount_cap_won?",
                      d.minimum_spend_won as "minimum_spend_won?", d.valid_days as "valid_days?"
               from carts c
               join cart_lines l on l.cart_id = c.id and l.left_out_at is null
               join products p force index (primary) on p.id = l.product_id
               left join addresses a on a.id = ? and a.member_id = c.member_id
               left join coupons k on k.code = ? and k.member_id = c.member_id
               left join drops d on d.id = k.drop_id
               left join coupon_uses u on u.coupon_id = k.id
               where c.member_id = ?
               order by l.added_at desc, l.product_id desc
               limit ?"#,
            address,
            // A column of ASCII cannot be compared with anything else: MySQL calls that an error.
            order.coupon.as_deref().filter(|code| code.is_ascii()).unwrap_or_default(),
            member.0,
            // One more than an order may have says that there are too many.
            ORDER_LINES_MAX + 1,
        )
        .fetch_all(connection)
        .await?;
        let mut basket = Self { cart: 0, lines: vec![], address: None, coupon: None };
        for row in rows {
            if basket.lines.is_empty() {
                basket.cart = row.cart_id;
                basket.address =
                    row.recipient.zip(row.line).map(|(who, line)| (who, row.phone, line));
                basket.coupon = row.coupon_id.zip(row.expires_at).map(|(id, expires_at)| {
                    let terms = terms_from_row(
                        row.discount_won,
                        row.discount_percent,
                        row.discount_cap_won,
                        row.minimum_spend_won.unwrap_or_default(),
                        row.valid_days.unwrap_or_default(),
                    );
                    HeldCoupon { id, terms, expires_at, is_spent: row.spent_on.is_some() }
                });
            }
            basket.lines.push(Line {
                product: row.product_id,
                count: row.count,
                price: Won(row.price_won),
                stock: row.stock,
                is_withdrawn: row.withdrawn_at.is_some(),
            });
        }
        Ok(basket)
    }

    /// What it comes to, if it is what the shopper agreed to.
    ///
    /// # Errors
    /// [`Refusal::EmptyCart`], [`Refusal::OrderTooLarge`], [`Refusal::NoSuchAddress`],
    /// [`Refusal::NoSuchCoupon`], [`Refusal::CouponRefused`]; [`Refusal::CartChanged`] if a price,
    /// a stock or anything else that counts is another than they saw.
    pub fn bill(&self, order: &NewOrder, now: Moment) -> Result<Totals, Refusal> {
        if self.lines.is_empty() {
            return Err(Refusal::EmptyCart);
        }
        let goods = goods_of(self.lines.iter().map(|line| (line.price, line.count)))?;
        if matches!(order.to, Destination::Saved(_)) && self.address.is_none() {
            return Err(Refusal::NoSuchAddress);
        }
        let is_sold = |line: &Line| !line.is_withdrawn && u32::from(line.count) <= line.stock;
        if !self.lines.iter().all(is_sold) {
            return Err(Refusal::CartChanged);
        }
        let terms = match (&order.coupon, &self.coupon) {
            (None, _) => None,
            (Some(_), None) => return Err(Refusal::NoSuchCoupon),
            (Some(_), Some(coupon)) => {
                let HeldCoupon { terms, expires_at, is_spent, .. } = coupon;
                match coupon_problem(terms, *expires_at, *is_spent, goods, now) {
                    Some(problem) => return Err(Refusal::CouponRefused(problem)),
                    None => Some(terms),
                }
            }
        };
        let bill = Totals::of(goods, terms);
        if bill.total == order.total { Ok(bill) } else { Err(Refusal::CartChanged) }
    }

    /// The lines for `json_table`, as the shopper sees them in the cart.
    pub fn rows(&self) -> String {
        Self::to_rows(self.lines.iter())
    }

    /// The lines by ascending product, as stock is locked everywhere.
    pub fn rows_by_product(&self) -> String {
        let mut lines: Vec<&Line> = self.lines.iter().collect();
        lines.sort_unstable_by_key(|line| line.product);
        Self::to_rows(lines.into_iter())
    }

    fn to_rows<'a>(lines: impl Iterator<Item = &'a Line>) -> String {
        let rows: Vec<LineRow> =
            lines.map(|line| LineRow { p: line.product, n: line.count, w: line.price.0 }).collect();
        serde_json::to_string(&rows).unwrap_or_else(|_| "[]".into())
    }
}
