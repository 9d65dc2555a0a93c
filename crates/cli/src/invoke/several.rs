//! Several records, one call each, printed as the rows of a list.

use auth_core::http_core::{Bytes, Client, Enrichment, Operation, Request};

use super::enrich;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::session::Session;
use output::Rows;

/// Reads the records in the order asked for. One that cannot be read is told of and does not keep the others back.
pub(super) async fn read(
    session: &mut Session<'_>,
    operation: &'static Operation,
    requests: Vec<Request>,
    joins: Option<&Enrichment>,
) -> Result<()> {
    let client = session.context.client(operation)?;
    let mut printed = session.console.rows();
    printed.lead(operation.answer.columns);
    let outcome = read_each(session, &client, (requests, joins), &mut printed).await;
    let ended = session.console.end(printed, outcome.is_ok());
    super::tell_of_reappeared(session, &client);
    let whole = super::tell_of_mended(session, &client);
    let failed = outcome?;
    ended?;
    whole?;
    // Each failed record was reported.
    if failed > 0 {
        Err(Failure::silent(Exit::Attention))
    } else {
        Ok(())
    }
}

/// How many could not be read.
async fn read_each(
    session: &mut Session<'_>,
    client: &Client,
    (requests, joins): (Vec<Request>, Option<&Enrichment>),
    printed: &mut Rows,
) -> Result<usize> {
    let limit = session.globals.limit.unwrap_or(u64::MAX);
    let (mut failed, mut denied, mut may_read) = (0, 0, false);
    for (count, request) in (0..).zip(requests) {
        if count == limit {
            session.console.stopped_at_limit(limit);
            break;
        }
        let answer = session.signals.or(client.send_response(request)).await?;
        match answer.map_err(Failure::from) {
            Ok(answer) => {
                may_read = true;
                let (record, told) = joined(session, joins, answer.body().clone()).await?;
                failed += told;
                session.console.row(printed, &record)?;
            }
            Err(failure) => {
                denied += usize::from(failure.exit() == Exit::Denied);
                if !is_for_this_one(&failure) || denied == MOST_DENIED && !may_read {
                    return Err(failure);
                }
                session.console.fail(&failure);
                failed += 1;
            }
        }
    }
    Ok(failed)
}

/// The record with what is told of it elsewhere, and whether that failed. The record itself is there in any case.
async fn joined(
    session: &mut Session<'_>,
    joins: Option<&Enrichment>,
    record: Bytes,
) -> Result<(Bytes, usize)> {
    match enrich::record(session, joins, record.clone()).await {
        Ok(record) => Ok((record, 0)),
        Err(failure) if !failure.is_silent() && is_for_this_one(&failure) => {
            session.console.fail(&failure);
            Ok((record, 1))
        }
        Err(failure) => Err(failure),
    }
}

/// The most records that are asked for where all are refused for lack of rights. A single one may lie outside of the
/// caller's device groups; where this many do the permission is missing, and the others are refused as well.
const MOST_DENIED: usize = 5;

/// Whether the next record may still be read.
fn is_for_this_one(failure: &Failure) -> bool {
    matches!(
        failure.exit(),
        Exit::NotFound | Exit::Failure | Exit::Usage | Exit::Denied
    )
}
