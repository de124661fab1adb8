//! Members: signing up, logging in and out, who is reading, and their own page.

mod account;
pub mod api;
#[cfg(feature = "ssr")]
mod enter;
mod forgotten;
mod log_in_page;
mod me;
mod next;
pub mod owner;
pub mod security;
pub mod sign_in;
mod sign_up_page;

pub use account::{AccountPage, EmailPage, PasswordPage, ProfilePage};
#[cfg(feature = "ssr")]
pub use enter::enter;
pub use forgotten::{ConfirmPage, ForgottenPage, ResetPage};
pub use log_in_page::LogInPage;
pub use me::{Me, provide_me, use_me};
pub use next::{log_in_address, use_next};
pub use sign_in::{CompletePage, SignInTrouble, WaysInPage};
pub use sign_up_page::SignUpPage;
