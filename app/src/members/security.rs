//! What keeps a member's account theirs.

pub mod api;
mod code_page;
mod factor_link;
mod factor_page;
mod leave_page;
mod offer_card;
mod proof_notice;
mod sessions_card;

pub use code_page::LogInCodePage;
pub use factor_link::FactorLink;
pub use factor_page::FactorPage;
pub use leave_page::LeavePage;
pub use proof_notice::ProofNotice;
pub use sessions_card::SessionsCard;
