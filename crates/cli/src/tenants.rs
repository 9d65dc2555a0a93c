//! `--tenants`: the same command in many tenants.
//!
//! The crate `jobs` chooses the tenants and spreads the work. Here each tenant gets a session with a context and a console of its
//! own, and the records and messages of all meet in the streams of the process (`terminal::Shared`).
//!
//! - stdout: the records of all tenants as one list, each with `_tenant` first. Tenants mix, but the order within one stays.
//! - stderr: messages with the name of their tenant, then every tenant that is not `ok`, then the numbers. With `-o json` and
//!   `-o ndjson` one object `{"outcome": ...}` for each tenant, as soon as it has ended.
//! - `--outcomes FILE`: one object for each tenant, a line each.
//!
//! | end | outcomes | exit code |
//! | --- | --- | --- |
//! | every tenant has ended | each as its command would have ended alone | 0, 3, or 1, 4, 5 |
//! | a signal | the running ones `failed` with the code `interrupted`, the others `skipped` | that of the signal |
//! | the reader closed the pipe | the same with the code `output` | 0 |
//! | the output cannot be written | the same | 1, with the error |
//!
//! Collecting goes on at a signal until what the running tenants have read is committed, for at most [`DRAIN`]. With `--every` all of
//! this is one round, and the next one begins at its time: `--outcomes` has the tenants of the last one.
//!
//! - Exit code 0 if all tenants are `ok`, 3 if some are, 1 if none is; 4 or 5 if none is, each for want of a sign-in or a permission.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use auth_core::http_core::time::{deadline, reached};
use auth_core::http_core::{Cell, Column};
use jobs::{Ended, Run, TENANT, Tagged, Task, Tenant, Throttles, Verdict, Why};
use operations::mapping::Mapping;

use crate::action::Action;
use crate::context::Context;
use crate::session::Session;
use commands::globals::Globals;
use commands::tenants::{Report, chosen};
use terminal::{Console, Doing, Exit, Failure, Failures, Result, Shared, Signals};

/// The first column of a table.
const FIRST: Column = Column::new(TENANT, Cell::Name);

/// How long the running tenants have after a signal to commit what they have read.
const DRAIN: Duration = Duration::from_secs(15);

/// What the sessions of all tenants share.
pub(crate) struct Fan<'a> {
    pub(crate) globals: &'a Globals,
    /// The settings of the command, without a tenant.
    pub(crate) context: &'a Context,
    pub(crate) action: &'a Action<'a>,
    /// The mapping of `--schema`.
    pub(crate) mapping: Option<Arc<Mapping>>,
}

/// What is kept of the tenants from round to round: budgets, credentials and tokens. Empty for a command of one round.
#[derive(Default)]
struct Kept {
    throttles: Throttles,
    contexts: Mutex<HashMap<String, Context>>,
    /// Of this round.
    failures: Mutex<Failures>,
}

impl Kept {
    /// The context of a tenant in the last round. `None` before the first, and after a round in which it was not done in time.
    fn take(&self, tenant: &Tenant) -> Option<Context> {
        let mut contexts = self.contexts.lock().unwrap_or_else(PoisonError::into_inner);
        contexts.remove(&tenant.id)
    }

    fn failures(&self) -> std::sync::MutexGuard<'_, Failures> {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, tenant: &Tenant, context: Context) {
        let mut contexts = self.contexts.lock().unwrap_or_else(PoisonError::into_inner);
        contexts.insert(tenant.id.clone(), context);
    }
}

/// Runs the command in the tenants that `--tenants` names, once or again and again.
///
/// Fails with exit code 2 before anything is sent, for a command that changes something and an expression that means no tenant.
pub(crate) async fn run(fan: &Fan<'_>, console: &mut Console, signals: &mut Signals) -> Result<()> {
    fan.action.check_many()?;
    fan.context.check_many(fan.globals)?;
    let expression = fan.globals.tenants.chosen.as_deref().unwrap_or_default();
    let mut tenants = chosen(expression, fan.context.environment(), console)?;
    if let Some(shard) = fan.action.shard() {
        tenants = shard.of(tenants);
        if tenants.is_empty() {
            console.note(&format!("no tenant is in part {shard}; nothing was sent"));
            return Ok(());
        }
    }
    let kept = Kept::default();
    loop {
        let due = fan.action.every().map(deadline);
        let ended = round(fan, &kept, tenants.clone(), console, signals).await;
        let Some(due) = due else { return ended };
        // A tenant that failed is tried again in the next round.
        if let Err(failure) = ended {
            let is_closed = fan.action.collecting().is_some_and(|one| one.is_closed());
            if is_closed || !failure.is_silent() || failure.exit().is_signal() {
                return Err(failure);
            }
        }
        console.doing(Doing::Pausing(due));
        let pause = console.wait(reached(due), fan.context.throttle());
        signals.or(pause).await??;
        console.doing(Doing::Asking);
    }
}

/// One round: the work in each tenant, and the report of it.
async fn round(
    fan: &Fan<'_>,
    kept: &Kept,
    tenants: Vec<Tenant>,
    console: &mut Console,
    signals: &mut Signals,
) -> Result<()> {
    let mut report = Report::open(fan.globals)?;
    let all = tenants.len();
    *kept.failures() = Failures::default();
    let (lead, mapping) = (fan.action.columns(), fan.mapping.as_deref());
    let shared = match fan.action.collecting() {
        Some(_) => Shared::of_messages(console.settings(), FIRST.member),
        None => Shared::new(console.settings(), FIRST, lead, mapping),
    };
    let mut streams = Streams {
        console,
        signals,
        report: &mut report,
    };
    let ended = fan_out(fan, kept, tenants, &shared, &mut streams).await;
    let printed = shared.end(ended.is_ok());
    let settled = match fan.action.collecting() {
        Some(collecting) => collecting.settle().await,
        None => Ok(()),
    };
    if let Err(failure) = &ended
        && failure.exit() == Exit::Success
    {
        // The reader has what it needs.
        return ended;
    }
    let tally = report.end(console);
    ended?;
    settled?;
    printed?;
    match tally.verdict() {
        Verdict::Ok => Ok(()),
        Verdict::None => Err(Failure::silent(kept.failures().exit(all))),
        _ => Err(Failure::silent(Exit::Attention)),
    }
}

/// The process, as the whole command sees it.
struct Streams<'a> {
    console: &'a mut Console,
    signals: &'a mut Signals,
    report: &'a mut Report,
}

/// Works until every tenant has an outcome, a signal arrives, or the output cannot be written.
async fn fan_out(
    fan: &Fan<'_>,
    kept: &Kept,
    tenants: Vec<Tenant>,
    shared: &Shared,
    streams: &mut Streams<'_>,
) -> Result<()> {
    let Streams {
        console,
        signals,
        report,
    } = streams;
    let fanout = fan.globals.tenants.fanout();
    let fanout = fanout.with_throttles(kept.throttles.clone());
    let all = tenants.len();
    let mut run = fanout.run(tenants, |task| in_one(fan, kept, task, shared.clone()));
    loop {
        let next = shared.wait(report.doing(all), run.next());
        let stopped = match signals.or(next).await {
            Ok(None) => return Ok(()),
            Ok(Some(outcome)) => {
                report.add(console, outcome)?;
                shared.failure()
            }
            Err(signal) => Some(signal),
        };
        if let Some(failure) = stopped {
            let why = match failure.exit() {
                Exit::Success | Exit::Failure => closed(),
                _ => interrupted(),
            };
            if failure.exit().is_signal() && fan.action.collecting().is_some() {
                drain(&mut run, &why, console, report).await?;
            }
            for outcome in run.stop(&why) {
                report.add(console, outcome)?;
            }
            return Err(failure);
        }
    }
}

/// Why a tenant is not done, although nothing is wrong with it.
fn interrupted() -> Why {
    Why::new("interrupted", "a signal ended the command")
}

/// Lets the running tenants commit what they have read.
async fn drain(
    run: &mut Run<'_>,
    why: &Why,
    console: &mut Console,
    report: &mut Report,
) -> Result<()> {
    run.drain(why);
    let until = deadline(DRAIN);
    loop {
        let next = tokio::select! {
            biased;
            next = run.next() => next,
            () = reached(until) => return Ok(()),
        };
        match next {
            Some(outcome) => report.add(console, outcome)?,
            None => return Ok(()),
        }
    }
}

/// Why a tenant has no more rows, although its work went on.
fn closed() -> Why {
    Why::new("output", "the output was closed")
}

/// Runs the command in one tenant.
async fn in_one(fan: &Fan<'_>, kept: &Kept, task: Task, shared: Shared) -> Ended {
    let (tenant, rows) = (&task.tenant, task.rows.clone());
    let records = |list| Tagged::new(&tenant.id, rows, list);
    let mut console = shared.console(&tenant.id, tenant.label(), records);
    if !fan.globals.dry_run {
        console.write_as(fan.mapping.clone());
    }
    match Box::pin(attempt(fan, kept, &task, &mut console)).await {
        Ok(()) => Ended::Ok,
        Err(failure) => {
            kept.failures().add(failure.exit());
            ended(&failure)
        }
    }
}

/// The context of the tenant, then the command. What was printed is flushed, so that a reader sees it while other tenants work.
async fn attempt(fan: &Fan<'_>, kept: &Kept, task: &Task, console: &mut Console) -> Result<()> {
    let context = match kept.take(&task.tenant) {
        Some(context) => context,
        None => fan.context.for_tenant(&task.tenant, &task.throttle)?,
    };
    let mut session = Session {
        globals: fan.globals,
        console,
        signals: Signals::listen()?,
        context,
        rows: task.rows.clone(),
        stop: task.stop.clone(),
        waiting: task.waiting.clone(),
        is_agreed: false,
    };
    let outcome = fan.action.clone().run(&mut session).await;
    if fan.action.every().is_some() {
        kept.keep(&task.tenant, session.context);
    }
    console.flush()?;
    outcome
}

/// The outcome of a failure: that which the exit code says for a tenant alone.
fn ended(failure: &Failure) -> Ended {
    let mut why = match (failure.message().is_empty(), failure.exit()) {
        (false, _) => Why::new(failure.code(), failure.message()),
        (true, Exit::Success) => closed(),
        (true, exit) if exit.is_signal() => interrupted(),
        (true, _) => Why::new(
            "incomplete",
            "records are missing, or a check found something",
        )
        .with_hint("the messages of this tenant say what"),
    };
    if let Some(hint) = failure.hint() {
        why = why.with_hint(hint);
    }
    match failure.exit() {
        Exit::Attention => Ended::Partial(why),
        _ => Ended::Failed(why),
    }
}
