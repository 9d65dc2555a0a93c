//! Rate limits: calls wait for a free slot instead of being throttled by the service.
//!
//! The services document limits per operation, such as 100 calls a minute and 1500 an hour, and count
//! per application and tenant. A client that ignores them gets 429 and makes it worse: Defender for
//! Endpoint throttles again a call that comes before `Retry-After` is over.
//!
//! A budget ([`Bucket`]) exists per application, tenant and limit class of operations. A call
//!
//! 1. draws a ticket and joins the queue of its budget (first come, first served),
//! 2. takes a slot when one is free, or fails at once if the wait would be too long,
//! 3. counts the slot when it is sent ([`Slot::spend`]), or returns it when it is dropped unsent.
//!
//! Throttled answers correct the budget: it pauses for the delay, and a quota named in the answer
//! replaces the documented one.
//!
//! All state is in memory of one process, behind one lock that is never held across an `await`.
//! Queued calls sleep until their slot is due or the budget changes, whichever is first; there is no
//! background task. Everything here is cancel safe: a dropped future leaves the queue.
//!
//! The token buckets of other libraries were no fit: their clocks cannot be paused by tests, and they
//! cannot be drained from outside after a throttled answer.

mod bucket;
mod record;
mod waits;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::sync::Notify;
use tokio::time::Instant;

use self::bucket::Bucket;
pub(crate) use self::bucket::quota_in_words;
pub use self::record::BudgetRecord;
pub(crate) use self::waits::Wait;
use self::waits::Waits;
use crate::operation::{Operation, RateLimit};
use crate::pipeline::time::deadline;

/// Rate-limit budgets per application, tenant and limit class. Clones share them.
///
/// Give one `Throttle` to all clients of a process: clients of one tenant then share its budgets, and
/// clients of different applications or tenants never wait for each other.
///
/// A budget admits no more calls than documented in any window of time, first come, first served. After
/// a throttled answer it pauses for the delay that the service asked for, at most for its longest window
/// or five minutes, whichever is longer: a wrong clock at a gateway must not stop a program for good.
///
/// A call that is never sent, because its credential failed or its future was dropped, uses no slot.
///
/// ```
/// use std::sync::Arc;
/// use http_core::{Client, ReqwestTransport, Throttle, Url};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let throttle = Throttle::new();
/// let transport = Arc::new(ReqwestTransport::new()?);
/// for tenant in ["contoso", "fabrikam"] {
///     let client = Client::builder(Url::parse("https://api.example.com")?)
///         .transport(transport.clone())
///         .throttle(throttle.clone(), tenant)
///         .build()?;
///     # let _ = client;
/// }
/// assert!(throttle.budgets().is_empty(), "budgets are made by the first call");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
pub struct Throttle {
    shared: Option<Arc<Buckets>>,
    waits: Waits,
}

/// Shortest wait for a slot that the log names before it begins.
const NOTED: Duration = Duration::from_secs(1);

/// The shared state: budgets by key, and the counter that numbers queued calls.
#[derive(Default)]
struct Buckets {
    by_key: Mutex<HashMap<BucketKey, Bucket>>,
    tickets: AtomicU64,
    /// An instant and its time on the clock, so that a call has the same time in every [`Throttle::records`].
    began: OnceLock<(Instant, SystemTime)>,
    /// Calls of earlier processes, until their budget is used.
    restored: Mutex<Vec<BudgetRecord>>,
}

/// Owner and limit class of a budget.
type BucketKey = (BudgetOwner, &'static str);

/// The application and tenant whose calls a service counts together. Empty parts are allowed and
/// compare like any other text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct BudgetOwner {
    pub(crate) application: Arc<str>,
    pub(crate) tenant: Arc<str>,
}

/// A snapshot of one budget, for display and for [`Throttle::clear_budget`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Budget {
    /// Client id of the application. Empty if the client was given none.
    pub application: String,
    /// The tenant. Empty if the client was given none.
    pub tenant: String,
    /// The limit class: operations of one class share the budget.
    pub class: &'static str,
    /// Each window with the number of calls used in it, reserved slots included.
    pub windows: Vec<(RateLimit, u32)>,
    /// Time until a further call would be admitted, behind those that wait. Zero if a slot is free.
    pub next_free: Duration,
    /// Number of calls that wait for a slot.
    pub waiting: usize,
    /// What is left of the pause that a throttled answer asked for.
    pub paused: Duration,
}

impl Throttle {
    /// Budgets with the documented limits of the operations.
    pub fn new() -> Self {
        Self {
            shared: Some(Arc::default()),
            waits: Waits::default(),
        }
    }

    /// No budgets: every call is sent at once, and only `Retry-After` slows a call down. For private
    /// endpoints and for measuring.
    pub fn off() -> Self {
        Self {
            shared: None,
            waits: Waits::default(),
        }
    }

    /// No budgets, with the same count of [waits](Self::waited).
    #[must_use]
    pub fn without_budgets(&self) -> Self {
        Self {
            shared: None,
            waits: self.waits.clone(),
        }
    }

    /// All budgets in use, sorted by application, tenant and class. Empty if throttling is off.
    pub fn budgets(&self) -> Vec<Budget> {
        let Some(shared) = &self.shared else {
            return Vec::new();
        };
        let now = Instant::now();
        let mut buckets = shared.lock();
        let mut budgets: Vec<_> = buckets
            .iter_mut()
            .map(|((owner, class), bucket)| Budget {
                application: owner.application.to_string(),
                tenant: owner.tenant.to_string(),
                class,
                windows: bucket.used(now),
                next_free: bucket.wait(now),
                waiting: bucket.waiting(),
                paused: bucket.paused(now),
            })
            .collect();
        budgets.sort_by(|a, b| {
            (&a.application, &a.tenant, a.class).cmp(&(&b.application, &b.tenant, b.class))
        });
        budgets
    }

    /// The calls of this process that still count, for [`restore`](Self::restore) in another one. Reserved slots and
    /// restored calls are left out. Empty if throttling is off. A call has the same time whenever this is asked, so records of one
    /// process may be [merged](BudgetRecord::merge) again and again.
    pub fn records(&self) -> Vec<BudgetRecord> {
        let Some(shared) = &self.shared else {
            return Vec::new();
        };
        let now = Instant::now();
        let clock = shared.clock_at(now);
        let mut buckets = shared.lock();
        let records = buckets.iter_mut().map(|((owner, class), bucket)| {
            let mut record =
                BudgetRecord::new(&owner.application, &owner.tenant, class, &bucket.limits());
            for age in bucket.ages(now) {
                record.called(clock - age);
            }
            let paused = bucket.paused(now);
            if !paused.is_zero() {
                record.pause(clock + paused);
            }
            record
        });
        records
            .filter_map(|mut record| record.prune(clock).then_some(record))
            .collect()
    }

    /// Counts calls that other processes have sent. Call it before the first call of a budget; later it has no effect
    /// on that budget.
    ///
    /// ```
    /// use http_core::{BudgetRecord, RateLimit, Throttle};
    ///
    /// let mut record = BudgetRecord::new("app", "contoso", "x.exports", &[RateLimit::per_minute(2)]);
    /// record.called(std::time::SystemTime::now());
    /// let throttle = Throttle::new();
    /// throttle.restore(vec![record]);
    /// assert!(throttle.records().is_empty(), "the call is known where it came from");
    /// ```
    pub fn restore(&self, records: Vec<BudgetRecord>) {
        if let Some(shared) = &self.shared {
            shared.restored().extend(records);
        }
    }

    /// How long calls have waited for a slot, and for the delay of a throttled answer. Counted with throttling off, too.
    ///
    /// Waits of calls side by side are added up. A wait counts once it has ended, whether its call goes on or was dropped.
    pub fn waited(&self) -> Duration {
        self.waits.total()
    }

    /// Whether a call waits now, for a slot or for the delay of a throttled answer.
    pub fn is_waiting(&self) -> bool {
        self.waits.is_open()
    }

    /// Begins to wait for the delay of a throttled answer.
    pub(crate) fn begin_wait(&self) -> Wait {
        self.waits.begin()
    }

    /// Forgets all budgets: used slots, pauses, and quotas that answers named. Waiting calls check
    /// again at once.
    pub fn clear(&self) {
        self.forget(|_, _| true);
    }

    /// Forgets one budget, such as one that a mistaken `Retry-After` has paused.
    pub fn clear_budget(&self, budget: &Budget) {
        self.forget(|owner, class| {
            *owner.application == *budget.application
                && *owner.tenant == *budget.tenant
                && class == budget.class
        });
    }

    /// Removes the matching budgets and wakes their queues.
    fn forget(&self, matches: impl Fn(&BudgetOwner, &str) -> bool) {
        let Some(shared) = &self.shared else { return };
        shared.lock().retain(|(owner, class), bucket| {
            let remove = matches(owner, class);
            if remove {
                bucket.changed.notify_waiters();
            }
            !remove
        });
    }

    /// Waits for a slot and takes it. First come, first served.
    ///
    /// Cancel safe: a dropped future leaves the queue, and an unspent [`Slot`] is returned.
    ///
    /// # Errors
    /// The length of the wait, if it exceeds `within`. Returned at once, without waiting.
    pub(crate) async fn acquire(
        &self,
        owner: &BudgetOwner,
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
            key: (owner.clone(), operation.conduct.limit_class),
            operation,
            ticket: shared.tickets.fetch_add(1, Ordering::Relaxed),
            has_waited: false,
        };
        let mut wait_counted = None;
        loop {
            let changed = waiting.changed();
            let changed = changed.notified();
            tokio::pin!(changed);
            // Registers for wake-ups before the check, so that no change in between is missed.
            changed.as_mut().enable();
            let Err(wait) = waiting.try_take() else {
                let waited = waiting.has_waited.then(|| begun.elapsed());
                return Ok(waiting.into_slot(waited));
            };
            if wait > until.saturating_duration_since(Instant::now()) {
                return Err(wait);
            }
            if !waiting.has_waited && wait >= NOTED {
                tracing::info!(
                    operation = operation.id,
                    wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX),
                    "waiting for the rate limit"
                );
            }
            waiting.has_waited = true;
            wait_counted.get_or_insert_with(|| self.waits.begin());
            // Woken or timed out, the next round checks again.
            let _ = tokio::time::timeout(wait, changed).await;
        }
    }

    /// Corrects a budget after a throttled answer: no call is admitted for `delay`, and a quota named
    /// in the answer replaces the documented one.
    pub(crate) fn throttled(
        &self,
        owner: &BudgetOwner,
        operation: &'static Operation,
        delay: Duration,
        quota: Option<RateLimit>,
    ) {
        let Some(shared) = &self.shared else { return };
        let key = (owner.clone(), operation.conduct.limit_class);
        shared.with(&key, operation, |bucket, now| {
            bucket.stop(delay, now);
            if let Some(quota) = quota {
                bucket.adopt(quota);
            }
        });
    }
}

impl Buckets {
    /// The time on the clock at an instant. Counted from the first one asked for.
    fn clock_at(&self, now: Instant) -> SystemTime {
        let (began, clock) = *self.began.get_or_init(|| (now, SystemTime::now()));
        clock + now.saturating_duration_since(began)
    }

    /// Locks the budgets. A poisoned lock is used: each change leaves a budget consistent.
    fn lock(&self) -> MutexGuard<'_, HashMap<BucketKey, Bucket>> {
        self.by_key.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The records of earlier processes.
    fn restored(&self) -> MutexGuard<'_, Vec<BudgetRecord>> {
        self.restored.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_restored(&self, (owner, class): &BucketKey) -> Option<BudgetRecord> {
        let mut restored = self.restored();
        let place = restored.iter().position(|record| {
            *record.application == *owner.application
                && *record.tenant == *owner.tenant
                && record.class == *class
        })?;
        Some(restored.swap_remove(place))
    }

    /// Acts on the budget of a key, which is made from the operation's limits if it does not exist.
    fn with<R>(
        &self,
        key: &BucketKey,
        operation: &'static Operation,
        act: impl FnOnce(&mut Bucket, Instant) -> R,
    ) -> R {
        let mut buckets = self.lock();
        let bucket = buckets.entry(key.clone()).or_insert_with(|| {
            let mut bucket = Bucket::new(operation.conduct.limits);
            if let Some(record) = self.take_restored(key) {
                bucket.restore(&record, Instant::now(), SystemTime::now());
            }
            bucket
        });
        act(bucket, Instant::now())
    }

    /// Acts on a budget if it still exists: it may have been cleared meanwhile.
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

/// A place in the queue, left when dropped.
struct Waiting<'a> {
    shared: &'a Arc<Buckets>,
    key: BucketKey,
    operation: &'static Operation,
    ticket: u64,
    has_waited: bool,
}

impl Waiting<'_> {
    /// The signal that the budget has changed.
    fn changed(&self) -> Arc<Notify> {
        let changed = |bucket: &mut Bucket, _| Arc::clone(&bucket.changed);
        self.shared.with(&self.key, self.operation, changed)
    }

    /// Takes a slot, or returns how long to wait for one.
    fn try_take(&self) -> Result<(), Duration> {
        let take = |bucket: &mut Bucket, now| bucket.try_take(self.ticket, now);
        self.shared.with(&self.key, self.operation, take)
    }

    /// Leaves the queue with the slot that was taken.
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

/// A slot of a budget. Counts once the call is sent; returned to the budget if dropped before.
pub(crate) struct Slot {
    held: Option<(Arc<Buckets>, BucketKey)>,
    waited: Option<Duration>,
}

impl Slot {
    /// The slot of a client without budgets.
    fn unlimited() -> Self {
        Self {
            held: None,
            waited: None,
        }
    }

    /// How long the call waited for the slot, `None` if it did not wait.
    pub(crate) fn waited(&self) -> Option<Duration> {
        self.waited
    }

    /// Counts the call. Call it right before the request is sent.
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
