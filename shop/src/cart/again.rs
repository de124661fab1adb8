//! Changes of a cart, tried again where another one crossed them.

use crate::{Fault, Outcome, Refusal};

/// Two clicks at once cross each other once; more often than this something else is wrong.
const TRIES_MAX: u32 = 5;

/// What one try at a change came to: done, refused and rolled back, or failed.
pub(super) type Try<T> = Result<Result<T, Refusal>, sqlx::Error>;

/// Tries a transaction until it stands. A deadlock passes, and a cart that somebody else has just
/// made is found by the next try.
pub(super) async fn until_it_stands<T, F>(mut attempt: impl FnMut() -> F) -> Outcome<T>
where
    F: Future<Output = Try<T>>,
{
    let mut tries = 1;
    loop {
        match attempt().await {
            Err(error) if tries < TRIES_MAX && is_worth_another_try(&error) => tries += 1,
            Err(error) => return Err(error.into()),
            Ok(answer) => return answer.map_err(Fault::from),
        }
    }
}

fn is_worth_another_try(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .is_some_and(|e| e.is_unique_violation() || crate::parts::is_passing(e))
}
