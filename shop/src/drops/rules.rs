//! The rules of a drop that need no MySQL, no Redis and no clock: who gets a coupon, what a line
//! does, and what may be believed of it. The verbs do the I/O and ask here.

pub(super) mod batch;
pub(super) mod belief;
pub(super) mod facts;
pub(super) mod mending;
