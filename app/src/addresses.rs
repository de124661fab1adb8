//! The address book.

pub mod api;
mod book;
mod book_page;
mod card;
mod form;

pub use book_page::AddressBookPage;
