//! The form that places an order.

use super::{Card, PressKey};
use crate::addresses::{AddressForm, AddressId, NewAddress};
use crate::refusal::Problems;
use crate::{Field, Problem, Refusal, Won};
use serde::{Deserialize, Serialize};

/// The choice to spend no coupon, as a form says it.
pub const NO_COUPON: &str = "none";

/// What the form sends: texts as they came, parsed by [`PlaceForm::parse`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceForm {
    /// 32 hexadecimal digits, with or without the dashes of a UUID.
    pub press_key: String,
    /// An address of the member's book; empty for a new one, which the next three fields say.
    pub address_id: String,
    /// Who receives.
    pub recipient: String,
    /// How to reach them.
    pub phone: String,
    /// Where.
    pub address: String,
    /// A coupon's code; empty or `none` for none.
    pub coupon: String,
    /// `true` or `on` if the terms are accepted.
    pub agreed: String,
    /// The total that the shopper saw, in won.
    pub total: String,
    /// `approved` or `refused` to pay at once; empty to pay later.
    pub card: String,
}

/// Where an order goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To an address of the member's book.
    Saved(AddressId),
    /// To a new one.
    New(NewAddress),
}

/// An order that may be placed, as far as its form can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrder {
    /// The press of the button that it came from.
    pub key: PressKey,
    /// Where it goes.
    pub to: Destination,
    /// The code of its coupon, in capitals.
    pub coupon: Option<String>,
    /// The total that the shopper saw.
    pub total: Won,
    /// The card to pay with at once.
    pub card: Option<Card>,
}

impl PlaceForm {
    /// The order, or everything that is wrong with the form.
    ///
    /// # Errors
    /// [`Refusal::Form`] with each field's problem; [`Refusal::NotUnderstood`] for what only a page
    /// writes.
    pub fn parse(&self) -> Result<NewOrder, Refusal> {
        let key = self.press_key.parse()?;
        // The page writes it, nobody types it.
        let total = self.total.trim().parse().map(Won).map_err(|_| Refusal::NotUnderstood)?;
        let mut problems = Problems::default();
        let to = self.destination(&mut problems);
        let card = problems.take(Field::Card, Card::parse_optional(&self.card));
        if !["true", "on"].contains(&self.agreed.trim()) {
            problems.note(Field::Agreement, Problem::NotAgreed);
        }
        match (to, card) {
            (Some(to), Some(card)) if problems.is_empty() => {
                Ok(NewOrder { key, to, coupon: code_of(&self.coupon), total, card })
            }
            _ => Err(problems.refuse()),
        }
    }

    fn destination(&self, problems: &mut Problems) -> Option<Destination> {
        let id = self.address_id.trim();
        if !id.is_empty() {
            // What is no number is nobody's address; the table says so of every other one.
            return Some(Destination::Saved(AddressId(id.parse().unwrap_or(0))));
        }
        let form = AddressForm {
            recipient: self.recipient.clone(),
            phone: self.phone.clone(),
            address: self.address.clone(),
            default: false,
        };
        match form.parse() {
            Ok(new) => Some(Destination::New(new)),
            Err(refusal) => {
                problems.note_all(refusal);
                None
            }
        }
    }
}

/// The code in a field; `None` for no coupon.
fn code_of(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty() && text != NO_COUPON).then(|| text.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> PlaceForm {
        PlaceForm {
            press_key: "00112233445566778899aabbccddeeff".into(),
            address_id: "7".into(),
            agreed: "true".into(),
            total: "12900".into(),
            ..PlaceForm::default()
        }
    }

    #[test]
    fn a_saved_address_needs_no_other() {
        let order = good().parse().expect("a good form");
        assert_eq!(order.to, Destination::Saved(AddressId(7)));
        assert_eq!((order.coupon, order.total, order.card), (None, Won(12_900), None));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let form = PlaceForm {
            address_id: String::new(),
            phone: "119".into(),
            agreed: String::new(),
            card: "gold".into(),
            ..good()
        };
        let refusal = form.parse().expect_err("a wrong form");
        for (field, problem) in [
            (Field::Recipient, Problem::Missing),
            (Field::Phone, Problem::NotAPhone),
            (Field::Address, Problem::Missing),
            (Field::Card, Problem::NotAChoice),
            (Field::Agreement, Problem::NotAgreed),
        ] {
            assert_eq!(refusal.problem(field), Some(problem), "{field:?}");
        }
    }

    #[test]
    fn what_nobody_types_is_not_understood() {
        for total in ["", "-1", "1.5", "12,900", "99999999999"] {
            let form = PlaceForm { total: total.into(), ..good() };
            assert_eq!(form.parse().err(), Some(Refusal::NotUnderstood), "{total}");
        }
        let form = PlaceForm { press_key: "again".into(), ..good() };
        assert_eq!(form.parse().err(), Some(Refusal::NotUnderstood));
    }

    #[test]
    fn a_code_is_read_as_it_is_said() {
        assert_eq!(code_of(" 09az-0zzj-kmnp "), Some("09AZ-0ZZJ-KMNP".into()));
        assert_eq!((code_of(""), code_of("none")), (None, None));
    }
}
