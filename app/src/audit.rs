//! The record of what owners do.

pub mod api;
mod audit_page;
mod entry;
mod filter;
mod words;

pub use audit_page::AuditPage;
