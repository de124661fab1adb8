//! A shop, somebody who vouches, and browsers that go there and come back.

use crate::kit::person::Answer;
use crate::kit::provider::IdentityProvider;
use crate::kit::shop::insert_member;
use crate::kit::{Person, TestShop};
use openidconnect::url::Url;
use reqwest::cookie::Jar;
use reqwest::header::SET_COOKIE;
use server::sign_in::Settings;
use shop::members::identities::Provider;
use shop::members::{MemberId, sessions};
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

/// Where browsers reach the shop, whatever they say; a test's browser goes to the server itself.
pub const ORIGIN: &str = "http://localhost:1";

pub struct Bed {
    pub shop: TestShop,
    pub provider: IdentityProvider,
    which: Provider,
}

/// A browser of somebody's own, in which anybody may log in. (A `Person` who is signed in shows their
/// session and nothing else that their browser keeps.)
pub struct Browser {
    person: Person,
    jar: Arc<Jar>,
    url: Url,
}

/// A browser's way to the provider.
pub struct Way {
    pub address: Url,
    /// The cookie with which it goes, as it would be sent.
    pub cookie: String,
}

/// Rows of everything that a sign-in may write but its own mark.
#[derive(Debug, PartialEq, Eq)]
pub struct Rows {
    pub members: i64,
    pub identities: i64,
    pub events: i64,
    pub sessions: i64,
}

impl Bed {
    pub async fn open(which: Provider) -> Self {
        let mut shop = TestShop::open_with(0).await;
        let provider = IdentityProvider::start(shop.clock.clone()).await;
        shop.sign_in =
            Settings { origin: ORIGIN.into(), providers: vec![(which, provider.settings())] };
        shop.add_server().await;
        Self { shop, provider, which }
    }

    pub fn word(&self) -> &'static str {
        self.which.as_str()
    }

    /// Presses the provider's button.
    pub async fn begin(&self, person: &Person, query: &str) -> Way {
        let answer = person.get(&format!("/sign-in/{}{query}", self.word())).await;
        assert_eq!(answer.status, 303, "{answer:?}");
        let cookie = answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        Way { address: answer.header("location").unwrap().parse().unwrap(), cookie }
    }

    /// Says yes at the provider's, and gives the path with which the browser is sent back.
    pub async fn say_yes(&self, way: &Way) -> String {
        let there = crate::kit::person::browser().get(way.address.as_str()).send().await.unwrap();
        assert_eq!(there.status(), 303, "the provider lets them through");
        let back: Url = there.headers()["location"].to_str().unwrap().parse().unwrap();
        let path = back[openidconnect::url::Position::BeforePath..].to_owned();
        assert_eq!(back.as_str(), format!("{ORIGIN}{path}"), "to the letter");
        path
    }

    /// Goes to the provider, says yes and comes back.
    pub async fn sign_in(&self, person: &Person, query: &str) -> Answer {
        let way = self.begin(person, query).await;
        person.get(&self.say_yes(&way).await).await
    }

    /// A member for whom the provider vouches already.
    pub async fn linked(&self, email: &str, subject: &str) -> MemberId {
        let member = insert_member(&self.shop.direct, email).await;
        sqlx::query(
            "insert into member_identities (provider, subject, member_id, linked_at)
             values (?, ?, ?, utc_timestamp(3))",
        )
        .bind(self.word())
        .bind(subject)
        .bind(member.0)
        .execute(&self.shop.direct.mysql)
        .await
        .unwrap();
        member
    }

    pub async fn rows(&self) -> Rows {
        let (members, identities, events, sessions): (i64, i64, i64, i64) = sqlx::query_as(
            "select (select count(*) from members), (select count(*) from member_identities),
                    (select count(*) from member_identity_events), (select count(*) from sessions)",
        )
        .fetch_one(&self.shop.direct.mysql)
        .await
        .unwrap();
        Rows { members, identities, events, sessions }
    }
}

impl Browser {
    pub fn open(shop: &TestShop) -> Self {
        let jar = Arc::new(Jar::default());
        let client = reqwest::Client::builder()
            .cookie_provider(jar.clone())
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let person = Person::sharing(&client, &shop.url(0), None);
        Self { person, jar, url: shop.url(0).parse().unwrap() }
    }

    /// One in which this member is signed in.
    pub async fn of(shop: &TestShop, member: MemberId) -> Self {
        let browser = Self::open(shop);
        browser.log_in(shop, member).await;
        browser
    }

    pub async fn log_in(&self, shop: &TestShop, member: MemberId) {
        let token = sessions::start(&shop.direct, member).await.unwrap();
        self.jar.add_cookie_str(&format!("session={}; Path=/", token.to_text()), &self.url);
    }
}

impl Deref for Browser {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.person
    }
}

impl Way {
    pub fn query(&self) -> HashMap<String, String> {
        self.address.query_pairs().into_owned().collect()
    }
}

/// Whether an answer lets somebody in.
pub fn has_session(answer: &Answer) -> bool {
    let mut cookies = answer.headers.get_all(SET_COOKIE).iter();
    cookies.any(|cookie| cookie.to_str().unwrap().starts_with("session="))
}

/// Where an answer leads.
pub fn led_to(answer: &Answer) -> &str {
    assert_eq!(answer.status, 303, "{answer:?}");
    answer.header("location").unwrap()
}

pub async fn name_of(person: &Person) -> Option<String> {
    person.call("members/me", &[]).await.json()["name"].as_str().map(str::to_owned)
}
