//! What is read of a request's head, which anybody may have written. It is all here, apart from axum
//! and leptos, so that fuzzing builds it in seconds and holds it against what it promises.

pub mod cookie;
pub mod origin;
pub mod picture;
pub mod proxies;
pub mod way;
