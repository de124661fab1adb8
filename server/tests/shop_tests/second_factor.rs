//! The second factor: setting it up, logging in with it, and what it is worth.

mod log_in;
mod proof;
mod required;
mod set_up;

use crate::kit::person::Answer;
use crate::kit::telephone::{Telephone, set_up_factor};
use crate::kit::{Person, TestShop};
use serde_json::Value;
use shop::members::{self, Role};

const PASSWORD: &str = "one fine password";
const EMAIL: &str = "admin@b.kr";

/// Somebody who signed up with [`PASSWORD`] and has a role; in a browser of their own.
async fn staff(shop: &TestShop, email: &str, role: Role) -> Person {
    let form = [("name", "관리자"), ("email", email), ("password", PASSWORD), ("address", "서울")];
    let person = shop.visitor();
    assert_eq!(person.call("members/sign_up", &form).await.status, 200);
    members::grant(&shop.direct, email, role, "test").await.unwrap();
    person
}

/// An admin with a second factor, their telephone, and their recovery codes.
async fn admin(shop: &TestShop) -> (Person, Telephone, Vec<String>) {
    let admin = staff(shop, EMAIL, Role::Admin).await;
    let (telephone, codes) = set_up_factor(shop, &admin, PASSWORD).await;
    (admin, telephone, codes)
}

async fn log_in(person: &Person) -> Answer {
    person.call("members/log_in", &[("email", EMAIL), ("password", PASSWORD)]).await
}

async fn show_code(person: &Person, code: &str) -> Answer {
    person.call("members/log_in_code", &[("code", code)]).await
}

/// Somebody who has shown the right password, and is asked for a code.
async fn half_in(shop: &TestShop) -> Person {
    let person = shop.visitor();
    let answer = log_in(&person).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert!(!is_signed_in(&person).await, "a password alone is not enough");
    person
}

async fn is_signed_in(person: &Person) -> bool {
    !person.call("members/me", &[]).await.json().is_null()
}

async fn standing(person: &Person) -> Value {
    person.call("members/factor", &[]).await.json()
}

fn problem(answer: &Answer) -> (u16, Option<Value>) {
    (answer.status, answer.problem("code"))
}

/// What the record says, the oldest first.
async fn record(shop: &TestShop) -> Vec<(String, u64, u64)> {
    sqlx::query_as(
        "select cast(action as char), actor_id, subject_id from audit_entries order by id",
    )
    .fetch_all(&shop.direct.mysql)
    .await
    .unwrap()
}
