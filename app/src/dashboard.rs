//! The shop's day at a glance, for its owner.

pub mod api;
mod bars;
mod chart;
mod dashboard_page;
mod tiles;

pub use dashboard_page::DashboardPage;
