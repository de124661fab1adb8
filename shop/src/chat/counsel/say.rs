//! A counsellor says something.

use super::show::enter;
use crate::chat::{Asker, RoomId, SendForm, Sent, send};
use crate::members::MemberId;
use crate::{Language, Outcome, Shop};

/// Says something in a room that the asker has taken; Kafka has it when this returns.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal); [`Refusal::NoSuchRoom`](crate::Refusal); what [`send`]
/// refuses.
pub async fn say(shop: &Shop, by: MemberId, id: RoomId, key: &str, text: &str) -> Outcome<Sent> {
    enter(shop, by, id).await?;
    let asker = Asker { member: Some(by), visitor: None };
    let form = SendForm {
        room_id: id.0.to_string(),
        key: key.to_owned(),
        text: text.to_owned(),
        card: String::new(),
    };
    // The language is for a room that is opened, which this never does.
    Ok(send(shop, &asker, &form, Language::default()).await?.sent)
}
