//! Second factors, half way.

use super::{Cast, PASSWORD, somebody};
use crate::kit::Person;
use crate::kit::telephone::{Telephone, set_up_factor};
use shop::members::{self, Device, Entry, Role, sessions};

impl Cast<'_> {
    /// Half of a log-in of somebody with a second factor, and the code that completes it.
    pub async fn half_and_code(&self) -> (String, String) {
        let (shop, direct) = (self.shop, &self.shop.direct);
        let admin = somebody(shop, Some(Role::Admin)).await;
        let token = sessions::start(direct, admin).await.unwrap().to_text();
        let admin = Person::new(&shop.url(0), Some((admin, token)));
        let telephone = set_up_factor(shop, &admin, PASSWORD).await.0;
        let email: String = sqlx::query_scalar("select email from members where id = ?")
            .bind(admin.id().0)
            .fetch_one(&direct.mysql)
            .await
            .unwrap();
        let entry = members::log_in(direct, &email, PASSWORD, Device::default()).await.unwrap();
        let Entry::AskForCode(half) = entry else { panic!("let in without a code") };
        (half, telephone.code(shop.now()))
    }

    /// The first code of a second factor that the asker is setting up, if they may.
    pub async fn factor_code(&self) -> String {
        let person = self.person();
        let begun = person.call("members/begin_factor", &[("current_password", PASSWORD)]).await;
        if begun.status != 200 {
            return "123456".into();
        }
        let offer = person.call("members/factor", &[]).await.json()["begun"].clone();
        Telephone::scan(offer["secret"].as_str().unwrap()).code(self.shop.now())
    }
}
