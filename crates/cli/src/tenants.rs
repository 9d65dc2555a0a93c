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
//! | every tenant has ended | each as its command would have ended alone | 0, 3 or 1 |
//! | a signal | the running ones `failed` with the code `interrupted`, the others `skipped` | that of the signal |
//! | the reader closed the pipe | the same with the code `output` | 0 |
//! | the output cannot be written | the same | 1, with the error |
//!
//! - Exit code 0 if all tenants are `ok`, 3 if some are, 1 if none is.

use std::sync::Arc;

use auth_core::http_core::{Cell, Column};
use jobs::{Ended, TENANT, Tagged, Task, Tenant, Verdict, Why};
use operations::mapping::Mapping;

use crate::action::Action;
use crate::context::Context;
use crate::session::Session;
use commands::globals::Globals;
use commands::tenants::{Report, chosen};
use terminal::{Console, Exit, Failure, Result, Shared, Signals};

/// The first column of a table.
const FIRST: Column = Column::new(TENANT, Cell::Name);

/// What the sessions of all tenants share.
pub(crate) struct Fan<'a> {
    pub(crate) globals: &'a Globals,
    /// The settings of the command, without a tenant.
    pub(crate) context: &'a Context,
    pub(crate) action: &'a Action<'a>,
    /// The mapping of `--schema`.
    pub(crate) mapping: Option<Arc<Mapping>>,
}

/// Runs the command in the tenants that `--tenants` names.
///
/// Fails with exit code 2 before anything is sent, for a command that changes something and an expression that means no tenant.
pub(crate) async fn run(fan: &Fan<'_>, console: &mut Console, signals: &mut Signals) -> Result<()> {
    fan.action.check_many()?;
    fan.context.check_many(fan.globals)?;
    let expression = fan.globals.tenants.chosen.as_deref().unwrap_or_default();
    let tenants = chosen(expression, fan.context.environment(), console)?;
    let mut report = Report::open(fan.globals)?;
    let (lead, mapping) = (fan.action.columns(), fan.mapping.as_deref());
    let shared = Shared::new(console.settings(), FIRST, lead, mapping);
    let mut streams = Streams {
        console,
        signals,
        report: &mut report,
    };
    let ended = fan_out(fan, tenants, &shared, &mut streams).await;
    let printed = shared.end(ended.is_ok());
    if let Err(failure) = &ended
        && failure.exit() == Exit::Success
    {
        // The reader has what it needs.
        return ended;
    }
    let tally = report.end(console);
    ended?;
    printed?;
    match tally.verdict() {
        Verdict::Ok => Ok(()),
        Verdict::None => Err(Failure::silent(Exit::Failure)),
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
    let all = tenants.len();
    let mut run = fanout.run(tenants, |task| in_one(fan, task, shared.clone()));
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
                _ => Why::new("interrupted", "a signal ended the command"),
            };
            for outcome in run.stop(&why) {
                report.add(console, outcome)?;
            }
            return Err(failure);
        }
    }
}

/// Why a tenant has no more rows, although its work went on.
fn closed() -> Why {
    Why::new("output", "the output was closed")
}

/// Runs the command in one tenant.
async fn in_one(fan: &Fan<'_>, task: Task, shared: Shared) -> Ended {
    let (tenant, rows) = (&task.tenant, task.rows.clone());
    let records = |list| Tagged::new(&tenant.id, rows, list);
    let mut console = shared.console(&tenant.id, tenant.label(), records);
    if !fan.globals.dry_run {
        console.write_as(fan.mapping.clone());
    }
    match Box::pin(attempt(fan, &task, &mut console)).await {
        Ok(()) => Ended::Ok,
        Err(failure) => ended(&failure),
    }
}

/// The context of the tenant, then the command. What was printed is flushed, so that a reader sees it while other tenants work.
async fn attempt(fan: &Fan<'_>, task: &Task, console: &mut Console) -> Result<()> {
    let context = fan.context.for_tenant(&task.tenant, &task.throttle)?;
    let mut session = Session {
        globals: fan.globals,
        console,
        signals: Signals::listen()?,
        context,
        rows: task.rows.clone(),
        is_agreed: false,
    };
    let outcome = fan.action.clone().run(&mut session).await;
    console.flush()?;
    outcome
}

/// The outcome of a failure: that which the exit code says for a tenant alone.
fn ended(failure: &Failure) -> Ended {
    let mut why = match (failure.is_silent(), failure.exit()) {
        (false, _) => Why::new(failure.code(), failure.message()),
        (true, Exit::Success) => closed(),
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
