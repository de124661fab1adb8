//! Writing into an address book. Orders keep a copy of where they go: nothing here changes one.

use super::{ADDRESSES_MAX, AddressForm, AddressId};
use crate::members::{Address, MemberId, PersonName, lock_asker};
use crate::{Field, Moment, Outcome, Problem, Refusal, Shop};
use sqlx::MySqlConnection;

/// Adds an address to a member's book.
///
/// # Errors
/// [`Refusal::Form`] with everything that is wrong; with [`Problem::TooMany`] if the book is full.
pub async fn add(shop: &Shop, member: MemberId, form: &AddressForm) -> Outcome<AddressId> {
    let new = form.parse()?;
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    // Two that are added at once are counted one after the other.
    lock_asker(&mut transaction, member).await?;
    let kept = sqlx::query_scalar!("select count(*) from addresses where member_id = ?", member.0)
        .fetch_one(&mut *transaction)
        .await?;
    if kept >= i64::from(ADDRESSES_MAX) {
        let full = Problem::TooMany { max: ADDRESSES_MAX };
        return Err(Refusal::Form(vec![(Field::Address, full)]).into());
    }
    let row = sqlx::query!(
        "insert into addresses (member_id, recipient, phone, line, added_at, default_since)
         values (?, ?, ?, ?, ?, ?)",
        member.0,
        new.recipient.as_str(),
        new.phone.as_ref().map(|phone| phone.as_str()),
        new.address.as_str(),
        now,
        new.default.then_some(now),
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(AddressId(row.last_insert_id()))
}

/// Puts the address of somebody who signs up into their new book.
pub(crate) async fn insert_first(
    transaction: &mut MySqlConnection,
    member: MemberId,
    name: &PersonName,
    address: &Address,
    now: Moment,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into addresses (member_id, recipient, line, added_at, default_since)
         values (?, ?, ?, ?, ?)",
        member.0,
        name.as_str(),
        address.as_str(),
        now,
        now,
    )
    .execute(transaction)
    .await?;
    Ok(())
}

/// Replaces what an address says. A form that does not make it the default leaves that as it is.
///
/// # Errors
/// [`Refusal::Form`], [`Refusal::NoSuchAddress`].
pub async fn edit(shop: &Shop, member: MemberId, id: AddressId, form: &AddressForm) -> Outcome<()> {
    let new = form.parse()?;
    let edited = sqlx::query!(
        "update addresses
         set recipient = ?, phone = ?, line = ?, default_since = coalesce(?, default_since)
         where id = ? and member_id = ?",
        new.recipient.as_str(),
        new.phone.as_ref().map(|phone| phone.as_str()),
        new.address.as_str(),
        new.default.then(|| shop.now()),
        id.0,
        member.0,
    )
    .execute(&shop.mysql)
    .await?;
    was_there(edited.rows_affected())
}

/// Takes an address out of the book.
///
/// # Errors
/// [`Refusal::NoSuchAddress`].
pub async fn remove(shop: &Shop, member: MemberId, id: AddressId) -> Outcome<()> {
    let removed =
        sqlx::query!("delete from addresses where id = ? and member_id = ?", id.0, member.0)
            .execute(&shop.mysql)
            .await?;
    was_there(removed.rows_affected())
}

/// Makes an address the one that orders go to. The one chosen last is.
///
/// # Errors
/// [`Refusal::NoSuchAddress`].
pub async fn make_default(shop: &Shop, member: MemberId, id: AddressId) -> Outcome<()> {
    let made = sqlx::query!(
        "update addresses set default_since = ? where id = ? and member_id = ?",
        shop.now(),
        id.0,
        member.0,
    )
    .execute(&shop.mysql)
    .await?;
    was_there(made.rows_affected())
}

/// Another member's address is as none.
fn was_there(rows: u64) -> Outcome<()> {
    if rows == 0 { Err(Refusal::NoSuchAddress.into()) } else { Ok(()) }
}
