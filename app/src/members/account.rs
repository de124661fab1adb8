//! A member's own page, and what they may change of themselves.

mod account_page;
mod email_page;
mod own_profile;
mod password_page;
mod profile_page;

pub use account_page::AccountPage;
pub use email_page::EmailPage;
pub use password_page::PasswordPage;
pub use profile_page::ProfilePage;
