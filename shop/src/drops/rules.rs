//! The rules of a drop that need no MySQL, no Redis and no clock: who gets a coupon, what a line
//! does, and what may be believed of it. The verbs do the I/O and ask here. `model` plays the
//! same rules against every fault, and holds the scripts and the SQL against them.

pub(super) mod batch;
pub(super) mod belief;
pub(super) mod facts;
#[cfg(test)]
pub(super) mod gate;
pub(super) mod mending;
