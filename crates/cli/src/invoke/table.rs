//! Answers that are an object with a list of results: hunting queries.
//!
//! - A table, CSV and NDJSON print the records as they arrive.
//! - JSON prints the whole object: byte for byte and while it arrives if nothing changes the records, otherwise at its end.
//! - An answer with as many records as the service returns at most is reported as truncated, with exit code 3.

use auth_core::http_core::rows::TableRows;
use auth_core::http_core::{Client, Request};
use xdr_api::hunting::{HuntingColumn, ROW_LIMIT};

use super::faults::Faults;
use super::rows::{Batches, next, print_up_to_limit, report_limit};
use crate::session::Session;
use output::{Document, Format};
use terminal::{Exit, Failure, Result};

/// The member with the records, in any case.
const RESULTS: &str = "results";

/// The hint for a truncated answer.
const NARROW: &str = "narrow the query, or use `summarize`";

/// Sends the query and prints its answer.
pub(crate) async fn print(
    session: &mut Session<'_>,
    client: &Client,
    request: Request,
) -> Result<()> {
    let mut table = client.table_rows(request, RESULTS);
    let columns = session
        .wait(table.head())
        .await?
        .map(HuntingColumn::all_of)?;
    if !table.has_list() {
        let error = session.wait(table.next_batch()).await?;
        return error.map_or(Ok(()), |error| error.map(drop).map_err(Failure::from));
    }
    let mut faults = Faults::default();
    let settings = &session.console.settings().layout;
    let is_document = matches!(settings.format, Format::Json | Format::Yaml);
    let is_plain =
        settings.format == Format::Json && !settings.terminal && !session.console.is_mapped();
    let is_streamed = is_plain && settings.columns.is_empty();
    let more = match (is_document, is_streamed) {
        (true, true) => document(session, &mut table, &mut faults).await,
        (true, false) => whole(session, &mut table, &mut faults).await,
        (false, _) => rows(session, &mut table, &mut faults, columns).await,
    };
    let complete = faults.end(session.console, &table.gaps().get());
    let more = more?;
    report_limit(session, more);
    if !more && table.rows_read() >= ROW_LIMIT as u64 {
        session.console.truncated(table.rows_read(), NARROW);
        return Err(Failure::silent(Exit::Attention));
    }
    complete
}

/// Prints the records alone. Returns whether there are more than the limit.
async fn rows(
    session: &mut Session<'_>,
    table: &mut TableRows,
    faults: &mut Faults,
    columns: Vec<HuntingColumn>,
) -> Result<bool> {
    let mut printed = session.console.rows();
    printed.know(columns.into_iter().map(|column| column.name).collect());
    let outcome = print_up_to_limit(session, Batches::Table(table), &mut printed, faults).await;
    session.console.end(printed, outcome.is_ok())?;
    outcome
}

/// Prints the object byte for byte while it arrives. One that breaks off is closed, so that it stays valid JSON.
async fn document(
    session: &mut Session<'_>,
    table: &mut TableRows,
    faults: &mut Faults,
) -> Result<bool> {
    let mut document = Document::default();
    let outcome = loop {
        match next(session, &mut Batches::Table(table), faults).await {
            Ok(Some(batch)) => {
                for row in batch.iter() {
                    session
                        .console
                        .write(|out| document.row(table.around().0, row, out))?;
                }
            }
            Ok(None) => break Ok(false),
            Err(failure) => break Err(failure),
        }
    };
    let whole = outcome.is_ok();
    session
        .console
        .write(|out| document.end(whole, table.around(), out))?;
    session.console.flush()?;
    outcome
}

/// Prints the object at its end, for formats that need all of it. Fails above the limit `hunt`, because it is held in memory.
async fn whole(
    session: &mut Session<'_>,
    table: &mut TableRows,
    faults: &mut Faults,
) -> Result<bool> {
    let most = table.limits().hunt;
    let mut rows = Vec::new();
    while let Some(batch) = next(session, &mut Batches::Table(table), faults).await? {
        for row in batch.iter() {
            rows.extend_from_slice(if rows.is_empty() { b"[" } else { b"," });
            rows.extend_from_slice(row);
        }
        if rows.len() > most {
            let limit = auth_core::http_core::LimitExceeded::new("hunt", most);
            return Err(auth_core::http_core::Error::from(limit).into());
        }
    }
    rows.extend_from_slice(if rows.is_empty() { b"[]" } else { b"]" });
    let (before, after) = table.around();
    let text = [before, &rows, after].concat();
    session.console.object(&text)?;
    Ok(false)
}
