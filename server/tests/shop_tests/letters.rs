//! Letters, and what their links do.

mod confirm;
mod fixtures;
mod forgotten;
mod limits;
mod outbox;
mod secrets;
mod smtp;
mod smtp_server;
