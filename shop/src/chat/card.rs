//! The thing that a message is about, as it is shown.

use super::{About, Card};
use crate::catalog::{ProductId, picture_address};
use crate::members::MemberId;
use crate::orders::{OrderId, State};
use crate::{Bilingual, Fault, Moment, Outcome, Refusal, Shop, Won};

/// The thing as it is now. Only an order of the room's own shopper can be shown in it.
///
/// # Errors
/// [`Refusal::NoSuchProduct`], [`Refusal::NoSuchOrder`].
pub(super) async fn look_up(
    shop: &Shop,
    owner: Option<MemberId>,
    about: Option<About>,
) -> Outcome<Option<Card>> {
    match about {
        None => Ok(None),
        Some(About::Product(id)) => product(shop, id).await.map(Some),
        Some(About::Order(id)) => match owner {
            Some(owner) => order(shop, owner, id).await.map(Some),
            None => Err(Refusal::NoSuchOrder.into()),
        },
    }
}

async fn product(shop: &Shop, id: ProductId) -> Outcome<Card> {
    let row = sqlx::query!(
        r#"select p.name_ko, p.name_en, p.price_won, f.file_name as "picture?"
           from products p
           left join product_pictures f on f.product_id = p.id and f.position = 1
           where p.id = ? and p.withdrawn_at is null"#,
        id.0,
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NoSuchProduct)?;
    Ok(Card::Product {
        id,
        name: Bilingual { ko: row.name_ko, en: row.name_en },
        price: Won(row.price_won),
        picture: row.picture.as_deref().map(|name| picture_address(Some(name))),
    })
}

async fn order(shop: &Shop, owner: MemberId, id: OrderId) -> Outcome<Card> {
    let row = sqlx::query!(
        r#"select state, total_won, placed_at as "placed_at: Moment"
           from orders where id = ? and member_id = ?"#,
        id.0,
        owner.0,
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NoSuchOrder)?;
    let state: State = row
        .state
        .parse()
        .map_err(|_| Fault::Broken(format!("orders.state {:?} is none of ours", row.state)))?;
    Ok(Card::Order { id, state, total: Won(row.total_won), placed_at: row.placed_at })
}
