//! `defender collect`: every record of lists once, in each of its versions, into a folder.
//!
//! `jobs::collect` does the work and says what is exact. Here are the order of the streams, the signals, and the receipts:
//!
//! - stderr: a line for each stream and pass; with `-o json` and `-o ndjson` an object `{"receipt": ...}`.
//! - A stream that fails is named, and the others go on. Exit code 3 if some failed, 1 if all did. A folder that fails ends the command.
//! - A signal ends the pass under way: what it read is committed, unless it is the first of its stream.

use std::path::PathBuf;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use auth_core::http_core::atomic_file::{self, Access};
use auth_core::http_core::time::{deadline, reached};
use auth_core::http_core::{Cell, Column, jiff::Timestamp};
use clap::ArgMatches;
use commands::collect::{folder, streams};
use jobs::collect::{CollectError, Collector, End, Metrics, Receipt, Spool, Stream};
use operations::time::absolute;
use serde_json::json;

use crate::session::Session;
use terminal::{Doing, Exit, Failure, Result};

/// The columns of `--list`.
const COLUMNS: &[Column] = &[
    Column::new("stream", Cell::Name),
    Column::new("permission", Cell::Text),
    Column::new("seesChanges", Cell::Text),
];

/// Prints the streams, or collects them once or again and again.
///
/// Nothing is read before the options are checked. An unknown stream, an invalid time and an address that is no folder end with exit
/// code 2. A folder that cannot be written ends with 1.
pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let chosen = streams(session.context.catalog(), matches)?;
    if matches.get_flag("list") {
        return print_list(session, &chosen);
    }
    let folder = folder(matches)?;
    let since = match matches.get_one::<String>("since") {
        None => None,
        Some(text) => {
            let time = absolute(text, std::time::SystemTime::now());
            let time = time.map_err(|why| Failure::usage(format!("--since: {why}")))?;
            Some(
                time.parse::<Timestamp>()
                    .map_err(|why| Failure::usage(format!("--since: {why}")))?,
            )
        }
    };
    if session.globals.dry_run {
        let names: Vec<_> = chosen.iter().map(Stream::name).collect();
        let what = "collect what is new in these streams";
        return session
            .console
            .would(what, &[&folder], json!({"streams": names}));
    }
    let spool = Spool::new(folder);
    spool
        .check()
        .map_err(|error| Failure::machine("--to", &std::io::Error::other(error)))?;
    let metrics = matches.get_one::<PathBuf>("metrics");
    let every = matches.get_one::<Duration>("every").copied();
    loop {
        let due = every.map(deadline);
        let ended = pass(session, &spool, &chosen, since, metrics).await;
        let Some(due) = due else { return ended };
        // The next pass asks again for what this one could not get.
        if let Err(failure) = ended
            && !failure.is_silent()
        {
            session.console.fail(&failure);
        }
        session.context.keep_budgets().await;
        session.console.doing(Doing::Pausing(due));
        session.wait(reached(due)).await?;
        session.console.doing(Doing::Asking);
    }
}

/// Prints a record for each stream, with the least privileged permission of an application.
fn print_list(session: &mut Session<'_>, streams: &[Stream]) -> Result<()> {
    let rows = streams.iter().map(|stream| {
        let access = stream.operation().access;
        // The least privileged comes first.
        json!({
            "stream": stream.name(), "operation": stream.operation().id, "seesChanges": stream.sees_changes(),
            "permission": access.application.first().or(access.delegated.first()),
        })
    });
    let mut printed = session.console.rows();
    printed.lead(COLUMNS);
    session
        .console
        .print_made(session.globals.limit, printed, rows)
}

/// One pass over each stream, one after the other: they share the budgets of the services.
///
/// Fails silently if a stream failed, which was reported; with an error if the folder cannot be written, which would fail for
/// every stream.
async fn pass(
    session: &mut Session<'_>,
    spool: &Spool,
    streams: &[Stream],
    since: Option<Timestamp>,
    metrics: Option<&PathBuf>,
) -> Result<()> {
    let (mut failed, mut partial) = (0, 0);
    for stream in streams {
        let (signal, ended) = match one(session, spool, stream, since).await {
            Ok(ended) => ended,
            Err(failure) => {
                session
                    .console
                    .fail(&failure.with_operation(stream.operation().id));
                failed += 1;
                continue;
            }
        };
        match ended {
            Ok(receipt) => {
                partial += usize::from(receipt.end == End::Partial);
                measure(metrics, &receipt)?;
                session
                    .console
                    .receipt(&json!(receipt), &receipt.to_string());
            }
            Err(CollectError::Call(error)) => {
                session.console.fail(&Failure::from(error));
                failed += 1;
            }
            Err(CollectError::Sink(error)) if error.is_busy() => session.note(&error.to_string()),
            Err(CollectError::Sink(error)) => {
                return Err(Failure::machine("--to", &std::io::Error::other(error)));
            }
            Err(error @ CollectError::Interrupted) => session.note(&format!("{stream}: {error}")),
            Err(error) => {
                let failure = Failure::new(Exit::Failure, "collect", error.to_string());
                session
                    .console
                    .fail(&failure.with_operation(stream.operation().id));
                failed += 1;
            }
        }
        if let Some(exit) = signal {
            return Err(Failure::silent(exit));
        }
    }
    match (failed, partial) {
        (0, 0) => Ok(()),
        (failed, _) if failed == streams.len() => Err(Failure::silent(Exit::Failure)),
        _ => Err(Failure::silent(Exit::Attention)),
    }
}

/// Adds a receipt to the file of `--metrics`. The tenants of a command share it.
fn measure(file: Option<&PathBuf>, receipt: &Receipt) -> Result<()> {
    static METRICS: LazyLock<Mutex<Metrics>> = LazyLock::new(Mutex::default);
    let Some(file) = file else { return Ok(()) };
    let mut metrics = METRICS.lock().unwrap_or_else(PoisonError::into_inner);
    metrics.add(receipt.clone());
    atomic_file::replace(file, metrics.to_string().as_bytes(), Access::Shared)
        .map_err(|error| Failure::machine(&format!("--metrics: `{}`", file.display()), &error))
}

/// Runs one pass over one stream. Returns its end, and the signal if one has ended it. Fails without a client or a token.
///
/// The tenant in the rows is that of the token, because a domain or a profile may name it in several ways. After a signal the pass
/// is told to stop and has a second to commit.
async fn one(
    session: &mut Session<'_>,
    spool: &Spool,
    stream: &Stream,
    since: Option<Timestamp>,
) -> Result<(Option<Exit>, Result<Receipt, CollectError>)> {
    let client = session.context.client(stream.operation())?;
    let asked = session.context.token(stream.operation().http.host);
    let token = session.signals.or(asked).await??;
    let tenant = token.claims().and_then(|claims| claims.tenant_id.clone());
    let tenant = tenant.or_else(|| session.context.tenant());
    let tenant = tenant.ok_or_else(|| {
        Failure::usage("the token names no tenant, and each row has to").with_hint("give --tenant")
    })?;
    let mut collector =
        Collector::new(client, stream.clone(), tenant).counting(session.rows.clone());
    if let Some(since) = since {
        collector = collector.since(since);
    }
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let Session {
        console,
        signals,
        context,
        ..
    } = session;
    let stopped = async move {
        // A sender that is dropped stops nothing.
        if stopped.await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let work = async {
        let mut reading = std::pin::pin!(collector.pass(spool, stopped));
        tokio::select! {
            biased;
            exit = signals.next() => {
                let _ = stop.send(());
                (Some(exit), reading.await)
            }
            ended = &mut reading => (None, ended),
        }
    };
    console.wait(Box::pin(work), context.throttle()).await
}
