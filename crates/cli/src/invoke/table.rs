//! Answers that are an object with a list of results: hunting queries. Rows go out as they come in.

use auth_core::http_core::rows::{RowBatch, TableRows};
use auth_core::http_core::{Client, Request};
use xdr_api::hunting::{HuntingColumn, ROW_LIMIT};

use super::faults::Faults;
use super::rows::showing;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::session::Session;
use output::Format;

/// The member that holds the rows, in any case.
const RESULTS: &str = "results";

/// The hint for missing rows.
const NARROW: &str = "narrow the query, or summarize in it";

/// Prints an answer; formats made of rows show its rows only.
pub(crate) async fn print(
    session: &mut Session<'_>,
    client: &Client,
    request: Request,
) -> Result<()> {
    let mut table = client.table_rows(request, RESULTS);
    let columns = session
        .signals
        .or(table.head())
        .await?
        .map(HuntingColumn::all_of)?;
    if !table.has_list() {
        let error = session.signals.or(table.next_batch()).await?;
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
    let complete = faults.end(session.console, &table.losses().get());
    let more = more?;
    if let (true, Some(limit)) = (more, session.globals.limit) {
        session.console.stopped_at_limit(limit);
    }
    if !more && table.met() >= ROW_LIMIT as u64 {
        session.console.truncated(table.met(), NARROW);
        return Err(Failure::silent(Exit::Attention));
    }
    complete
}

async fn next(
    session: &mut Session<'_>,
    table: &mut TableRows,
    faults: &mut Faults,
) -> Result<Option<RowBatch>> {
    loop {
        let next = showing(table.next_batch(), session.console);
        let Some(batch) = session.signals.or(next).await?? else {
            return Ok(None);
        };
        if let Some(batch) = faults.take(session.console, batch)? {
            return Ok(Some(batch));
        }
    }
}

/// The rows alone. Whether more remain that the limit keeps back.
async fn rows(
    session: &mut Session<'_>,
    table: &mut TableRows,
    faults: &mut Faults,
    columns: Vec<HuntingColumn>,
) -> Result<bool> {
    let limit = session.globals.limit.unwrap_or(u64::MAX);
    let mut printed = session.console.rows();
    printed.know(columns.into_iter().map(|column| column.name).collect());
    let mut count = 0;
    let outcome = loop {
        let batch = match next(session, table, faults).await {
            Ok(Some(batch)) => batch,
            Ok(None) => break Ok(false),
            Err(failure) => break Err(failure),
        };
        let left = usize::try_from(limit - count).unwrap_or(usize::MAX);
        for row in batch.iter().take(left) {
            session.console.row(&mut printed, row)?;
            count += 1;
        }
        if batch.len() > left {
            break Ok(true);
        }
    };
    session.console.end(printed, outcome.is_ok())?;
    outcome
}

/// The object as it came, written while it comes. One that breaks off is closed.
async fn document(
    session: &mut Session<'_>,
    table: &mut TableRows,
    faults: &mut Faults,
) -> Result<bool> {
    let mut begun = false;
    let outcome = loop {
        match next(session, table, faults).await {
            Ok(Some(batch)) => {
                for row in batch.iter() {
                    if !begun {
                        session.console.part(table.around().0)?;
                    }
                    session.console.part(if begun { b",\n" } else { b"[\n" })?;
                    session.console.part(row)?;
                    begun = true;
                }
            }
            Ok(None) => break Ok(false),
            Err(failure) => break Err(failure),
        }
    };
    let (before, after) = table.around();
    let closing: &[&[u8]] = match (&outcome, begun) {
        (Ok(_), true) => &[b"\n]", after, b"\n"],
        (Ok(_), false) => &[before, b"[]", after, b"\n"],
        (Err(_), true) if before.is_empty() => &[b"\n]\n"],
        (Err(_), true) => &[b"\n]}\n"],
        (Err(_), false) => &[],
    };
    for part in closing {
        session.console.part(part)?;
    }
    session.console.flush()?;
    outcome
}

/// The object at once, for forms that need all of it.
async fn whole(
    session: &mut Session<'_>,
    table: &mut TableRows,
    faults: &mut Faults,
) -> Result<bool> {
    let most = table.limits().hunt;
    let mut rows = Vec::new();
    while let Some(batch) = next(session, table, faults).await? {
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
