//! Editing a drop before it opens.

use super::change::{Changed, change};
use crate::drops::{Drop, DropForm, DropId, NewDrop};
use crate::members::{MemberId, require_admin};
use crate::{Moment, Outcome, Refusal, Shop};
use serde_json::json;

/// Makes a drop what the form says, as long as it has not opened. `version` is the one the form
/// was filled in from.
///
/// # Errors
/// [`Refusal::DropMovedOn`] once it has opened, [`Refusal::EditedMeanwhile`] if it is another
/// version by now, and everything that is wrong in the form.
pub async fn edit(
    shop: &Shop,
    by: MemberId,
    id: DropId,
    version: u32,
    form: &DropForm,
) -> Outcome<()> {
    require_admin(shop, by).await?;
    let new = form.parse(shop.now())?;
    change(shop, by, id, |old, now| edited(old, version, &new, now)).await
}

fn edited(old: &Drop, version: u32, new: &NewDrop, now: Moment) -> Result<Changed, Refusal> {
    if now >= old.opens_at {
        return Err(Refusal::DropMovedOn);
    }
    if version != old.version {
        return Err(Refusal::EditedMeanwhile);
    }
    let detail = json!({
        "before": DropForm::from(&NewDrop::from(old)),
        "after": DropForm::from(new),
    });
    let NewDrop { name, quota, opens_at, closes_at, terms, rate_per_s } = new.clone();
    let drop = Drop { name, quota, opens_at, closes_at, terms, rate_per_s, ..old.clone() };
    Ok(Changed { drop, action: "drops.edit", detail })
}
