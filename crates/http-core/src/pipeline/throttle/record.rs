//! Budgets in a form that outlives a process, so that the next one counts the calls of the last.
//!
//! The services count calls, not processes: a script that starts a program for each record uses the same budget
//! as one program. Times are absolute here, and instants of one process elsewhere.

use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use crate::operation::RateLimit;

/// The calls of one budget that still count. See [`Throttle::records`](crate::Throttle::records).
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use http_core::{BudgetRecord, RateLimit};
///
/// let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000);
/// let mut record = BudgetRecord::new("app", "contoso", "x.exports", &[RateLimit::per_minute(2)]);
/// record.called(now - Duration::from_secs(50));
/// record.called(now - Duration::from_secs(10));
/// assert_eq!(record.used(RateLimit::per_minute(2), now), 2);
/// assert_eq!(record.next_free(now), Duration::from_secs(10));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BudgetRecord {
    /// Client id of the application. Empty if the client was given none.
    pub application: String,
    /// The tenant. Empty if the client was given none.
    pub tenant: String,
    /// The limit class.
    pub class: String,
    /// The windows, each as the number of calls and its length in seconds.
    limits: Vec<(u32, u32)>,
    /// When the calls were sent, in microseconds since 1970, oldest first.
    calls: Vec<u64>,
    /// Until when the service asked not to be called, in the same unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    paused_until: Option<u64>,
}

impl BudgetRecord {
    /// A budget without calls.
    pub fn new(application: &str, tenant: &str, class: &str, limits: &[RateLimit]) -> Self {
        Self {
            application: application.to_owned(),
            tenant: tenant.to_owned(),
            class: class.to_owned(),
            limits: limits
                .iter()
                .map(|limit| (limit.calls, limit.seconds))
                .collect(),
            calls: Vec::new(),
            paused_until: None,
        }
    }

    /// The windows of the budget.
    pub fn limits(&self) -> impl Iterator<Item = RateLimit> {
        let limits = self.limits.iter();
        limits.map(|&(calls, seconds)| RateLimit::new(calls, seconds))
    }

    /// Adds a call.
    pub fn called(&mut self, at: SystemTime) {
        let at = micros(at);
        let place = self.calls.partition_point(|known| *known <= at);
        self.calls.insert(place, at);
    }

    /// Sets until when the service asked not to be called. An earlier time changes nothing.
    pub fn pause(&mut self, until: SystemTime) {
        self.paused_until = self.paused_until.max(Some(micros(until)));
    }

    /// Number of calls in the window that ends now.
    pub fn used(&self, limit: RateLimit, now: SystemTime) -> u32 {
        let calls = self.calls_within(limit, now).len();
        u32::try_from(calls).unwrap_or(u32::MAX)
    }

    /// Time until the budget admits a further call. Zero if it does now.
    pub fn next_free(&self, now: SystemTime) -> Duration {
        let windows = self.limits().filter(|limit| limit.calls > 0);
        let waits = windows.map(|limit| {
            let calls = self.calls_within(limit, now);
            let before = calls.len().checked_sub(limit.calls as usize);
            let free = before.map(|before| time(calls[before]) + span(limit));
            free.map_or(Duration::ZERO, |free| left(free, now))
        });
        let paused = self
            .paused_until
            .map_or(Duration::ZERO, |until| left(time(until), now));
        waits.fold(paused, Duration::max)
    }

    /// Whether both are records of the same budget.
    pub fn is_of(&self, other: &Self) -> bool {
        (&self.application, &self.tenant, &self.class)
            == (&other.application, &other.tenant, &other.class)
    }

    /// Adds the calls of another record of this budget. A call that both have counts once.
    pub fn merge(&mut self, other: &Self) {
        self.calls.extend(&other.calls);
        self.calls.sort_unstable();
        self.calls.dedup();
        self.paused_until = self.paused_until.max(other.paused_until);
    }

    /// Drops the calls that no window counts any more. Returns whether anything is left.
    pub fn prune(&mut self, now: SystemTime) -> bool {
        let longest = self.limits().max_by_key(|limit| limit.seconds);
        match longest {
            Some(limit) => self.calls = self.calls_within(limit, now).to_vec(),
            None => self.calls.clear(),
        }
        let now = micros(now);
        self.paused_until = self.paused_until.filter(|until| *until > now);
        !self.calls.is_empty() || self.paused_until.is_some()
    }

    /// How long ago each call was, oldest first, and how long the pause lasts.
    pub(super) fn ages(&self, now: SystemTime) -> (Vec<Duration>, Duration) {
        let age = |at: &u64| now.duration_since(time(*at)).unwrap_or_default();
        let paused = self
            .paused_until
            .map_or(Duration::ZERO, |until| left(time(until), now));
        (self.calls.iter().map(age).collect(), paused)
    }

    fn calls_within(&self, limit: RateLimit, now: SystemTime) -> &[u64] {
        let begin = micros(now).saturating_sub(micros_of(span(limit)));
        let first = self.calls.partition_point(|call| *call <= begin);
        &self.calls[first..]
    }
}

fn span(limit: RateLimit) -> Duration {
    Duration::from_secs(u64::from(limit.seconds))
}

fn left(until: SystemTime, now: SystemTime) -> Duration {
    until.duration_since(now).unwrap_or_default()
}

fn micros(at: SystemTime) -> u64 {
    let since = at.duration_since(SystemTime::UNIX_EPOCH);
    micros_of(since.unwrap_or_default())
}

fn micros_of(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

fn time(micros: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_micros(micros)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: SystemTime = SystemTime::UNIX_EPOCH;

    fn at(seconds: u64) -> SystemTime {
        NOW + Duration::from_secs(seconds)
    }

    fn record() -> BudgetRecord {
        let limits = [RateLimit::per_minute(2), RateLimit::per_hour(100)];
        BudgetRecord::new("app", "t", "x.exports", &limits)
    }

    #[test]
    fn calls_of_two_processes_are_added_and_old_ones_forgotten() {
        let (mut one, mut two) = (record(), record());
        one.called(at(10));
        two.called(at(10));
        two.called(at(4_000));
        one.merge(&two);
        assert_eq!(one.used(RateLimit::per_hour(100), at(3_500)), 2);
        assert!(one.prune(at(4_001)));
        assert_eq!(one.used(RateLimit::per_hour(100), at(4_001)), 1);
        assert!(!one.prune(at(9_000)));
    }

    #[test]
    fn a_pause_outlasts_the_windows() {
        let mut one = record();
        one.pause(at(300));
        one.pause(at(200));
        assert_eq!(one.next_free(at(100)), Duration::from_secs(200));
        assert!(one.prune(at(299)) && !one.prune(at(301)));
    }
}
