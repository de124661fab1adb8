//! A visitor becomes a member, and their cart comes with them.

use super::again::{Try, until_it_stands};
use super::merge::merged;
use super::{CartOwner, rows};
use crate::members::{MemberId, VisitorKey};
use crate::{Outcome, Shop};

/// Puts what is in a visitor's cart into the member's, and deletes the visitor's: all of it or
/// nothing. The visitor's cart is locked first and is gone at the end, so a second time finds
/// nothing to take over, however close it follows.
pub async fn take_over(shop: &Shop, visitor: &VisitorKey, member: MemberId) -> Outcome<()> {
    let visitor = CartOwner::Visitor(visitor.clone());
    let member = CartOwner::Member(member);
    until_it_stands(|| try_to_take_over(shop, &visitor, &member)).await
}

async fn try_to_take_over(shop: &Shop, visitor: &CartOwner, member: &CartOwner) -> Try<()> {
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let Some(theirs) = rows::lock(&mut transaction, visitor, now).await? else {
        return Ok(Ok(()));
    };
    let mine = match rows::lock(&mut transaction, member, now).await? {
        Some(mine) => mine,
        None => rows::make(&mut transaction, member, now).await?,
    };
    let kept = rows::lines(&mut transaction, mine).await?;
    let new = rows::lines(&mut transaction, theirs).await?;
    for line in merged(&kept, &new) {
        rows::put(&mut transaction, mine, &line).await?;
    }
    sqlx::query!("delete from carts where id = ?", theirs.0).execute(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(Ok(()))
}
