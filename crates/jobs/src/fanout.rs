//! The same work in many tenants: a bound, a deadline, an end after too many errors, and one outcome a tenant.
//!
//! A tenant starts when one of the working ones has ended, in the order in which they were given. One that waits because the
//! service throttles it, or that [says that it waits](Task::waiting), does not work, so tenants with an empty budget do not keep the
//! others. All run on the task that polls [`Run::next`]; nothing is spawned, and dropping the run stops everything.
//!
//! | a tenant | its outcome |
//! | --- | --- |
//! | did its work | what the work says: `ok`, `partial` or `failed` |
//! | is not done at the [deadline](Fanout::with_deadline) | `failed`, code `deadline`; its future was dropped. Waits [that it says](Task::waiting) do not count |
//! | was not started after [too many errors](Fanout::with_max_errors) | `skipped`, code `max_errors` |
//! | was running or waiting at [`Run::stop`] | `failed` or `skipped`, with the code of the caller |
//! | was running at [`Run::drain`] | what its work says; it is told to end early |
//!
//! ```
//! use std::time::Duration;
//!
//! use jobs::{Ended, Fanout, OutcomeKind, Tenant};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), String> {
//! let tenant = Tenant::new("52eaad04-13a2-4a2f-9ce8-93a294fadf36")?;
//! let fanout = Fanout::new()
//!     .with_concurrency(8)
//!     .with_deadline(Duration::from_millis(20))
//!     .with_max_errors("10%".parse()?);
//! let mut run = fanout.run(vec![tenant], |_| async {
//!     std::future::pending::<()>().await; // a service that never answers
//!     Ended::Ok
//! });
//! let outcome = run.next().await.ok_or("one outcome a tenant")?;
//! assert_eq!((outcome.outcome, outcome.code.as_deref()), (OutcomeKind::Failed, Some("deadline")));
//! # Ok(())
//! # }
//! ```

mod groups;
mod max_errors;
mod outcome;
mod throttles;
mod waiting;

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use futures_util::stream::{FuturesUnordered, StreamExt};
use http_core::Throttle;
use tokio::time::{Instant, timeout_at};

use crate::stop::Stop;
use crate::tenants::Tenant;
pub use groups::in_words;
pub use max_errors::MaxErrors;
pub use outcome::{Ended, Outcome, OutcomeKind, Tally, Verdict, Why};
pub use throttles::Throttles;
pub use waiting::{Waiting, WaitingGuard};

/// Tenants that work at the same time, unless another number is set.
const CONCURRENCY: usize = 16;

/// Tenants that are started, waiting ones included, for each one that may work.
const MOST_WAITING: usize = 8;

/// How work is spread over tenants.
#[derive(Clone, Debug)]
pub struct Fanout {
    concurrency: usize,
    deadline: Option<Duration>,
    max_errors: Option<MaxErrors>,
    stop: Stop,
    throttles: Option<Throttles>,
}

impl Default for Fanout {
    fn default() -> Self {
        Self::new()
    }
}

impl Fanout {
    /// 16 tenants at a time, no deadline, and any number of errors.
    pub fn new() -> Self {
        Self {
            concurrency: CONCURRENCY,
            deadline: None,
            max_errors: None,
            stop: Stop::new(),
            throttles: None,
        }
    }

    /// Number of tenants that work at the same time. Minimum: 1. Those that wait for a budget do not count.
    #[must_use]
    pub fn with_concurrency(mut self, tenants: usize) -> Self {
        self.concurrency = tenants.max(1);
        self
    }

    /// Time for the whole work of one tenant, from its start: tokens, calls, retries, and waits of the service. Default: none.
    ///
    /// Waits that a tenant [says](Task::waiting) do not count: it depends on others then, and a deadline would undo what it has read because
    /// another tenant is slow. Whoever says a wait has to bound it.
    #[must_use]
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Failed tenants that are accepted. After one more no further tenant is started; the running ones go on. Default: all.
    #[must_use]
    pub fn with_max_errors(mut self, most: MaxErrors) -> Self {
        self.max_errors = Some(most);
        self
    }

    /// What tells the work of all tenants to end early: [`Task::stop`]. Default: one of its own.
    #[must_use]
    pub fn with_stop(mut self, stop: Stop) -> Self {
        self.stop = stop;
        self
    }

    /// Keeps the budgets of each tenant for the next run. Default: each run begins with new ones.
    #[must_use]
    pub fn with_throttles(mut self, throttles: Throttles) -> Self {
        self.throttles = Some(throttles);
        self
    }

    /// Prepares the work in the tenants. Nothing starts before the first [`Run::next`].
    ///
    /// `work` is called once for each tenant, when it starts. Its future is dropped at the deadline.
    pub fn run<'a, W, F>(&self, tenants: Vec<Tenant>, work: W) -> Run<'a>
    where
        W: Fn(Task) -> F + Send + 'a,
        F: Future<Output = Ended> + Send + 'a,
    {
        let errors_left = self.max_errors.map(|most| most.of(tenants.len()));
        Run {
            work: Box::new(move |task| Box::pin(work(task))),
            waiting: tenants.into(),
            started: BTreeMap::new(),
            running: FuturesUnordered::new(),
            next: 0,
            concurrency: self.concurrency,
            deadline: self.deadline,
            errors_left,
            stop: self.stop.clone(),
            throttles: self.throttles.clone(),
            stopped: None,
        }
    }
}

/// The work of one tenant.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Task {
    /// Where to work.
    pub tenant: Tenant,
    /// The budgets of this tenant, for its clients. What they wait because of throttling is part of the outcome.
    pub throttle: Throttle,
    /// The number of records so far. The outcome has it also after a deadline.
    pub rows: Rows,
    /// The mark of a wait for something else than a budget, such as a commit that tenants share.
    pub waiting: Waiting,
    /// Tells the work to end early, and to keep what it has.
    pub stop: Stop,
}

/// A number of records. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Rows(Arc<AtomicU64>);

impl Rows {
    /// Counts further records.
    pub fn add(&self, rows: u64) {
        self.0.fetch_add(rows, Ordering::Relaxed);
    }

    /// The number so far.
    pub fn count(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A tenant that works, seen from outside of its future.
#[derive(Debug)]
struct Started {
    tenant: Tenant,
    throttle: Throttle,
    /// What the throttle had waited before this run.
    waited: Duration,
    rows: Rows,
    waiting: Waiting,
    begun: Instant,
}

impl Started {
    /// The outcome of the work up to now.
    fn outcome(&self, ended: Ended) -> Outcome {
        let mut outcome = Outcome::of(&self.tenant, ended);
        outcome.rows = self.rows.count();
        outcome.seconds = self.begun.elapsed().as_secs_f64();
        outcome.throttled = self.throttled();
        outcome
    }

    /// Seconds that the calls of this run waited.
    fn throttled(&self) -> f64 {
        let waited = self.throttle.waited();
        waited.saturating_sub(self.waited).as_secs_f64()
    }
}

/// The function that makes the future of a tenant.
type Work<'a> = Box<dyn Fn(Task) -> BoxFuture<'a, Ended> + Send + 'a>;

/// Work in tenants. [`next`](Self::next) drives it.
pub struct Run<'a> {
    work: Work<'a>,
    waiting: VecDeque<Tenant>,
    /// By number, which is the order of the start.
    started: BTreeMap<usize, Started>,
    running: FuturesUnordered<BoxFuture<'a, (usize, Option<Ended>)>>,
    next: usize,
    concurrency: usize,
    deadline: Option<Duration>,
    /// Failed tenants that are still accepted. `None`: any number.
    errors_left: Option<usize>,
    stop: Stop,
    throttles: Option<Throttles>,
    /// Why no further tenant is started.
    stopped: Option<Why>,
}

impl Run<'_> {
    /// The next outcome, in the order in which tenants end. `None` after the last one.
    ///
    /// Cancel safe: a dropped call loses no outcome.
    pub async fn next(&mut self) -> Option<Outcome> {
        loop {
            let Some((number, ended)) = poll_fn(|task| self.poll(task)).await else {
                return self.skip_next();
            };
            let Some(started) = self.started.remove(&number) else {
                continue;
            };
            let ended = ended.unwrap_or_else(|| self.late(&started));
            let outcome = started.outcome(ended);
            self.count(&outcome);
            return Some(outcome);
        }
    }

    /// Stops the running tenants and starts no other, for the reason `why`. [`next`](Self::next) returns their outcomes.
    pub fn stop(&mut self, why: &Why) -> Vec<Outcome> {
        self.running.clear();
        let started = std::mem::take(&mut self.started);
        let mut outcomes: Vec<_> = started
            .values()
            .map(|started| started.outcome(Ended::Failed(why.clone())))
            .collect();
        self.stopped.get_or_insert_with(|| why.clone());
        outcomes.extend(std::iter::from_fn(|| self.skip_next()));
        outcomes
    }

    /// Starts no other tenant, for the reason `why`, and tells the running ones to end early.
    ///
    /// [`next`](Self::next) returns the outcomes of all. Bound the time that the running ones get, and [`stop`](Self::stop) them then.
    pub fn drain(&mut self, why: &Why) {
        self.stopped.get_or_insert_with(|| why.clone());
        self.stop.now();
    }

    /// Polls the running tenants. One that begins to wait makes room for the next.
    fn poll(&mut self, task: &mut Context<'_>) -> Poll<Option<(usize, Option<Ended>)>> {
        loop {
            self.fill();
            match self.running.poll_next_unpin(task) {
                Poll::Pending if self.has_room() => {}
                polled => return polled,
            }
        }
    }

    /// Whether a further tenant may start. One that waits costs nothing meanwhile, so it takes no place of the others; the number
    /// of all is bounded nevertheless, because each holds some memory.
    fn has_room(&self) -> bool {
        let works =
            |started: &&Started| !started.throttle.is_waiting() && !started.waiting.is_waiting();
        self.stopped.is_none()
            && !self.waiting.is_empty()
            && self.running.len() < self.concurrency.saturating_mul(MOST_WAITING)
            && self.started.values().filter(works).count() < self.concurrency
    }

    /// Starts tenants until enough are running.
    fn fill(&mut self) {
        while self.has_room() {
            let Some(tenant) = self.waiting.pop_front() else {
                return;
            };
            self.start(tenant);
        }
    }

    fn start(&mut self, tenant: Tenant) {
        let number = self.next;
        self.next += 1;
        let kept = self.throttles.as_ref();
        let task = Task {
            throttle: kept.map_or_else(Throttle::new, |kept| kept.of(&tenant)),
            tenant: tenant.clone(),
            rows: Rows::default(),
            waiting: Waiting::default(),
            stop: self.stop.clone(),
        };
        let started = Started {
            tenant,
            throttle: task.throttle.clone(),
            waited: task.throttle.waited(),
            rows: task.rows.clone(),
            waiting: task.waiting.clone(),
            begun: Instant::now(),
        };
        self.started.insert(number, started);
        let work = (self.work)(task);
        let (deadline, waiting) = (self.deadline, self.started[&number].waiting.clone());
        self.running.push(Box::pin(async move {
            let ended = match deadline {
                Some(deadline) => until(deadline, work, &waiting).await,
                None => Some(work.await),
            };
            (number, ended)
        }));
    }

    /// Counts a failure. One more than accepted ends the starts.
    fn count(&mut self, outcome: &Outcome) {
        if outcome.outcome != OutcomeKind::Failed {
            return;
        }
        let Some(left) = &mut self.errors_left else {
            return;
        };
        match left.checked_sub(1) {
            Some(fewer) => *left = fewer,
            None => {
                let why = Why::new("max_errors", "not started: too many tenants had failed");
                let hint = "mend the tenants that failed, or accept more errors";
                self.stopped.get_or_insert_with(|| why.with_hint(hint));
            }
        }
    }

    /// The outcome of a tenant that is not started any more.
    fn skip_next(&mut self) -> Option<Outcome> {
        let why = self.stopped.clone()?;
        let tenant = self.waiting.pop_front()?;
        Some(Outcome::of(&tenant, Ended::Skipped(why)))
    }

    /// Why a tenant was not done at the deadline.
    fn late(&self, started: &Started) -> Ended {
        let deadline = self.deadline.unwrap_or_default().as_secs_f64();
        let throttled = started.throttled();
        let why = if throttled >= deadline / 2.0 {
            let message = format!(
                "not done within {deadline} s, of which {throttled:.1} s were waits: the service throttles this tenant"
            );
            let hint = "try this tenant again in some minutes, or allow more time";
            Why::new("deadline", message).with_hint(hint)
        } else {
            let message = format!("not done within {deadline} s: an answer is late or never comes");
            let hint = "look at this tenant alone with details, or allow more time";
            Why::new("deadline", message).with_hint(hint)
        };
        Ended::Failed(why)
    }
}

/// The end of some work, if it comes before the deadline. Waits that it says put the deadline off.
async fn until(
    deadline: Duration,
    mut work: BoxFuture<'_, Ended>,
    waiting: &Waiting,
) -> Option<Ended> {
    let begun = Instant::now();
    loop {
        let end = begun + deadline + waiting.waited();
        if let Ok(ended) = timeout_at(end, &mut work).await {
            return Some(ended);
        }
        let is_late =
            !waiting.is_waiting() && Instant::now() >= begun + deadline + waiting.waited();
        if is_late {
            return None;
        }
        // The wait ends while the work is polled.
        let ended = poll_fn(|task| match work.poll_unpin(task) {
            Poll::Pending if !waiting.is_waiting() => Poll::Ready(None),
            polled => polled.map(Some),
        });
        if let Some(ended) = ended.await {
            return Some(ended);
        }
    }
}

impl fmt::Debug for Run<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run")
            .field("waiting", &self.waiting.len())
            .field("running", &self.running.len())
            .field("stopped", &self.stopped)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
