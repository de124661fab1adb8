//! Looking into an address book.

use super::{AddressId, SavedAddress};
use crate::members::MemberId;
use crate::{Outcome, Refusal, Shop};

/// A member's addresses: the default one first, then those that were the default before, then
/// the newest.
pub async fn list(shop: &Shop, member: MemberId) -> Outcome<Vec<SavedAddress>> {
    let rows = sqlx::query!(
        "select id, recipient, phone, line from addresses
         where member_id = ?
         order by default_since is null, default_since desc, id desc",
        member.0,
    )
    .fetch_all(&shop.mysql)
    .await?;
    Ok(rows
        .into_iter()
        .enumerate()
        .map(|(place, row)| SavedAddress {
            id: AddressId(row.id),
            recipient: row.recipient,
            phone: row.phone,
            address: row.line,
            is_default: place == 0,
        })
        .collect())
}

/// One address of a member.
///
/// # Errors
/// [`Refusal::NoSuchAddress`], for another member's address as well.
pub async fn find(shop: &Shop, member: MemberId, id: AddressId) -> Outcome<SavedAddress> {
    let book = list(shop, member).await?;
    let found = book.into_iter().find(|address| address.id == id);
    found.ok_or_else(|| Refusal::NoSuchAddress.into())
}
