//! One budget: its windows, who has a slot without having sent yet, and who waits.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

use crate::operation::RateLimit;

/// How long a refusal may stop a budget that has no longer window. A wrong clock or a gateway's mistake must not stop a
/// process for good.
const LONGEST_STOP: Duration = Duration::from_secs(300);

/// The longest window that a refusal may name.
const LONGEST_WINDOW: u32 = 24 * 3600;

/// The most windows of a budget, whatever quotas refusals name.
const MOST_WINDOWS: usize = 8;

pub(super) struct Bucket {
    windows: Vec<Window>,
    not_before: Option<Instant>,
    /// Slots that were taken by calls which have not been sent yet.
    reserved: u32,
    /// Those who wait, first come first.
    queue: VecDeque<u64>,
    /// Wakes those who wait when there is something new to see.
    pub(super) changed: Arc<Notify>,
}

/// A sliding window: the instants of the calls inside it. A token bucket would admit a burst and its refill within
/// one window of the service.
struct Window {
    limit: RateLimit,
    calls: VecDeque<Instant>,
}

impl Bucket {
    pub(super) fn new(limits: &[RateLimit]) -> Self {
        let windows = limits.iter().map(|limit| Window {
            limit: *limit,
            calls: VecDeque::new(),
        });
        Self {
            windows: windows.collect(),
            not_before: None,
            reserved: 0,
            queue: VecDeque::new(),
            changed: Arc::default(),
        }
    }

    /// Each window with the calls used in it.
    pub(super) fn used(&mut self, now: Instant) -> Vec<(RateLimit, u32)> {
        let reserved = self.reserved;
        let windows = self.windows.iter_mut();
        windows
            .map(|window| (window.limit, window.used(now).saturating_add(reserved)))
            .collect()
    }

    /// How long until a further call is admitted, after those who wait.
    pub(super) fn wait(&mut self, now: Instant) -> Duration {
        self.wait_behind(self.queue.len(), now)
    }

    /// Takes a slot for whoever holds the ticket, or says how long to wait for it. A new ticket goes to the end.
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

    /// Ends the wait of whoever holds the ticket.
    pub(super) fn leave(&mut self, ticket: u64) {
        let before = self.queue.len();
        self.queue.retain(|waiting| *waiting != ticket);
        if self.queue.len() < before {
            self.changed.notify_waiters();
        }
    }

    /// Counts a call that is sent now.
    pub(super) fn spend(&mut self, now: Instant) {
        self.reserved = self.reserved.saturating_sub(1);
        for window in &mut self.windows {
            window.calls.push_back(now);
        }
    }

    /// Takes back a slot whose call was never sent.
    pub(super) fn give_back(&mut self) {
        self.reserved = self.reserved.saturating_sub(1);
        self.changed.notify_waiters();
    }

    /// Stops the budget for as long as a refusal asks, but no longer than its longest window.
    pub(super) fn stop(&mut self, delay: Duration, now: Instant) {
        let longest = self.windows.iter().map(Window::span);
        let longest = longest.fold(LONGEST_STOP, Duration::max);
        let until = now + delay.min(longest);
        self.not_before = Some(self.not_before.unwrap_or(now).max(until));
    }

    /// Goes by a quota that a refusal named.
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

    /// How long until a call is admitted that lets `others` go first.
    fn wait_behind(&mut self, others: usize, now: Instant) -> Duration {
        let asked = self
            .not_before
            .map_or(Duration::ZERO, |until| until.saturating_duration_since(now));
        let reserved = self.reserved as usize;
        self.windows
            .iter_mut()
            .map(|window| window.wait_behind(others, reserved, now))
            .fold(asked, Duration::max)
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

    /// Each call is admitted a span after the one that is `limit` places before it. Calls that were not sent yet count
    /// from now; of those that have yet to be admitted it is enough to know their places.
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

/// The quota that a refusal names behind the word `lead`, as in "maximum allowed 45 per 00:01:00". Nothing where the word is
/// empty.
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
