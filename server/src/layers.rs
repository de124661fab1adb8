//! What every request passes through.

pub mod api_status;
pub mod asker;
pub mod csrf;
pub mod door;
pub mod guard;
pub mod log;
pub mod measure;
pub mod network;
mod talk;
pub mod visitors;
