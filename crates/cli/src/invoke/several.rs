//! Several records by their ids, one call each, printed as a list in the order of the ids. [`change`] has what differs for changes.
//!
//! A record that cannot be read is reported on standard error, and the others are printed. Exit code 3 then. An error that concerns
//! all records, such as a rejected credential, ends the command.
//!
//! Ids are read once each, in the order given. `--limit` counts ids, failed ones included.

pub(super) mod change;

use std::collections::HashSet;

use auth_core::http_core::{Bytes, Client, Enrichment, Operation, Request, Response};

use super::enrich;
use crate::session::Session;
use output::Rows;
use terminal::{Exit, Failure, Result};

/// Reads and prints the records up to the limit.
pub(super) async fn read(
    session: &mut Session<'_>,
    operation: &'static Operation,
    requests: Vec<Request>,
    enrichment: Option<&Enrichment>,
) -> Result<()> {
    let client = session.context.client(operation)?;
    let mut printed = session.console.rows();
    printed.lead(operation.answer.columns);
    let outcome = read_each(session, &client, requests, enrichment, &mut printed).await;
    let ended = session.console.end(printed, outcome.is_ok());
    super::report_reappeared(session, &client);
    let whole = super::report_mended(session, &client);
    let failed = outcome?;
    ended?;
    whole?;
    // Each failed record was reported.
    match failed {
        0 => Ok(()),
        _ => Err(Failure::silent(Exit::Attention)),
    }
}

/// Returns how many records could not be read or enriched.
async fn read_each(
    session: &mut Session<'_>,
    client: &Client,
    requests: Vec<Request>,
    enrichment: Option<&Enrichment>,
    printed: &mut Rows,
) -> Result<usize> {
    let limit = session.globals.limit.unwrap_or(u64::MAX);
    let (mut failed, mut denials, mut may_read) = (0, Denials::default(), false);
    let mut seen = HashSet::new();
    for (count, request) in (0..).zip(requests) {
        if count == limit {
            session.console.stopped_at_limit(limit);
            break;
        }
        let named = super::resolved(session, client, request).await;
        // A name and an id may stand for one record.
        if named
            .as_ref()
            .is_ok_and(|request| !seen.insert(record_id(request)))
        {
            continue;
        }
        match answer(session, client, named).await {
            Ok(answer) => {
                may_read = true;
                let (record, is_joined) =
                    joined(session, enrichment, answer.body().clone()).await?;
                failed += usize::from(!is_joined);
                session.console.row(printed, &record)?;
            }
            Err(failure) => {
                if denials.ends(&failure, may_read) {
                    return Err(failure);
                }
                session.console.fail(&failure);
                failed += 1;
            }
        }
    }
    Ok(failed)
}

/// The answer to one request. Fails if its record was not found by name.
async fn answer(
    session: &mut Session<'_>,
    client: &Client,
    request: Result<Request>,
) -> Result<Response> {
    let answer = session.wait(client.send_response(request?)).await?;
    Ok(answer?)
}

/// The id of the record that a call reads or changes.
fn record_id(request: &Request) -> String {
    let named = operations::record_input(request.operation());
    let id = named.and_then(|param| request.path_value(param.name));
    id.unwrap_or_default().to_owned()
}

/// The record with the data of another service, and whether that was read. The record itself is printed in any case.
async fn joined(
    session: &mut Session<'_>,
    enrichment: Option<&Enrichment>,
    record: Bytes,
) -> Result<(Bytes, bool)> {
    match enrich::record(session, enrichment, record.clone()).await {
        Ok(record) => Ok((record, true)),
        Err(failure) if !failure.is_silent() && is_of_one_record(&failure) => {
            session.console.fail(&failure);
            Ok((record, false))
        }
        Err(failure) => Err(failure),
    }
}

/// Most records requested if all are refused with 403. One may be outside of the caller's device groups; after this many the
/// permission itself is missing.
const MOST_DENIED: usize = 5;

/// Counts the 403 answers of a command.
#[derive(Debug, Default)]
struct Denials(usize);

impl Denials {
    /// Whether an error ends the command: it concerns all records, or all of the first ones were refused.
    fn ends(&mut self, failure: &Failure, any_succeeded: bool) -> bool {
        self.0 += usize::from(failure.exit() == Exit::Denied);
        !is_of_one_record(failure) || self.0 == MOST_DENIED && !any_succeeded
    }
}

/// Whether an error concerns one record, so that the next may be read.
fn is_of_one_record(failure: &Failure) -> bool {
    matches!(
        failure.exit(),
        Exit::NotFound | Exit::Failure | Exit::Usage | Exit::Denied
    )
}
