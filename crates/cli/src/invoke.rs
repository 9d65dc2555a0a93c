//! A row's command: request, guard, call, output. Knows the shapes of answers and no operation.

mod enrich;
mod export;
pub(crate) mod faults;
mod files;
pub(crate) mod guard;
mod judged;
mod matching;
mod object;
pub(crate) mod polling;
mod question;
pub(crate) mod rows;
mod several;
mod table;

use std::path::PathBuf;
use std::time::Duration;

use auth_core::http_core::{AnswerKind, Client, Gap, Method, Operation, Request};
use clap::ArgMatches;
use operations::{Destination, Note};

pub(crate) use guard::{allow, describe};
pub(crate) use judged::tell as tell_failed;
pub(crate) use object::print as print_object;
pub(crate) use rows::print as print_rows;
pub(crate) use table::print as print_table;

use crate::console::Console;
use crate::context::Context;
use crate::failure::Result;
use crate::inputs::{self, Filled};
use crate::session::Session;
use crate::ways::{ENRICH, FORCE, MANIFEST};

/// The requests of a row's command, with what there is to say about them said.
pub(crate) fn requests(
    operation: &'static Operation,
    matches: &ArgMatches,
    console: &mut Console,
) -> Result<Filled> {
    let source = inputs::Source {
        read: &inputs::read_file,
        now: std::time::SystemTime::now(),
    };
    let filled = inputs::requests(operation, matches, &source)?;
    files::check_stream(operation, destination(matches).as_ref())?;
    for note in &filled.notes {
        match note {
            Note::Undocumented(text) => console.warn(text),
            Note::Time(text) => console.detail(text),
            Note::Day(text) => console.note(text),
            Note::LeftOut(default) => console.left_out(default),
            _ => {}
        }
    }
    Ok(filled)
}

/// Runs a row's command.
pub(crate) async fn run(
    session: &mut Session<'_>,
    operation: &'static Operation,
    matches: &ArgMatches,
    mut filled: Filled,
) -> Result<()> {
    let outcome = match filled.requests.pop() {
        Some(request) if !filled.is_list && filled.requests.is_empty() => {
            Box::pin(send(session, operation, matches, request)).await
        }
        Some(request) if !filled.is_list => {
            filled.requests.push(request);
            send_in_parts(session, operation, &filled.requests).await
        }
        last => {
            filled.requests.extend(last);
            let joins = operation.answer.enrichment.filter(|_| is_enriched(matches));
            several::read(session, operation, filled.requests, joins).await
        }
    };
    let tenant = session.context.tenant();
    outcome.map_err(|failure| {
        failure
            .with_operation(operation.id)
            .with_tenant(tenant.as_deref())
    })
}

async fn send(
    session: &mut Session<'_>,
    operation: &'static Operation,
    matches: &ArgMatches,
    request: Request,
) -> Result<()> {
    if let Some(place) = destination(matches) {
        files::check_place(&place)?;
    }
    guard::check_can_ask(session, operation, &request)?;
    matching::show(session, operation, &request, matches).await?;
    let client = session.context.client(operation)?;
    let request = resolved(session, &client, request).await?;
    guard::allow(session, operation, &request).await?;
    let outcome = Box::pin(print(session, &client, matches, request)).await;
    tell_of_reappeared(session, &client);
    let whole = tell_of_mended(session, &client);
    outcome.and(whole)
}

/// Says that answers held text that JSON does not allow: what was printed is not all as it came.
pub(crate) fn tell_of_mended(session: &mut Session<'_>, client: &Client) -> Result<()> {
    let gaps: Vec<Gap> = client.mended().into_iter().collect();
    faults::Faults::default().end(session.console, &gaps)
}

/// Whether a request asks for rows that come in an object, as hunting queries do.
pub(crate) fn is_query(request: &Request) -> bool {
    let operation = request.operation();
    operation.answer.kind == AnswerKind::Object
        && operation.http.method == Method::Post
        && request.is_idempotent()
}

/// Sends a change of more items than one call takes.
async fn send_in_parts(
    session: &mut Session<'_>,
    operation: &'static Operation,
    requests: &[Request],
) -> Result<()> {
    let client = session.context.client(operation)?;
    session
        .console
        .note(&format!("the items go in {} calls", requests.len()));
    if let Some(first) = requests.first() {
        guard::allow(session, operation, first).await?;
    }
    judged::print_rows(session, &client, requests).await
}

/// The request with the id of the record that it names. A name may stand for several records, so it is said which one
/// is meant, before anybody is asked.
async fn resolved(session: &mut Session<'_>, client: &Client, request: Request) -> Result<Request> {
    let (request, taken) = session.signals.or(client.resolve(request)).await??;
    if let Some(taken) = taken {
        session
            .console
            .note(&format!("`{}` is {}", taken.name, taken.id));
    }
    Ok(request)
}

/// Says how often the service took back that there is no such record: what it says of others may be as wrong.
fn tell_of_reappeared(session: &mut Session<'_>, client: &Client) {
    let count = client.reappeared();
    if count > 0 {
        session.console.note(&format!(
            "{count} answers came only when asked for again: the service had said that there is no such record"
        ));
    }
}

/// Sends a request and prints what comes.
async fn print(
    session: &mut Session<'_>,
    client: &Client,
    matches: &ArgMatches,
    request: Request,
) -> Result<()> {
    let operation = request.operation();
    if matches!(operation.answer.kind, AnswerKind::Collection { .. }) {
        if !operation.is_read() {
            return judged::print_rows(session, client, &[request]).await;
        }
        return rows::print(session, client.rows(request)).await;
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
    let starting = client.start_once(request.clone());
    let started = session.signals.or(starting).await??;
    if started.reused {
        session.console.note(REUSED);
    }
    if let Some(deadline) = option::<Duration>(matches, "wait") {
        return polling::wait(session, operation, &started, *deadline, place).await;
    }
    let joins = operation.answer.enrichment.filter(|_| is_enriched(matches));
    let record = enrich::record(session, joins, started.action.clone()).await?;
    object::print(session, &record)?;
    judged::tell(session, &request, &started.action)?;
    judged::tell_if_open(session, operation, &started.action)
}

/// The place that `--download` names.
fn destination(matches: &ArgMatches) -> Option<Destination> {
    let path = option::<PathBuf>(matches, "download")?;
    let replaces = option::<bool>(matches, FORCE) == Some(&true);
    Some(Destination::new(path, replaces))
}

fn is_enriched(matches: &ArgMatches) -> bool {
    option::<bool>(matches, ENRICH) == Some(&true)
}

/// Said of an action that this call did not start.
const REUSED: &str = "this action was found among those of its target: it was open already, or the answer to the \
                      request was lost; nothing is sent twice";

/// An option that not every row's command has.
fn option<'a, T: Clone + Send + Sync + 'static>(
    matches: &'a ArgMatches,
    id: &str,
) -> Option<&'a T> {
    matches.try_get_one::<T>(id).ok().flatten()
}

/// Prints what would be sent.
pub(crate) fn dry_run(
    context: &Context,
    console: &mut Console,
    requests: &[Request],
    matches: &ArgMatches,
) -> Result<()> {
    let places = ["download", MANIFEST];
    let places = places.map(|name| option::<PathBuf>(matches, name).map(PathBuf::as_path));
    let writes = places.into_iter().flatten();
    let writes: Vec<_> = writes.filter(|path| path.as_os_str() != "-").collect();
    requests.iter().try_for_each(|request| {
        let base = context.base(request.operation())?;
        guard::describe_with(console, request, &base, &writes)
    })
}
