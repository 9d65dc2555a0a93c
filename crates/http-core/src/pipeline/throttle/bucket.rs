//! One budget: sliding windows, reserved slots, and the queue.
//!
//! A window keeps the instants of the calls inside it, so the bound holds for any interval of its
//! length and not only from one fixed start to the next. The invariants:
//!
//! - In any interval as long as a window, at most `limit` calls are sent.
//! - A reserved slot (taken, not yet sent) counts in all windows as if it were sent now.
//! - The wait for a place in the queue is exact while nothing changes: a window alone determines when
//!   each place is due. So a call can fail at once if its turn comes too late.
//!
//! Memory: one instant per call in the longest window, at most a few thousand.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use tokio::sync::Notify;
use tokio::time::Instant;

use super::record::BudgetRecord;
use crate::operation::RateLimit;

/// Longest pause after a throttled answer, for a budget without a longer window. A wrong clock or the
/// mistake of a gateway must not stop a process for good.
const LONGEST_STOP: Duration = Duration::from_secs(300);

/// Longest window, in seconds, that is accepted from an answer.
const LONGEST_WINDOW: u32 = 24 * 3600;

/// Maximum number of windows of a budget. Bounds the memory if answers keep naming new ones.
const MOST_WINDOWS: usize = 8;

/// A budget: see the module for its invariants.
pub(super) struct Bucket {
    windows: Vec<Window>,
    /// End of the pause that a throttled answer asked for.
    not_before: Option<Instant>,
    /// When this process began to use the budget.
    begun: Instant,
    /// Number of slots taken by calls that are not sent yet.
    reserved: u32,
    /// Tickets of the waiting calls, in order of arrival.
    queue: VecDeque<u64>,
    /// Wakes the waiting calls when a slot may have become free.
    pub(super) changed: Arc<Notify>,
}

/// A sliding window: the instants of the calls inside it, oldest first. A token bucket would admit a
/// full burst and its refill within one window of the service.
struct Window {
    limit: RateLimit,
    calls: VecDeque<Instant>,
}

impl Bucket {
    /// An unused budget. Without limits it admits every call until a throttled answer corrects it.
    pub(super) fn new(limits: &[RateLimit]) -> Self {
        let windows = limits.iter().map(|limit| Window {
            limit: *limit,
            calls: VecDeque::new(),
        });
        Self {
            windows: windows.collect(),
            not_before: None,
            begun: Instant::now(),
            reserved: 0,
            queue: VecDeque::new(),
            changed: Arc::default(),
        }
    }

    /// The limits of the windows.
    pub(super) fn limits(&self) -> Vec<RateLimit> {
        self.windows.iter().map(|window| window.limit).collect()
    }

    /// How long ago the calls of this process in the longest window were sent.
    pub(super) fn ages(&mut self, now: Instant) -> Vec<Duration> {
        let longest = self.windows.iter_mut().max_by_key(|one| one.limit.seconds);
        let calls = longest.map(|window| {
            window.forget(now);
            // Those of earlier processes come first and are known there.
            let own = window.calls.iter().skip_while(|call| **call < self.begun);
            own.map(|call| now.saturating_duration_since(*call))
        });
        calls.into_iter().flatten().collect()
    }

    /// Counts the calls of an earlier process.
    pub(super) fn restore(&mut self, record: &BudgetRecord, now: Instant, clock: SystemTime) {
        let (ages, paused) = record.ages(clock);
        for window in &mut self.windows {
            let known = ages.iter().filter_map(|age| now.checked_sub(*age));
            window.calls = known.collect();
        }
        if !paused.is_zero() {
            self.stop(paused, now);
        }
    }

    /// Each window with the number of calls used in it, reserved slots included.
    pub(super) fn used(&mut self, now: Instant) -> Vec<(RateLimit, u32)> {
        let reserved = self.reserved;
        let windows = self.windows.iter_mut();
        windows
            .map(|window| (window.limit, window.used(now).saturating_add(reserved)))
            .collect()
    }

    /// Time until a further call is admitted, behind those that wait.
    pub(super) fn wait(&mut self, now: Instant) -> Duration {
        self.wait_behind(self.queue.len(), now)
    }

    /// Number of calls in the queue.
    pub(super) fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// What is left of the pause after a throttled answer.
    pub(super) fn paused(&self, now: Instant) -> Duration {
        self.not_before
            .map_or(Duration::ZERO, |until| until.saturating_duration_since(now))
    }

    /// Takes a slot for the holder of the ticket, or returns how long to wait. A new ticket joins the
    /// end of the queue.
    pub(super) fn try_take(&mut self, ticket: u64, now: Instant) -> Result<(), Duration> {
        let place = self.queue.iter().position(|waiting| *waiting == ticket);
        let wait = self.wait_behind(place.unwrap_or(self.queue.len()), now);
        if !wait.is_zero() {
            if place.is_none() {
                self.queue.push_back(ticket);
            }
            return Err(wait);
        }
        self.leave(ticket);
        self.reserved = self.reserved.saturating_add(1);
        Ok(())
    }

    /// Removes a ticket from the queue and wakes those behind it.
    pub(super) fn leave(&mut self, ticket: u64) {
        let before = self.queue.len();
        self.queue.retain(|waiting| *waiting != ticket);
        if self.queue.len() < before {
            self.changed.notify_waiters();
        }
    }

    /// Turns a reserved slot into a call that is sent now.
    pub(super) fn spend(&mut self, now: Instant) {
        self.reserved = self.reserved.saturating_sub(1);
        for window in &mut self.windows {
            window.calls.push_back(now);
        }
    }

    /// Returns a reserved slot whose call was never sent.
    pub(super) fn give_back(&mut self) {
        self.reserved = self.reserved.saturating_sub(1);
        self.changed.notify_waiters();
    }

    /// Pauses the budget for `delay`, at most for its longest window or [`LONGEST_STOP`]. A shorter
    /// pause never ends a longer one.
    pub(super) fn stop(&mut self, delay: Duration, now: Instant) {
        let longest = self.windows.iter().map(Window::span);
        let longest = longest.fold(LONGEST_STOP, Duration::max);
        let until = now + delay.min(longest);
        self.not_before = Some(self.not_before.unwrap_or(now).max(until));
    }

    /// Replaces the limit of the window of the same length, or adds a window. Ignores windows longer
    /// than a day.
    pub(super) fn adopt(&mut self, quota: RateLimit) {
        if quota.seconds > LONGEST_WINDOW {
            return;
        }
        let has_room = self.windows.len() < MOST_WINDOWS;
        let mut known = self.windows.iter_mut();
        match known.find(|window| window.limit.seconds == quota.seconds) {
            Some(window) => window.limit = quota,
            None if has_room => self.windows.push(Window {
                limit: quota,
                calls: VecDeque::new(),
            }),
            None => {}
        }
    }

    /// Time until a call is admitted that lets `others` go first: the longest wait of all windows and
    /// of the pause.
    fn wait_behind(&mut self, others: usize, now: Instant) -> Duration {
        let asked = self.paused(now);
        let reserved = self.reserved as usize;
        self.windows
            .iter_mut()
            .map(|window| window.wait_behind(others, reserved, now))
            .fold(asked, Duration::max)
    }
}

impl Window {
    /// Length of the window.
    fn span(&self) -> Duration {
        Duration::from_secs(u64::from(self.limit.seconds))
    }

    /// Drops the calls that have left the window.
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

    /// Number of calls inside the window.
    fn used(&mut self, now: Instant) -> u32 {
        self.forget(now);
        u32::try_from(self.calls.len()).unwrap_or(u32::MAX)
    }

    /// Time until this window admits a call that lets `others` go first.
    ///
    /// A call is admitted one span after the call `limit` places before it. That call may be a sent
    /// one (its instant is known), a reserved one (counts from now), or itself a waiting one, which in
    /// turn depends on the call `limit` places before it; `rounds` counts these steps. A limit of 0
    /// means that the documents name none.
    fn wait_behind(&mut self, others: usize, reserved: usize, now: Instant) -> Duration {
        self.forget(now);
        let limit = self.limit.calls as usize;
        if limit == 0 {
            return Duration::ZERO;
        }
        let taken = self.calls.len() + reserved;
        let rounds = others / limit + 1;
        let span = |rounds| {
            let rounds = u32::try_from(rounds).unwrap_or(u32::MAX);
            self.span().saturating_mul(rounds)
        };
        let Some(before) = (taken + others).checked_sub(limit * rounds) else {
            return span(rounds - 1);
        };
        let at = self.calls.get(before).copied().unwrap_or(now);
        span(rounds).saturating_sub(now.saturating_duration_since(at))
    }
}

/// The quota that a message names behind the word `lead`, as `allowed` in "maximum allowed 45 per
/// 00:01:00". `None` if `lead` is empty or the words do not follow that form.
///
/// Defender for Endpoint words its 429 like this; the quota there may differ from the documented one.
pub(crate) fn quota_in_words(message: &str, lead: &str) -> Option<RateLimit> {
    let mut words = message.split_whitespace();
    words.find(|word| !lead.is_empty() && *word == lead)?;
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
