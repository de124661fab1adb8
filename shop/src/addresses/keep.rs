//! An address that an order brings along.

use super::{ADDRESSES_MAX, NewAddress};
use crate::Moment;
use crate::members::MemberId;
use sqlx::MySqlConnection;

/// Keeps the address of an order in its member's book, unless it stands there already or the book
/// is full: the order has a copy, so nothing is lost.
pub(crate) async fn keep(
    transaction: &mut MySqlConnection,
    member: MemberId,
    new: &NewAddress,
    now: Moment,
) -> Result<(), sqlx::Error> {
    let (recipient, line) = (new.recipient.as_str(), new.address.as_str());
    let phone = new.phone.as_ref().map(|phone| phone.as_str());
    sqlx::query!(
        "insert into addresses (member_id, recipient, phone, line, added_at)
         select ?, ?, ?, ?, ? from dual
         where not exists (select 1 from addresses
                           where member_id = ? and recipient = ? and phone <=> ? and line = ?)
           and (select count(*) from addresses where member_id = ?) < ?",
        member.0,
        recipient,
        phone,
        line,
        now,
        member.0,
        recipient,
        phone,
        line,
        member.0,
        ADDRESSES_MAX,
    )
    .execute(transaction)
    .await?;
    Ok(())
}
