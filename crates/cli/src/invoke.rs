//! Runs the command of an operation: request, guard, call, output.
//!
//! The shape of the answer decides how it is printed; no operation has code of its own here.
//!
//! | answer | stdout | where |
//! | --- | --- | --- |
//! | collection | a list, printed as pages arrive | `rows` |
//! | collection, with `--watch` | the same, then what is new or has changed | `watch` |
//! | object with results | a list, or the whole object with `-o json` | `table` |
//! | files with records | a list; `--manifest` says whether it is complete | `export` |
//! | file, or a link to one | the bytes, or a file on disk | `object`, `files` |
//! | anything else | one object | `object` |
//!
//! | answer of a change | then |
//! | --- | --- |
//! | a started action, with `--wait` | followed to its end (`polling`) |
//! | a started action, without | printed, with the command that looks again |
//! | items of which some failed | an error for each (`verdicts`) |
//!
//! Order of a change: the place of `--download` is checked, then whether a question can be asked, then the filter; the name of the
//! target is looked up; the question is asked; the request is sent. So a refusal costs no call that changes something.

mod batch;
mod enrich;
mod export;
pub(crate) mod faults;
mod files;
pub(crate) mod guard;
mod matching;
mod object;
pub(crate) mod polling;
mod question;
pub(crate) mod rows;
mod several;
mod table;
mod verdicts;
mod watch;

use std::path::PathBuf;
use std::time::Duration;

use auth_core::http_core::{AnswerKind, Bytes, Client, Gap, Method, Operation, Request};
use clap::ArgMatches;
use operations::{Destination, Note, Selection};

pub(crate) use guard::{allow, describe};
pub(crate) use object::{print as print_object, print_page};
pub(crate) use rows::print as print_rows;
pub(crate) use table::print as print_table;
pub(crate) use verdicts::report as report_failed;

use crate::context::Context;
use crate::session::Session;
use commands::inputs::{self, Filled, optional as option};
use commands::spelling::{ENRICH, FORCE, MANIFEST, REJECTS, WATCH, command_line};
use terminal::{Console, Failure, Result};

/// The requests of an operation's command. Prints their notes.
pub(crate) fn requests(
    operation: &'static Operation,
    matches: &ArgMatches,
    console: &mut Console,
) -> Result<Filled> {
    let source = inputs::Source {
        is_watched: console.settings().layout.terminal,
        ..inputs::Source::of_process()
    };
    let filled = inputs::requests(operation, matches, &source)?;
    files::check_stream(operation, destination(matches).as_ref())?;
    if let Some(left_out) = filled.items.as_ref().and_then(batch::left_out) {
        console.warn(&left_out);
    }
    for note in &filled.notes {
        match note {
            Note::Undocumented(text) => console.warn(text),
            Note::Time(text) | Note::Read(text) => console.detail(text),
            Note::Order(most) => console.note(&format!(
                "the oldest change comes first; --limit {most} or less begins with the newest, --latest N prints the N newest"
            )),
            Note::Day(text) => console.note(text),
            Note::Advice(text) => console.note(text),
            Note::LeftOut(default) => console.left_out(default),
            _ => {}
        }
    }
    Ok(filled)
}

/// Runs an operation's command. A failure carries the operation and the tenant.
pub(crate) async fn run(
    session: &mut Session<'_>,
    operation: &'static Operation,
    matches: &ArgMatches,
    mut filled: Filled,
) -> Result<()> {
    if let Some(legacy) = command_line().legacy(operation) {
        session.note(&legacy);
    }
    let outcome = match filled.requests.pop() {
        last if operations::items::takes_many(operation) => {
            filled.requests.extend(last);
            batch::send(session, operation, matches, filled).await
        }
        Some(request) if !filled.is_list && filled.requests.is_empty() => {
            let selection = filled.selection;
            Box::pin(send(session, matches, One { request, selection })).await
        }
        last => {
            filled.requests.extend(last);
            send_several(session, operation, matches, filled.requests).await
        }
    };
    let tenant = session.context.tenant();
    outcome.map_err(|failure| {
        failure
            .with_operation(operation.id)
            .with_tenant(tenant.as_deref())
    })
}

/// Reads or changes several records.
async fn send_several(
    session: &mut Session<'_>,
    operation: &'static Operation,
    matches: &ArgMatches,
    requests: Vec<Request>,
) -> Result<()> {
    if operation.is_read() {
        let enrichment = operation.answer.enrichment.filter(|_| is_enriched(matches));
        return several::read(session, operation, requests, enrichment).await;
    }
    if destination(matches).is_some() {
        return Err(Failure::usage(
            "--download saves the result of one record, and several ids were given",
        ));
    }
    let wait = option::<Duration>(matches, "wait").copied();
    Box::pin(several::change::send(session, operation, requests, wait)).await
}

/// A single request, and which records of its list are printed.
struct One {
    request: Request,
    selection: Selection,
}

/// Sends a single request, with all checks of a change.
async fn send(session: &mut Session<'_>, matches: &ArgMatches, one: One) -> Result<()> {
    let One { request, selection } = one;
    let operation = request.operation();
    if let Some(place) = destination(matches) {
        files::check_place(&place)?;
    }
    guard::check_can_ask(session, operation, &request)?;
    matching::check(session, operation, &request, matches).await?;
    let client = session.context.client(operation)?;
    let request = resolved(session, &client, request).await?;
    guard::allow(session, operation, std::slice::from_ref(&request)).await?;
    let one = One { request, selection };
    let outcome = Box::pin(print(session, &client, matches, one)).await;
    report_reappeared(session, &client);
    let whole = report_mended(session, &client);
    outcome.and(whole)
}

/// Sends one call, with the question before a change, and returns the answer.
pub(crate) async fn change(session: &mut Session<'_>, request: Request) -> Result<Bytes> {
    let operation = request.operation();
    guard::allow(session, operation, std::slice::from_ref(&request)).await?;
    let client = session.context.client(operation)?;
    let started = session.wait(client.start_once(request)).await??;
    Ok(started.action)
}

/// Reports that answers held invalid text, so printed records differ from those of the service. Exit code 3 then.
pub(crate) fn report_mended(session: &mut Session<'_>, client: &Client) -> Result<()> {
    let gaps: Vec<Gap> = client.mended().into_iter().collect();
    faults::Faults::default().end(session.console, &gaps)
}

/// Whether the answer is an object with a list of results: a hunting query.
pub(crate) fn is_query(request: &Request) -> bool {
    let operation = request.operation();
    operation.answer.kind == AnswerKind::Object
        && operation.http.method == Method::Post
        && request.is_idempotent()
}

/// Replaces the names of records by their ids. Prints the ids before the question, because several records may have a name.
async fn resolved(session: &mut Session<'_>, client: &Client, request: Request) -> Result<Request> {
    let named = operations::naming(session.context.catalog(), request.operation());
    let Some((input, named)) = named else {
        return Ok(request);
    };
    let resolving = client.resolve_as(request, input, named);
    let (request, taken) = session.wait(resolving).await??;
    for one in taken {
        session.note(&format!("`{}` is {}", one.name, one.id));
    }
    Ok(request)
}

/// Reports how often a record was found after a 404. Other 404 answers of this time may be as wrong.
fn report_reappeared(session: &mut Session<'_>, client: &Client) {
    let count = client.reappeared();
    if count > 0 {
        session.note(&format!(
            "{count} records were found only at the second try; the service had answered 404"
        ));
    }
}

/// Sends a request and prints the answer by its shape.
async fn print(
    session: &mut Session<'_>,
    client: &Client,
    matches: &ArgMatches,
    one: One,
) -> Result<()> {
    let One { request, selection } = one;
    let operation = request.operation();
    if matches!(operation.answer.kind, AnswerKind::Collection { .. }) {
        if !operation.is_read() {
            return verdicts::print_rows(session, client, request).await;
        }
        if let Some(&every) = option::<Duration>(matches, WATCH) {
            let watched = watch::Watched {
                request,
                selection,
                every,
            };
            return Box::pin(watch::run(session, client, watched)).await;
        }
        return Box::pin(rows::print(session, client.rows(request), selection)).await;
    }
    let place = destination(matches);
    match (operation.answer.kind, &place) {
        (AnswerKind::File, _) => return object::download(session, client, request).await,
        (AnswerKind::Link, Some(place)) => {
            let file = client.linked(request);
            return files::fetch(session, file, place).await;
        }
        (AnswerKind::Files { .. }, _) if option::<bool>(matches, "links") != Some(&true) => {
            let manifest = option::<PathBuf>(matches, MANIFEST).map(PathBuf::as_path);
            return export::print_rows(session, client.file_rows(request), manifest).await;
        }
        _ if is_query(&request) => return table::print(session, client, request).await,
        _ => {}
    }
    let deadline = option::<Duration>(matches, "wait").copied();
    let began = std::time::Instant::now();
    // A target that runs one action at a time is waited for within the same deadline.
    let is_alone = operation.action.spec.is_some_and(|spec| !spec.reusable);
    let free_within = deadline.filter(|_| is_alone).unwrap_or_default();
    let starting = client.start_when_free(request.clone(), free_within);
    let started = session.wait(starting).await??;
    if started.reused {
        session.note(REUSED);
    }
    if let Some(deadline) = deadline {
        let left = deadline.saturating_sub(began.elapsed());
        return polling::wait(session, operation, &started, left, place).await;
    }
    let enrichment = operation.answer.enrichment.filter(|_| is_enriched(matches));
    let record = enrich::record(session, enrichment, started.action.clone()).await?;
    object::print(session, &record)?;
    if let Some(place) = option::<PathBuf>(matches, REJECTS) {
        verdicts::keep(place, &request, &started.action)?;
    }
    verdicts::report(session, &request, &started.action)?;
    verdicts::report_open(session, operation, &started.action)
}

/// The place that `--download` names.
fn destination(matches: &ArgMatches) -> Option<Destination> {
    let path = option::<PathBuf>(matches, "download")?;
    let replaces = option::<bool>(matches, FORCE) == Some(&true);
    Some(Destination::new(path, replaces))
}

/// Whether `--enrich` was given.
fn is_enriched(matches: &ArgMatches) -> bool {
    option::<bool>(matches, ENRICH) == Some(&true)
}

/// The note for an action that this command did not start.
const REUSED: &str = "this is an existing action of the target: it was open already, or the answer to the request was \
                      lost; nothing is sent twice";

/// Prints the requests and the files that they would write. Asks nothing and sends nothing.
pub(crate) fn dry_run(
    context: &Context,
    console: &mut Console,
    requests: &[Request],
    matches: &ArgMatches,
) -> Result<()> {
    let places = ["download", MANIFEST, REJECTS];
    let places = places.map(|name| option::<PathBuf>(matches, name).map(PathBuf::as_path));
    let writes = places.into_iter().flatten();
    let writes: Vec<_> = writes.filter(|path| path.as_os_str() != "-").collect();
    requests.iter().try_for_each(|request| {
        let base = context.base(request.operation())?;
        guard::describe(console, request, &base, &writes)
    })
}
