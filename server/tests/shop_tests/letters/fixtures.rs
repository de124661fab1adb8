//! Somebody with a mailbox.

use crate::kit::person::Answer;
use crate::kit::shop::ORIGIN;
use crate::kit::{Person, TestShop, until};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fs;

pub const PASSWORD: &str = "one fine password";
pub const NEW_PASSWORD: &str = "another fine one";

/// Somebody who signed up with [`PASSWORD`], in a browser of their own.
pub async fn signed_up(shop: &TestShop, email: &str) -> Person {
    let form =
        [("name", "김지우"), ("email", email), ("password", PASSWORD), ("address", "서울시 중구")];
    let person = shop.visitor();
    assert_eq!(person.call("members/sign_up", &form).await.status, 200);
    person
}

pub async fn log_in(shop: &TestShop, email: &str, password: &str) -> Answer {
    shop.visitor().call("members/log_in", &[("email", email), ("password", password)]).await
}

/// Asks for a link to a new password.
pub async fn forget(shop: &TestShop, email: &str) {
    let answer = shop.visitor().call("members/forget_password", &[("email", email)]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

pub async fn reset(shop: &TestShop, token: &str, password: &str) -> Answer {
    let form = [("token", token), ("new_password", password)];
    shop.visitor().call("members/reset_password", &form).await
}

/// The letters to an address that a worker has written into the folder, the oldest first, readable.
pub fn mailbox(shop: &TestShop, email: &str) -> Vec<String> {
    let letters = shop.mail_dir.files().into_iter().filter(|name| name.ends_with(".eml"));
    letters
        .map(|name| readable(&fs::read_to_string(shop.mail_dir.path.join(name)).unwrap()))
        .filter(|letter| letter.contains(&format!("<{email}>")))
        .collect()
}

/// Waits for the `n`th letter to an address that says something.
pub async fn letter(shop: &TestShop, email: &str, saying: &str, n: usize) -> String {
    let what = format!("letter {n} to {email} that says {saying}");
    until(&what, async || {
        mailbox(shop, email).into_iter().filter(|letter| letter.contains(saying)).nth(n - 1)
    })
    .await
}

/// The token of the `n`th letter to an address with a link to this page.
pub async fn token(shop: &TestShop, email: &str, page: &str, n: usize) -> String {
    let link = format!("{ORIGIN}/{page}?token=");
    let letter = letter(shop, email, &link, n).await;
    let token = letter.split(&link).nth(1).unwrap();
    token.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// Asks for a link to a new password, and reads its token in the letter, the `n`th of them.
pub async fn forgotten_token(shop: &TestShop, email: &str, n: usize) -> String {
    forget(shop, email).await;
    token(shop, email, "reset", n).await
}

/// A letter with its parts as a reader sees them.
fn readable(letter: &str) -> String {
    let mut readable = String::new();
    // A part is its head, an empty line, and its text up to the next boundary.
    for part in letter.replace("\r\n", "\n").split("\n--") {
        let (head, text) = part.split_once("\n\n").unwrap_or((part, ""));
        readable += head;
        readable += "\n\n";
        if head.contains("Content-Transfer-Encoding: base64") {
            let bytes = STANDARD.decode(text.replace('\n', "")).unwrap();
            readable += &String::from_utf8(bytes).unwrap();
        } else if head.contains("Content-Transfer-Encoding: quoted-printable") {
            readable += &unquoted(text);
        } else {
            readable += text;
        }
        readable += "\n";
    }
    readable
}

fn unquoted(text: &str) -> String {
    let mut bytes = vec![];
    let mut rest = text.replace("=\n", "").into_bytes().into_iter();
    while let Some(byte) = rest.next() {
        if byte == b'=' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}
