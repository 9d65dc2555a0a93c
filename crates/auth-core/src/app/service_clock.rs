//! The identity service's clock, as far as its refusals have told.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

use crate::error::Error;

/// "The assertion is not within its valid time range."
const NOT_WITHIN_TIME: u32 = 700_024;

/// What a header that knows whole seconds, and the way it took, may differ by.
const UNSURE: SignedDuration = SignedDuration::from_secs(30);

/// What has to be added to this machine's clock. Clones share what they learned.
#[derive(Clone, Debug, Default)]
pub(crate) struct ServiceClock {
    offset_s: Arc<AtomicI64>,
}

impl ServiceClock {
    /// The present, by the service's clock.
    pub(crate) fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        now.checked_add(self.offset()).unwrap_or(now)
    }

    /// How much the service's clock is ahead of this machine's.
    pub(crate) fn offset(&self) -> SignedDuration {
        SignedDuration::from_secs(self.offset_s.load(Ordering::Relaxed))
    }

    /// Takes the time from a refusal of an assertion's times. `false` where that tells nothing new.
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
