//! What Kakao says of somebody beside its token.
//!
//! Its ID token has an address, but not whether it is theirs. That is told by `/v2/user/me`: an
//! address is theirs that is both valid (no other account has taken it over) and verified.

use super::client::Client;
use super::open_id::Vouched;
use serde::Deserialize;
use shop::members::identities::{Known, Provider};

const USER: &str = "/v2/user/me";

/// Where it is asked.
pub const HOSTS: &[&str] = &["kauth.kakao.com", "kapi.kakao.com"];

/// `openid` comes by itself.
pub const SCOPES: &[&str] = &["account_email", "profile_nickname"];

#[derive(Deserialize)]
struct User {
    id: u64,
    #[serde(default)]
    kakao_account: Account,
}

#[derive(Default, Deserialize)]
struct Account {
    email: Option<String>,
    #[serde(default)]
    is_email_valid: bool,
    #[serde(default)]
    is_email_verified: bool,
    #[serde(default)]
    profile: Profile,
}

#[derive(Default, Deserialize)]
struct Profile {
    nickname: Option<String>,
}

/// Whom Kakao vouches for. Its API is where its userinfo is.
pub async fn known(client: &Client, vouched: &Vouched) -> Result<Known, String> {
    let mut address = vouched.userinfo.clone().ok_or("no userinfo endpoint")?;
    address.set_path(USER);
    address.set_query(None);
    let user: User = client.read(address.as_str(), &vouched.access_token).await?;
    let subject = vouched.claims.subject().as_str();
    if user.id.to_string() != subject {
        return Err("the account is another than the one vouched for".into());
    }
    let Account { email, is_email_valid, is_email_verified, profile } = user.kakao_account;
    Known::new(
        Provider::Kakao,
        subject,
        profile.nickname.as_deref(),
        email.as_deref(),
        is_email_valid && is_email_verified,
    )
}
