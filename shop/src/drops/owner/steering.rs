//! What may be done to a drop while it runs, and when. No MySQL in here, so that every rule has a
//! test.

use crate::drops::{Drop, QUOTA_MAX};
use crate::{Field, Moment, Problem, Refusal};
use serde_json::{Value, json};
use std::time::Duration;

/// A drop is open for so long at least: MySQL wants it to close after it opened.
const OPEN_AT_LEAST: Duration = Duration::from_millis(1);

/// Something an owner does to a drop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::drops) enum Steering {
    /// Nobody is served any more; who comes gets a ticket.
    Pause,
    /// It goes on where it stopped.
    Resume,
    /// So many a second from now on; `None` is as fast as the shop can.
    SetRate(Option<u32>),
    /// So many more coupons. A drop that was sold out opens again.
    AddQuota(u32),
    /// Nobody new may join. Who waits is served as long as there are coupons.
    Close,
}

impl Steering {
    /// Its name in the record.
    pub fn action(self) -> &'static str {
        match self {
            Self::Pause => "drops.pause",
            Self::Resume => "drops.resume",
            Self::SetRate(_) => "drops.set_rate",
            Self::AddQuota(_) => "drops.add_quota",
            Self::Close => "drops.close",
        }
    }

    /// What becomes of the drop at a moment.
    ///
    /// # Errors
    /// [`Refusal::DropMovedOn`] where it is in no state for it; a problem with the number.
    pub fn steer(self, old: &Drop, now: Moment) -> Result<Drop, Refusal> {
        if !self.fits(old, now) {
            return Err(Refusal::DropMovedOn);
        }
        let mut drop = old.clone();
        match self {
            Self::Pause => drop.paused_at = Some(now),
            Self::Resume => drop.paused_at = None,
            Self::SetRate(rate_per_s) => drop.rate_per_s = rate_per_s,
            Self::AddQuota(added) => drop.quota = raised(old.quota, added)?,
            Self::Close => drop.closes_at = now.max(old.opens_at.plus(OPEN_AT_LEAST)),
        }
        Ok(drop)
    }

    fn fits(self, drop: &Drop, now: Moment) -> bool {
        let has_coupons = drop.remaining() > 0;
        let is_open = drop.opens_at <= now && now < drop.closes_at && has_coupons;
        match self {
            Self::Pause => is_open && drop.paused_at.is_none(),
            // After the closing as well: who waits has to be served.
            Self::Resume => drop.paused_at.is_some(),
            Self::SetRate(_) => has_coupons,
            Self::AddQuota(_) => now < drop.closes_at,
            Self::Close => is_open,
        }
    }

    /// What is recorded of it.
    pub fn detail(self, old: &Drop, new: &Drop) -> Value {
        match self {
            Self::Pause | Self::Resume => json!({ "issued": old.issued }),
            Self::SetRate(_) => json!({ "before": old.rate_per_s, "after": new.rate_per_s }),
            Self::AddQuota(added) => {
                json!({ "added": added, "before": old.quota, "after": new.quota })
            }
            Self::Close => json!({
                "before": old.closes_at.in_korea().to_field(),
                "after": new.closes_at.in_korea().to_field(),
                "issued": old.issued,
            }),
        }
    }
}

fn raised(quota: u32, added: u32) -> Result<u32, Refusal> {
    let most = QUOTA_MAX.saturating_sub(quota);
    if (1..=most).contains(&added) {
        return Ok(quota + added);
    }
    let problem = Problem::OutOfRange { min: 1, max: most.into() };
    Err(Refusal::Form(vec![(Field::Count, problem)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Won;
    use crate::drops::{Discount, DropId, Terms};
    use Steering::{AddQuota, Close, Pause, Resume, SetRate};

    const EARLY: Moment = Moment::from_ms(500);
    const OPEN: Moment = Moment::from_ms(2_000);
    const LATE: Moment = Moment::from_ms(9_000);

    fn drop() -> Drop {
        Drop {
            id: DropId(1),
            name: "겨울".into(),
            quota: 100,
            issued: 40,
            opens_at: Moment::from_ms(1_000),
            closes_at: LATE,
            terms: Terms {
                discount: Discount::Fixed(Won(1)),
                minimum_spend: Won(0),
                valid_days: 1,
            },
            rate_per_s: None,
            paused_at: None,
            version: 1,
        }
    }

    fn paused() -> Drop {
        Drop { paused_at: Some(OPEN), ..drop() }
    }

    fn sold_out() -> Drop {
        Drop { issued: 100, ..drop() }
    }

    #[test]
    fn each_does_one_thing() {
        let steered = |steering: Steering, drop: &Drop| steering.steer(drop, OPEN);
        assert_eq!(steered(Pause, &drop()), Ok(paused()));
        assert_eq!(steered(Resume, &paused()), Ok(drop()));
        let slower = Drop { rate_per_s: Some(5), ..drop() };
        assert_eq!(steered(SetRate(Some(5)), &drop()), Ok(slower.clone()));
        assert_eq!(steered(SetRate(None), &slower), Ok(drop()));
        assert_eq!(steered(AddQuota(7), &sold_out()), Ok(Drop { quota: 107, ..sold_out() }));
        assert_eq!(steered(Close, &paused()), Ok(Drop { closes_at: OPEN, ..paused() }));
    }

    #[test]
    fn what_does_not_fit_its_state_is_refused() {
        let wrong = [
            (Pause, drop(), EARLY),
            (Pause, paused(), OPEN),
            (Pause, sold_out(), OPEN),
            (Pause, drop(), LATE),
            (Resume, drop(), OPEN),
            (SetRate(None), sold_out(), OPEN),
            (AddQuota(1), drop(), LATE),
            (AddQuota(1), sold_out(), LATE),
            (Close, drop(), EARLY),
            (Close, sold_out(), OPEN),
            (Close, drop(), LATE),
        ];
        for (steering, drop, now) in wrong {
            assert_eq!(steering.steer(&drop, now), Err(Refusal::DropMovedOn), "{steering:?}");
        }
    }

    #[test]
    fn who_waits_after_the_closing_can_still_be_served() {
        assert!(Resume.steer(&paused(), LATE).is_ok());
        assert!(SetRate(None).steer(&drop(), LATE).is_ok());
    }

    #[test]
    fn a_quota_has_its_bounds() {
        for added in [0, QUOTA_MAX - 99, u32::MAX] {
            let refusal = AddQuota(added).steer(&drop(), OPEN).expect_err("too few or too many");
            let problem = Problem::OutOfRange { min: 1, max: (QUOTA_MAX - 100).into() };
            assert_eq!(refusal.problem(Field::Count), Some(problem), "{added}");
        }
        let full = AddQuota(QUOTA_MAX - 100).steer(&drop(), OPEN);
        assert_eq!(full.map(|drop| drop.quota), Ok(QUOTA_MAX));
    }

    #[test]
    fn a_drop_closed_in_its_first_moment_has_been_open() {
        let at_once = Close.steer(&drop(), Moment::from_ms(1_000));
        assert_eq!(at_once.map(|drop| drop.closes_at), Ok(Moment::from_ms(1_001)));
    }
}
