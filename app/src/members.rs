//! Members: signing up, logging in and out, and who is reading.

pub mod api;
mod log_in_page;
mod me;
mod next;
mod sign_up_page;

pub use log_in_page::LogInPage;
pub use me::{Me, provide_me, use_me};
pub use next::{log_in_address, safe_next, use_next};
pub use sign_up_page::SignUpPage;
