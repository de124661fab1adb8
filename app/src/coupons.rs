//! Coupons: the list of mine, and how their terms read.

pub mod api;
mod card;
mod figure;
mod mine_page;
mod terms;

pub use card::CouponCard;
pub use figure::DiscountFigure;
pub use mine_page::MyCouponsPage;
pub use terms::{cap_text, discount_text, minimum_text, validity_text};
