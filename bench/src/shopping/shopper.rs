//! People who buy something.

use crate::stage::{Actor, actors};
use shop::Shop;
use std::sync::Arc;

/// A signed-in member with an address.
pub(super) type Shopper = Actor;

/// So many of them.
pub(super) async fn make(shop: &Arc<Shop>, count: u32) -> Result<Vec<Shopper>, String> {
    let members = actors::insert_members(shop, shop.now().ms(), count).await?;
    actors::sign_in(shop, &members).await
}
