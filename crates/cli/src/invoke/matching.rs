//! Changes that act on everything a filter matches: what that is comes to light before it happens.

use auth_core::http_core::{Operation, Request, Value};
use clap::ArgMatches;

use crate::failure::{Failure, Result};
use crate::session::Session;
use crate::ways::ALL_THAT_MATCH;
use operations::words;

/// Lets a change pass that names its records. Any other needs a word of its own, and its number is told first.
pub(super) async fn show(
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
            "the filters name no ids: this would act on everything that matches",
        )
        .with_hint("name them with --filter 'id eq ID,ID', or give --all-that-match"));
    }
    let count = count(session, operation, filters).await?;
    session
        .console
        .note(&format!("{count} open records match and will be acted on"));
    Ok(())
}

/// How many open records match, counted one by one: the service's own total is approximate.
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
    let count = operations::count(&client, list);
    Ok(session.signals.or(count).await??)
}
