//! The form of an address.

use super::{Phone, Recipient};
use crate::members::Address;
use crate::refusal::Problems;
use crate::{Field, Refusal};
use serde::{Deserialize, Serialize};

/// What the form sends: texts as they were typed, parsed by [`AddressForm::parse`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddressForm {
    /// 1 to 50 characters.
    pub recipient: String,
    /// A Korean number of 9 to 11 digits; empty is none.
    pub phone: String,
    /// 1 to 200 characters.
    pub address: String,
    /// Whether orders go there from now on.
    pub default: bool,
}

/// An address that may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAddress {
    /// Who receives.
    pub recipient: Recipient,
    /// How to reach them.
    pub phone: Option<Phone>,
    /// Where.
    pub address: Address,
    /// Whether orders go there from now on.
    pub default: bool,
}

impl AddressForm {
    /// The address, or everything that is wrong with the form.
    pub fn parse(&self) -> Result<NewAddress, Refusal> {
        let mut problems = Problems::default();
        let recipient = problems.take(Field::Recipient, Recipient::parse(&self.recipient));
        let phone = problems.take(Field::Phone, Phone::parse_optional(&self.phone));
        let address = problems.take(Field::Address, Address::parse(&self.address));
        match (recipient, phone, address) {
            (Some(recipient), Some(phone), Some(address)) => {
                Ok(NewAddress { recipient, phone, address, default: self.default })
            }
            _ => Err(problems.refuse()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Problem;

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let form = AddressForm { phone: "119".into(), ..AddressForm::default() };
        let wrong = [
            (Field::Recipient, Problem::Missing),
            (Field::Phone, Problem::NotAPhone),
            (Field::Address, Problem::Missing),
        ];
        assert_eq!(form.parse(), Err(Refusal::Form(wrong.to_vec())));
    }
}
