//! Budgets: calls wait for a free slot instead of running into a refusal, and every refusal corrects the budget.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::operation::{Operation, RateLimit};

/// Budgets per tenant and operation class; clones share them.
///
/// The services count per application and tenant, so clients of one tenant should share a `Throttle` and clients of
/// different tenants never wait for each other: the tenant is part of the key. A bucket knows the documented
/// windows of its rows, admits no more calls than they allow in any such window, and stands still as long as the
/// service asked for.
#[derive(Clone, Default)]
pub struct Throttle {
    shared: Option<Arc<Mutex<HashMap<BucketKey, Bucket>>>>,
}

type BucketKey = (Arc<str>, &'static str);

/// What a budget holds at the moment it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
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
        let mut buckets = shared.lock().unwrap_or_else(PoisonError::into_inner);
        let mut budgets: Vec<_> = buckets
            .iter_mut()
            .map(|((tenant, class), bucket)| Budget {
                tenant: tenant.to_string(),
                class,
                windows: bucket
                    .windows
                    .iter_mut()
                    .map(|w| (w.limit, w.used(now)))
                    .collect(),
                next_free: bucket.wait(now),
            })
            .collect();
        budgets.sort_by(|a, b| (&a.tenant, a.class).cmp(&(&b.tenant, b.class)));
        budgets
    }

    /// Waits for a slot and takes it; answers how long that took.
    ///
    /// # Errors
    /// How long the wait would be, where that is longer than `within`; nothing is waited for then.
    pub(crate) async fn acquire(
        &self,
        tenant: &Arc<str>,
        operation: &'static Operation,
        within: Duration,
    ) -> Result<Duration, Duration> {
        let begun = Instant::now();
        while let Some(wait) = self.try_acquire(tenant, operation) {
            if begun.elapsed() + wait > within {
                return Err(wait);
            }
            tokio::time::sleep(wait).await;
        }
        Ok(begun.elapsed())
    }

    /// Takes a slot, or says how long to wait for one.
    fn try_acquire(&self, tenant: &Arc<str>, operation: &'static Operation) -> Option<Duration> {
        self.with_bucket(tenant, operation, |bucket, now| match bucket.wait(now) {
            Duration::ZERO => {
                bucket.take(now);
                None
            }
            wait => Some(wait),
        })
        .flatten()
    }

    /// Corrects a budget after a refusal: nobody calls before `delay` is over, and a quota that the refusal named
    /// takes the place of the documented one.
    pub(crate) fn refused(
        &self,
        tenant: &Arc<str>,
        operation: &'static Operation,
        delay: Duration,
        quota: Option<RateLimit>,
    ) {
        self.with_bucket(tenant, operation, |bucket, now| {
            bucket.not_before = Some(bucket.not_before.unwrap_or(now).max(now + delay));
            if let Some(quota) = quota {
                bucket.adopt(quota);
            }
        });
    }

    fn with_bucket<R>(
        &self,
        tenant: &Arc<str>,
        operation: &'static Operation,
        act: impl FnOnce(&mut Bucket, Instant) -> R,
    ) -> Option<R> {
        let shared = self.shared.as_ref()?;
        let mut buckets = shared.lock().unwrap_or_else(PoisonError::into_inner);
        let bucket = buckets
            .entry((Arc::clone(tenant), operation.limit_class))
            .or_insert_with(|| Bucket::new(operation.limits));
        Some(act(bucket, Instant::now()))
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

struct Bucket {
    windows: Vec<Window>,
    not_before: Option<Instant>,
}

/// A sliding window: the instants of the calls inside it. A token bucket would admit a burst and its refill within
/// one window of the service.
struct Window {
    limit: RateLimit,
    calls: VecDeque<Instant>,
}

impl Bucket {
    fn new(limits: &[RateLimit]) -> Self {
        let windows = limits.iter().map(|limit| Window {
            limit: *limit,
            calls: VecDeque::new(),
        });
        Self {
            windows: windows.collect(),
            not_before: None,
        }
    }

    fn wait(&mut self, now: Instant) -> Duration {
        let asked = self
            .not_before
            .map_or(Duration::ZERO, |until| until.saturating_duration_since(now));
        self.windows
            .iter_mut()
            .map(|window| window.wait(now))
            .fold(asked, Duration::max)
    }

    fn take(&mut self, now: Instant) {
        for window in &mut self.windows {
            window.calls.push_back(now);
        }
    }

    fn adopt(&mut self, quota: RateLimit) {
        match self
            .windows
            .iter_mut()
            .find(|window| window.limit.seconds == quota.seconds)
        {
            Some(window) => window.limit = quota,
            None => self.windows.push(Window {
                limit: quota,
                calls: VecDeque::new(),
            }),
        }
    }
}

impl Window {
    fn span(&self) -> Duration {
        Duration::from_secs(u64::from(self.limit.seconds))
    }

    fn forget(&mut self, now: Instant) {
        let span = self.span();
        while self
            .calls
            .front()
            .is_some_and(|call| now.saturating_duration_since(*call) >= span)
        {
            self.calls.pop_front();
        }
    }

    fn used(&mut self, now: Instant) -> u32 {
        self.forget(now);
        u32::try_from(self.calls.len()).unwrap_or(u32::MAX)
    }

    fn wait(&mut self, now: Instant) -> Duration {
        let used = self.used(now);
        if used < self.limit.calls || self.limit.calls == 0 {
            return Duration::ZERO;
        }
        let oldest_in_the_way = (used - self.limit.calls) as usize;
        let span = self.span();
        self.calls
            .get(oldest_in_the_way)
            .map_or(Duration::ZERO, |call| {
                (*call + span).saturating_duration_since(now)
            })
    }
}

/// The quota that a refusal names, as in "maximum allowed 45 per 00:01:00" (Defender for Endpoint).
pub(crate) fn quota_in_words(message: &str) -> Option<RateLimit> {
    let (_, after) = message.split_once("allowed ")?;
    let mut words = after.split_whitespace();
    let calls = words.next()?.parse().ok()?;
    if words.next()? != "per" {
        return None;
    }
    let span = words.next()?.trim_matches(|c: char| !c.is_ascii_digit());
    let mut seconds = 0_u32;
    for part in span.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    (seconds > 0).then_some(RateLimit { calls, seconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: Operation = Operation::get("t.things.list", "/api/things")
        .limits(&[RateLimit::per_minute(3), RateLimit::per_hour(5)]);

    const LONG: Duration = Duration::from_secs(4000);

    fn tenant(name: &str) -> Arc<str> {
        name.into()
    }

    #[tokio::test(start_paused = true)]
    async fn no_window_ever_holds_more_than_its_calls() {
        let throttle = Throttle::new();
        let begun = Instant::now();
        let mut at = Vec::new();
        for _ in 0..6 {
            throttle.acquire(&tenant("a"), &LIST, LONG).await.unwrap();
            at.push(begun.elapsed().as_secs());
        }
        assert_eq!(at, [0, 0, 0, 60, 60, 3600]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_wait_that_is_too_long_is_refused_at_once() {
        let throttle = Throttle::new();
        let begun = Instant::now();
        throttle.refused(&tenant("a"), &LIST, Duration::from_secs(90), None);
        let refused = throttle
            .acquire(&tenant("a"), &LIST, Duration::from_secs(60))
            .await;
        assert_eq!(
            (refused, begun.elapsed()),
            (Err(Duration::from_secs(90)), Duration::ZERO)
        );
    }

    #[tokio::test(start_paused = true)]
    async fn tenants_do_not_wait_for_each_other() {
        let throttle = Throttle::new();
        for _ in 0..3 {
            throttle.acquire(&tenant("a"), &LIST, LONG).await.unwrap();
        }
        assert_eq!(
            throttle.acquire(&tenant("b"), &LIST, LONG).await.unwrap(),
            Duration::ZERO
        );
    }

    #[tokio::test(start_paused = true)]
    async fn a_refusal_stops_everyone_for_as_long_as_asked() {
        let throttle = Throttle::new();
        throttle.refused(&tenant("a"), &LIST, Duration::from_secs(17), None);
        assert_eq!(
            throttle.acquire(&tenant("a"), &LIST, LONG).await.unwrap(),
            Duration::from_secs(17)
        );
    }

    #[tokio::test(start_paused = true)]
    async fn a_quota_named_by_a_refusal_replaces_the_documented_one() {
        let throttle = Throttle::new();
        let quota = quota_in_words("quota exceeded! maximum allowed 1 per 00:01:00. Retry later");
        throttle.refused(&tenant("a"), &LIST, Duration::ZERO, quota);
        throttle.acquire(&tenant("a"), &LIST, LONG).await.unwrap();
        assert_eq!(
            throttle.acquire(&tenant("a"), &LIST, LONG).await.unwrap(),
            Duration::from_secs(60)
        );
    }

    #[tokio::test(start_paused = true)]
    async fn switched_off_it_never_waits() {
        let throttle = Throttle::off();
        for _ in 0..100 {
            assert_eq!(
                throttle.acquire(&tenant("a"), &LIST, LONG).await.unwrap(),
                Duration::ZERO
            );
        }
    }

    #[tokio::test(start_paused = true)]
    async fn budgets_tell_what_is_used_and_when_the_next_slot_is_free() {
        let throttle = Throttle::new();
        for _ in 0..3 {
            throttle.acquire(&tenant("a"), &LIST, LONG).await.unwrap();
        }
        let budget = throttle.budgets().remove(0);
        assert_eq!(
            budget
                .windows
                .iter()
                .map(|(_, used)| *used)
                .collect::<Vec<_>>(),
            [3, 3]
        );
        assert_eq!(budget.next_free, Duration::from_secs(60));
    }

    #[test]
    fn quotas_are_read_out_of_messages() {
        let words = "maximum allowed 1500 per 01:00:00.";
        assert_eq!(quota_in_words(words), Some(RateLimit::per_hour(1500)));
        assert_eq!(quota_in_words("not allowed per day"), None);
        assert_eq!(quota_in_words("too many requests"), None);
    }
}
