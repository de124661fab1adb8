//! A telephone that knows a second factor's secret.

use super::{Person, TestShop};
use shop::Moment;
use std::time::Duration;
use totp_rs::{Builder, Secret, Totp};

/// A telephone makes a new code so often.
pub const STEP: Duration = Duration::from_secs(30);

pub struct Telephone(Totp);

impl Telephone {
    /// Reads a secret as the page shows it.
    pub fn scan(secret: &str) -> Self {
        let secret = Secret::try_from_base32(secret.replace(' ', "")).unwrap();
        Self(Builder::new().with_secret(secret).build().unwrap())
    }

    /// What it and the shop share.
    pub fn secret(&self) -> &[u8] {
        self.0.secret().as_ref()
    }

    /// What it shows at a moment.
    pub fn code(&self, at: Moment) -> String {
        self.0.generate(u64::try_from(at.ms()).unwrap() / 1_000).to_string()
    }
}

/// Sets a second factor up for somebody with this password; gives the telephone and the recovery
/// codes. A step later, so that the telephone shows a code that nobody has used.
pub async fn set_up_factor(
    shop: &TestShop,
    person: &Person,
    password: &str,
) -> (Telephone, Vec<String>) {
    let begun = person.call("members/begin_factor", &[("current_password", password)]).await;
    assert_eq!(begun.status, 200, "{begun:?}");
    let offer = person.call("members/factor", &[]).await.json()["begun"].clone();
    let telephone = Telephone::scan(offer["secret"].as_str().unwrap());
    let code = telephone.code(shop.now());
    let confirmed = person.call("members/confirm_factor", &[("code", &code)]).await;
    assert_eq!(confirmed.status, 200, "{confirmed:?}");
    shop.clock.advance(STEP);
    let codes = offer["recovery_codes"].as_array().unwrap().iter();
    (telephone, codes.map(|code| code.as_str().unwrap().to_owned()).collect())
}
