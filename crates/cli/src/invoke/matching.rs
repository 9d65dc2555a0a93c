//! Changes that act on all records that a filter matches.
//!
//! A filter with ids passes. Any other needs `--all-that-match`, and the number of records is printed before the question: a filter
//! with a typing error may match everything.
//!
//! The count is of now. Records that match later are acted on too, because the service applies the filter.

use auth_core::http_core::{Operation, Request, Value};
use clap::ArgMatches;

use crate::session::Session;
use commands::spelling::ALL_THAT_MATCH;
use operations::words;
use terminal::{Failure, Result};

/// Refuses a filter without ids, or prints how many records it matches.
pub(super) async fn check(
    session: &mut Session<'_>,
    operation: &'static Operation,
    request: &Request,
    matches: &ArgMatches,
) -> Result<()> {
    if operation.list.filter_fields.is_empty() || operation.is_read() {
        return Ok(());
    }
    let filters = request.body_value("filters").cloned().unwrap_or_default();
    let ids = &filters["id"]["eq"];
    if ids.is_string() || ids.as_array().is_some_and(|ids| !ids.is_empty()) {
        return Ok(());
    }
    if !matches.get_flag(ALL_THAT_MATCH) {
        return Err(Failure::refused(
            "the filters have no ids: the change would act on every record that matches",
        )
        .with_hint("name them with --filter 'id eq ID,ID', or give --all-that-match"));
    }
    let count = count(session, operation, filters).await?;
    session.note(&format!("{count} open records match and will be acted on"));
    Ok(())
}

/// Counts the open records that match, page by page: the total of the service is approximate.
async fn count(
    session: &mut Session<'_>,
    operation: &'static Operation,
    mut filters: Value,
) -> Result<u64> {
    let [product, group, _] = words::parts(operation.id);
    let id = format!("{product}.{group}.query");
    let list = session.context.catalog().require(&id)?;
    filters["alertOpen"] = serde_json::json!({"eq": true});
    let client = session.context.client(list)?;
    let list = Request::new(list).set("filters", filters);
    Ok(session.wait(operations::count(&client, list)).await??)
}
