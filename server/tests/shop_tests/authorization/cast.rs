//! The people of one knock at one door, and the things that are the member's.

mod factor;

use crate::kit::database::unique_name;
use crate::kit::seed::{insert_order, insert_product};
use crate::kit::shop::insert_member;
use crate::kit::{Person, TestShop};
use shop::Language;
use shop::coupons::new_code;
use shop::drops::{DropId, NewDrop};
use shop::members::identities::{Answer, Attempt, Known, Provider, Purpose};
use shop::members::links;
use shop::members::{self, Device, MemberId, Role, SignUpForm, sessions};
use shop::orders::State;
use std::time::Duration;
use tokio::sync::OnceCell;

/// Everybody's.
pub const PASSWORD: &str = "seonchak-test";

/// What somebody is who knocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    Visitor,
    Member,
    Other,
    Counsellor,
    Admin,
}

impl Asker {
    pub const ALL: [Self; 5] =
        [Self::Visitor, Self::Member, Self::Other, Self::Counsellor, Self::Admin];

    pub fn name(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Member => "member",
            Self::Other => "other",
            Self::Counsellor => "counsellor",
            Self::Admin => "admin",
        }
    }
}

/// A member who owns things, and whoever asks for them.
pub struct Cast<'a> {
    shop: &'a TestShop,
    pub member: MemberId,
    person: Person,
    asker: Option<MemberId>,
}

impl<'a> Cast<'a> {
    pub async fn new(shop: &'a TestShop, asker: Asker) -> Self {
        let member = somebody(shop, None).await;
        let asker = match asker {
            Asker::Visitor => None,
            Asker::Member => Some(member),
            Asker::Other => Some(somebody(shop, None).await),
            Asker::Counsellor => Some(somebody(shop, Some(Role::Counsellor)).await),
            Asker::Admin => Some(somebody(shop, Some(Role::Admin)).await),
        };
        let signed_in = match asker {
            Some(asker) => {
                let token = sessions::start(&shop.direct, asker).await.unwrap();
                Some((asker, token.to_text()))
            }
            None => None,
        };
        Self { shop, member, person: Person::new(&shop.url(0), signed_in), asker }
    }

    /// Whoever asks.
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// The member who asks, if it is one.
    pub fn asker(&self) -> Option<MemberId> {
        self.asker
    }

    /// What the asker's browser keeps of a provider's answer about somebody new.
    pub fn answer(&self, purpose: Purpose) -> String {
        let shop = &self.shop.direct;
        let email = format!("{}@b.kr", unique_name());
        let subject = unique_name();
        let known = Known::new(Provider::Naver, &subject, None, Some(&email), true).unwrap();
        let attempt = Attempt::begin(shop, Provider::Naver, purpose, "/");
        format!("sign-up={}", shop.seals.seal(&Answer::to(attempt, known, shop.now())))
    }

    pub fn url(&self) -> String {
        self.shop.url(0)
    }

    /// The e-mail address of the member.
    pub async fn email(&self) -> String {
        sqlx::query_scalar("select email from members where id = ?")
            .bind(self.member.0)
            .fetch_one(&self.shop.direct.mysql)
            .await
            .unwrap()
    }

    /// The token of a link in a letter to the member.
    pub async fn token(&self, purpose: links::Purpose) -> String {
        let email = self.email().await;
        let token = links::make(&self.shop.direct, self.member, purpose, &email).await;
        token.unwrap().to_text()
    }

    /// Somebody else whom nobody knows.
    pub async fn stranger(&self) -> u64 {
        somebody(self.shop, None).await.0
    }

    /// Somebody else with a role.
    pub async fn colleague(&self, role: Role) -> u64 {
        somebody(self.shop, Some(role)).await.0
    }

    /// Somebody else whose account is closed.
    pub async fn blocked(&self) -> u64 {
        let id = self.stranger().await;
        let by = self.colleague(Role::Admin).await;
        self.insert(
            "insert into member_blocks (member_id, blocked_at, blocked_by, reason)
             values (?, utc_timestamp(3), ?, '시험')",
            &[id, by],
        )
        .await;
        id
    }

    pub async fn product(&self) -> u64 {
        insert_product(&self.shop.direct, 50).await
    }

    /// A product that an admin has taken out of the shop.
    pub async fn withdrawn_product(&self) -> u64 {
        let id = self.product().await;
        let by = self.colleague(Role::Admin).await;
        self.insert(
            "update products set withdrawn_at = utc_timestamp(3), withdrawn_by = ? where id = ?",
            &[by, id],
        )
        .await;
        id
    }

    /// A visitor's room that waits.
    pub async fn visitors_room(&self) -> u64 {
        self.insert(
            "insert into chat_rooms (visitor_hash, language, opened_at, state, state_at)
             values (unhex(sha2(uuid(), 256)), 'ko', utc_timestamp(3), 'waiting', utc_timestamp(3))",
            &[],
        )
        .await
    }

    /// A visitor's room that the asker has taken; for somebody who has none, it waits.
    pub async fn room_of_asker(&self) -> u64 {
        let room = self.visitors_room().await;
        if let Some(asker) = self.asker {
            self.insert(
                "update chat_rooms set state = 'taken', counsellor_id = ? where id = ?",
                &[asker.0, room],
            )
            .await;
        }
        room
    }

    /// A session of the member's on another device.
    pub async fn session(&self) -> u64 {
        let token = sessions::start(&self.shop.direct, self.member).await.unwrap();
        let session = self.shop.direct.sessions.believe(&token.to_text(), self.shop.now());
        session.unwrap().id.0
    }

    /// An order of the member's.
    pub async fn order(&self, state: State) -> u64 {
        let product = self.product().await;
        let change = |order: &mut crate::kit::seed::SeededOrder| order.product_id = product;
        insert_order(&self.shop.direct, self.member, state, change).await.0
    }

    /// An address of the member's, who has one more.
    pub async fn address(&self) -> u64 {
        let sql = "insert into addresses (member_id, recipient, phone, line, added_at,
                                          default_since)
                   values (?, '김지우', '010-1234-5678', '서울', utc_timestamp(3),
                           utc_timestamp(3))";
        self.insert(sql, &[self.member.0]).await;
        self.insert(sql, &[self.member.0]).await
    }

    /// A coupon of the member's, good for anything.
    pub async fn coupon(&self) -> (u64, String) {
        let drop = self.shop.drop_of(5).await;
        let code = new_code(self.shop.direct.random());
        let sql = "insert into coupons (drop_id, member_id, code, issued_at, expires_at)
                   values (?, ?, ?, utc_timestamp(3), date_add(utc_timestamp(3), interval 9 day))";
        let row = sqlx::query(sql)
            .bind(drop.0)
            .bind(self.member.0)
            .bind(&code)
            .execute(&self.shop.direct.mysql)
            .await
            .unwrap();
        (row.last_insert_id(), code)
    }

    /// A product in the cart of whoever asks.
    pub async fn in_cart(&self) -> u64 {
        let product = self.product().await;
        let form = [("product_id", product.to_string()), ("count", "1".into())];
        let added = self.person.send(self.person.post("cart/add").form(&form)).await;
        assert_eq!(added.status, 200, "{added:?}");
        product
    }

    /// A product that whoever asks wishes for.
    pub async fn wish(&self) -> u64 {
        let product = self.product().await;
        if let Some(asker) = self.asker {
            let wish = "insert into wishes (member_id, product_id, wished_at)
                        values (?, ?, utc_timestamp(3))";
            self.insert(wish, &[asker.0, product]).await;
        }
        product
    }

    /// A talk of the member's.
    pub async fn room(&self, state: &str) -> u64 {
        let sql = "insert into chat_rooms (member_id, language, opened_at, state, state_at)
                   values (?, 'ko', utc_timestamp(3), ?, utc_timestamp(3))";
        let row = sqlx::query(sql).bind(self.member.0).bind(state);
        row.execute(&self.shop.direct.mysql).await.unwrap().last_insert_id()
    }

    /// A drop that is open.
    pub async fn drop(&self) -> u64 {
        self.shop.drop_of(5).await.0
    }

    /// A drop that opens in an hour.
    pub async fn coming_drop(&self) -> u64 {
        let DropId(id) = self
            .shop
            .drop_with(5, |new: &mut NewDrop| {
                new.opens_at = new.opens_at.plus(Duration::from_secs(3_600));
                new.closes_at = new.closes_at.plus(Duration::from_secs(3_600));
            })
            .await;
        id
    }

    /// A drop that an admin has paused.
    pub async fn paused_drop(&self) -> u64 {
        let id = self.drop().await;
        let by = self.colleague(Role::Admin).await;
        self.insert(
            "update drops set paused_at = utc_timestamp(3), paused_by = ? where id = ?",
            &[by, id],
        )
        .await;
        id
    }

    /// A moment in Korea so many hours from now, as a form says it.
    pub fn in_hours(&self, hours: u64) -> String {
        let at = self.shop.now().plus(Duration::from_secs(hours * 3_600));
        at.in_korea().to_field()
    }

    async fn insert(&self, sql: &'static str, numbers: &[u64]) -> u64 {
        let mut query = sqlx::query(sql);
        for number in numbers {
            query = query.bind(*number);
        }
        query.execute(&self.shop.direct.mysql).await.unwrap().last_insert_id()
    }
}

/// A new member with [`PASSWORD`].
async fn somebody(shop: &TestShop, role: Option<Role>) -> MemberId {
    let email = format!("{}@b.kr", unique_name());
    let member = insert_member(&shop.direct, &email).await;
    sqlx::query("update members set password_hash = ? where id = ?")
        .bind(password_hash(shop).await)
        .bind(member.0)
        .execute(&shop.direct.mysql)
        .await
        .unwrap();
    if let Some(role) = role {
        members::grant(&shop.direct, &email, role, "test").await.unwrap();
    }
    member
}

/// Hashing takes its time: it is done once.
async fn password_hash(shop: &TestShop) -> &'static str {
    static HASH: OnceCell<String> = OnceCell::const_new();
    let hash = async || {
        let email = format!("{}@b.kr", unique_name());
        let form = SignUpForm {
            name: "시험".into(),
            email: email.clone(),
            password: PASSWORD.into(),
            address: "서울".into(),
        };
        members::sign_up(&shop.direct, &form, Language::Ko, Device::default()).await.unwrap();
        sqlx::query_scalar("select password_hash from members where email = ?")
            .bind(email)
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap()
    };
    HASH.get_or_init(hash).await
}
