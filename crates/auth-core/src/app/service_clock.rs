//! The offset of the identity service's clock, learned from its refusals.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

use crate::error::Error;

/// AADSTS700024: "The assertion is not within its valid time range."
const NOT_WITHIN_TIME: u32 = 700_024;

/// Uncertainty of the `Date` header: whole seconds, and the time of the response on its way.
const UNSURE: SignedDuration = SignedDuration::from_secs(30);

/// The offset that is added to this machine's clock. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct ServiceClock {
    offset_s: Arc<AtomicI64>,
}

impl ServiceClock {
    /// The current time by the service's clock.
    pub(crate) fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        now.checked_add(self.offset()).unwrap_or(now)
    }

    /// How far the service's clock is ahead of this machine's.
    pub(crate) fn offset(&self) -> SignedDuration {
        SignedDuration::from_secs(self.offset_s.load(Ordering::Relaxed))
    }

    /// Learns the offset from a refused assertion. `false` if the refusal has another reason or the
    /// offset is known already.
    pub(crate) fn learn(&self, refusal: &Error) -> bool {
        if !refusal.codes().contains(&NOT_WITHIN_TIME) {
            return false;
        }
        let Some(date) = refusal.date() else {
            return false;
        };
        if date.duration_since(self.now()).abs() <= UNSURE {
            return false;
        }
        let offset = date.duration_since(Timestamp::now());
        self.offset_s.store(offset.as_secs(), Ordering::Relaxed);
        true
    }
}
