//! Putting something into a cart.

use super::again::{Try, until_it_stands};
use super::rows::{self, Kept};
use super::{COUNT_MAX, CartOwner, LINES_MAX};
use crate::catalog::ProductId;
use crate::members::VisitorKey;
use crate::typed::number;
use crate::{Field, Outcome, Problem, Refusal, Shop};

/// What an addition came to.
#[derive(Clone, Debug)]
pub struct Added {
    /// How many pieces the cart holds now.
    pub pieces: u32,
    /// The secret that the visitor's browser is to keep from now on; `None` for a member.
    pub visitor: Option<VisitorKey>,
}

/// Adds pieces of a product to those that the cart has of it, and chooses the line.
///
/// A visitor's cart is made here, with their first product. A secret that opens no cart is as
/// none: nobody can make a visitor use a cart whose secret they know.
///
/// # Errors
/// [`Refusal::NoSuchProduct`], also for one that was withdrawn. [`Refusal::Form`] about the count:
/// no number from 1 to 99, more than the shop could deliver with what the cart already has,
/// sold out, or one product more than a cart holds.
pub async fn add(
    shop: &Shop,
    owner: Option<&CartOwner>,
    product: ProductId,
    count: &str,
) -> Outcome<Added> {
    let count = count_of(count)?;
    until_it_stands(|| try_to_add(shop, owner, product, count)).await
}

/// Reads how many pieces somebody typed.
pub(super) fn count_of(text: &str) -> Result<u16, Refusal> {
    number(text, 1, COUNT_MAX.into()).map_err(wrong_count)
}

pub(super) fn wrong_count(problem: Problem) -> Refusal {
    Refusal::Form(vec![(Field::Count, problem)])
}

async fn try_to_add(
    shop: &Shop,
    owner: Option<&CartOwner>,
    product: ProductId,
    count: u16,
) -> Try<Added> {
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let Some(offer) = rows::on_shelf(&mut transaction, product).await? else {
        return Ok(Err(Refusal::NoSuchProduct));
    };
    let known = match owner {
        Some(owner) => {
            rows::lock(&mut transaction, owner, now).await?.map(|cart| (owner.clone(), cart))
        }
        None => None,
    };
    let (owner, cart) = match (known, owner) {
        (Some(known), _) => known,
        (None, Some(member @ CartOwner::Member(_))) => {
            (member.clone(), rows::make(&mut transaction, member, now).await?)
        }
        (None, _) => {
            let visitor = CartOwner::Visitor(VisitorKey::new(shop.random()));
            let cart = rows::make(&mut transaction, &visitor, now).await?;
            (visitor, cart)
        }
    };
    let lines = rows::lines(&mut transaction, cart).await?;
    let held = lines.iter().find(|line| line.product == product);
    if held.is_none() && lines.len() >= LINES_MAX as usize {
        return Ok(Err(wrong_count(Problem::TooMany { max: LINES_MAX })));
    }
    let wanted = held.map_or(0, |line| line.count) + count;
    if let Err(problem) = offer.allow(wanted) {
        return Ok(Err(wrong_count(problem)));
    }
    let added_at = held.map_or(now, |line| line.added_at);
    let line = Kept { product, count: wanted, seen: offer.price, added_at, left_out_at: None };
    rows::put(&mut transaction, cart, &line).await?;
    transaction.commit().await?;
    let before: u32 = lines.iter().map(|line| u32::from(line.count)).sum();
    let visitor = match owner {
        CartOwner::Visitor(key) => Some(key),
        CartOwner::Member(_) => None,
    };
    Ok(Ok(Added { pieces: before + u32::from(count), visitor }))
}
