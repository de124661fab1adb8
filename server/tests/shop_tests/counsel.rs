//! The counsellors' side of the chat: who sees rooms, who takes them, what is noted.

mod canned;
mod fixtures;
mod hands;
mod notes;
mod pages;
mod rooms;
