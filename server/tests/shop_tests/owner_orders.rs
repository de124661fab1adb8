//! The owner's orders: who sees them, who acts, how they are found, and the file.

mod file;
mod roles;
mod search;
