//! Budgets: calls wait for a free slot instead of running into a refusal, and every refusal corrects the budget.

mod bucket;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

use self::bucket::Bucket;
pub(crate) use self::bucket::quota_in_words;
use crate::operation::{Operation, RateLimit};
use crate::pipeline::time::deadline;

/// Budgets per application, tenant and operation class; clones share them.
///
/// The services count per application and tenant, so clients of one tenant should share a `Throttle`, and clients of
/// different applications or tenants never wait for each other: both are part of the key. A budget knows the documented
/// windows of its operations, admits no more calls than they allow in any such window, first come first, and stops as
/// long as the service asked for: at most as long as its longest window, or five minutes where that is longer.
///
/// A call that is not sent, because its credential failed or its caller went away, uses no slot up.
#[derive(Clone, Default)]
pub struct Throttle {
    shared: Option<Arc<Buckets>>,
}

#[derive(Default)]
struct Buckets {
    by_key: Mutex<HashMap<BucketKey, Bucket>>,
    tickets: AtomicU64,
}

type BucketKey = (Caller, &'static str);

/// Whose calls the services count together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Caller {
    pub(crate) application: Arc<str>,
    pub(crate) tenant: Arc<str>,
}

/// What a budget holds at the moment it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The application the budget belongs to; empty where the client was given none.
    pub application: String,
    /// The tenant the budget belongs to.
    pub tenant: String,
    /// The operation class.
    pub class: &'static str,
    /// Each window with the calls used in it.
    pub windows: Vec<(RateLimit, u32)>,
    /// How long until the next call is admitted; zero where one is free.
    pub next_free: Duration,
}

impl Throttle {
    /// Budgets as documented.
    pub fn new() -> Self {
        Self {
            shared: Some(Arc::default()),
        }
    }

    /// No budgets: every call goes out at once. For private endpoints and for measuring.
    pub fn off() -> Self {
        Self { shared: None }
    }

    /// Every budget in use.
    pub fn budgets(&self) -> Vec<Budget> {
        let Some(shared) = &self.shared else {
            return Vec::new();
        };
        let now = Instant::now();
        let mut buckets = shared.lock();
        let mut budgets: Vec<_> = buckets
            .iter_mut()
            .map(|((caller, class), bucket)| Budget {
                application: caller.application.to_string(),
                tenant: caller.tenant.to_string(),
                class,
                windows: bucket.used(now),
                next_free: bucket.wait(now),
            })
            .collect();
        budgets.sort_by(|a, b| {
            (&a.application, &a.tenant, a.class).cmp(&(&b.application, &b.tenant, b.class))
        });
        budgets
    }

    /// Forgets all budgets: what was used, what refusals asked for, and the quotas they named. Calls that wait look again.
    pub fn clear(&self) {
        self.forget(|_, _| true);
    }

    /// Forgets one budget, such as one that a mistaken `Retry-After` has stopped.
    pub fn clear_budget(&self, budget: &Budget) {
        self.forget(|caller, class| {
            *caller.application == *budget.application
                && *caller.tenant == *budget.tenant
                && class == budget.class
        });
    }

    fn forget(&self, is_meant: impl Fn(&Caller, &str) -> bool) {
        let Some(shared) = &self.shared else { return };
        shared.lock().retain(|(caller, class), bucket| {
            let goes = is_meant(caller, class);
            if goes {
                bucket.changed.notify_waiters();
            }
            !goes
        });
    }

    /// Waits for a slot and takes it. Whoever came first is admitted first.
    ///
    /// # Errors
    /// How long the wait would be, where that is longer than `within`; nothing is waited for then.
    pub(crate) async fn acquire(
        &self,
        caller: &Caller,
        operation: &'static Operation,
        within: Duration,
    ) -> Result<Slot, Duration> {
        let Some(shared) = &self.shared else {
            return Ok(Slot::unlimited());
        };
        let begun = Instant::now();
        let until = deadline(within);
        let mut waiting = Waiting {
            shared,
            key: (caller.clone(), operation.conduct.limit_class),
            operation,
            ticket: shared.tickets.fetch_add(1, Ordering::Relaxed),
            has_waited: false,
        };
        loop {
            let changed = waiting.changed();
            let changed = changed.notified();
            tokio::pin!(changed);
            // From here on no change is missed.
            changed.as_mut().enable();
            let Err(wait) = waiting.try_take() else {
                let waited = waiting.has_waited.then(|| begun.elapsed());
                return Ok(waiting.into_slot(waited));
            };
            if wait > until.saturating_duration_since(Instant::now()) {
                return Err(wait);
            }
            waiting.has_waited = true;
            // Either way it looks again.
            let _ = tokio::time::timeout(wait, changed).await;
        }
    }

    /// Corrects a budget after a refusal: nobody calls before `delay` is over, and a quota that the refusal named
    /// takes the place of the documented one.
    pub(crate) fn refused(
        &self,
        caller: &Caller,
        operation: &'static Operation,
        delay: Duration,
        quota: Option<RateLimit>,
    ) {
        let Some(shared) = &self.shared else { return };
        let key = (caller.clone(), operation.conduct.limit_class);
        shared.with(&key, operation, |bucket, now| {
            bucket.stop(delay, now);
            if let Some(quota) = quota {
                bucket.adopt(quota);
            }
        });
    }
}

impl Buckets {
    fn lock(&self) -> MutexGuard<'_, HashMap<BucketKey, Bucket>> {
        self.by_key.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<R>(
        &self,
        key: &BucketKey,
        operation: &'static Operation,
        act: impl FnOnce(&mut Bucket, Instant) -> R,
    ) -> R {
        let mut buckets = self.lock();
        let bucket = buckets
            .entry(key.clone())
            .or_insert_with(|| Bucket::new(operation.conduct.limits));
        act(bucket, Instant::now())
    }

    /// Acts on a budget if it is still there: it may have been cleared.
    fn with_known(&self, key: &BucketKey, act: impl FnOnce(&mut Bucket, Instant)) {
        if let Some(bucket) = self.lock().get_mut(key) {
            act(bucket, Instant::now());
        }
    }
}

impl fmt::Debug for Throttle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.shared.is_some() {
            "Throttle"
        } else {
            "Throttle(off)"
        })
    }
}

/// A place in the queue, which is given up when its holder goes away.
struct Waiting<'a> {
    shared: &'a Arc<Buckets>,
    key: BucketKey,
    operation: &'static Operation,
    ticket: u64,
    has_waited: bool,
}

impl Waiting<'_> {
    fn changed(&self) -> Arc<Notify> {
        let changed = |bucket: &mut Bucket, _| Arc::clone(&bucket.changed);
        self.shared.with(&self.key, self.operation, changed)
    }

    fn try_take(&self) -> Result<(), Duration> {
        let take = |bucket: &mut Bucket, now| bucket.try_take(self.ticket, now);
        self.shared.with(&self.key, self.operation, take)
    }

    fn into_slot(self, waited: Option<Duration>) -> Slot {
        Slot {
            held: Some((Arc::clone(self.shared), self.key.clone())),
            waited,
        }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.shared
            .with_known(&self.key, |bucket, _| bucket.leave(self.ticket));
    }
}

/// A slot of a budget. It counts once the call is sent, and is free again where it never is.
pub(crate) struct Slot {
    held: Option<(Arc<Buckets>, BucketKey)>,
    waited: Option<Duration>,
}

impl Slot {
    fn unlimited() -> Self {
        Self {
            held: None,
            waited: None,
        }
    }

    /// How long it was waited for, if at all.
    pub(crate) fn waited(&self) -> Option<Duration> {
        self.waited
    }

    /// Counts the call, which is sent now.
    pub(crate) fn spend(mut self) {
        if let Some((shared, key)) = self.held.take() {
            shared.with_known(&key, Bucket::spend);
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        if let Some((shared, key)) = self.held.take() {
            shared.with_known(&key, |bucket, _| bucket.give_back());
        }
    }
}
