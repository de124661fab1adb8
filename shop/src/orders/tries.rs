//! Transactions that are tried again.

use crate::parts::is_passing;
use crate::{Fault, Outcome, Refusal};

/// Two that wait for each other: one of them is rolled back, and tries again.
const TRIES_MAX: u32 = 3;

/// Why a transaction did not end in a commit.
#[derive(Debug)]
pub(super) enum Stop {
    /// What MySQL said; worth another try if it passes by itself.
    Sql(sqlx::Error),
    /// Anything else is so the next time as well.
    Fault(Fault),
}

impl From<sqlx::Error> for Stop {
    fn from(error: sqlx::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Fault(refusal.into())
    }
}

/// Runs a whole transaction, again after a deadlock. Whatever it reads it reads anew.
pub(super) async fn in_few_tries<T, F>(mut run: impl FnMut() -> F) -> Outcome<T>
where
    F: Future<Output = Result<T, Stop>>,
{
    let mut tries = 1;
    loop {
        match run().await {
            Ok(done) => return Ok(done),
            Err(Stop::Fault(fault)) => return Err(fault),
            Err(Stop::Sql(error)) if tries < TRIES_MAX && passes(&error) => tries += 1,
            Err(Stop::Sql(error)) => return Err(error.into()),
        }
    }
}

fn passes(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(is_passing)
}
