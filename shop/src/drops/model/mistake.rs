//! Mistakes that somebody might make, planted to see that a history finds them.

/// One thing that the real shop does right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The news of a coupon goes out before its commit.
    ConfirmsBeforeCommit,
    /// The batch is not held against the coupons that exist.
    NoUniqueCheck,
    /// The batch does not stop where the quota ends.
    NoQuotaCheck,
    /// The decision does not look at the owner's pause.
    IssuesInAPause,
    /// The gate takes what was decided upon a line that is no more.
    SettlesAnotherLine,
    /// An entry leaves the line before MySQL has decided.
    SettlesBeforeCommit,
    /// An issuer for whose clock it is too early goes on having the lease.
    KeepsTheLease,
    /// "Sold out" is said by what a process last heard, although it knows that coupons were added.
    SoldOutByOldNumbers,
    /// "Sold out" is said without a second look whether the last coupon was the asker's.
    LooksOnceForACoupon,
    /// Tickets of a line that is built anew begin at 1 again.
    TicketsFromOne,
    /// A coupon keeps the place it had, even if the new line is not so far yet.
    KeepsPlacesAhead,
    /// Whatever is heard of a line is believed.
    BelievesOldNews,
    /// What a process knew of a line stands, although Redis has lost it.
    NeverForgets,
    /// Nobody replaces a gate that is shut with coupons left.
    NobodyReopens,
    /// Whose ticket was decided without a coupon goes on with it.
    NoNewPlace,
}
