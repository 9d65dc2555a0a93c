//! `--enrich`: members from another service, added to a record.

use auth_core::http_core::Result as CallResult;
use auth_core::http_core::{Bytes, Client, Enrichment, Operation, Raw, Value};

use crate::failure::{Failure, Result};
use crate::session::Session;

/// The record with what is told of it elsewhere, where the caller wants it and there is something. Who may not read that
/// gets the record as it is.
pub(super) async fn record(
    session: &mut Session<'_>,
    joins: Option<&Enrichment>,
    text: Bytes,
) -> Result<Bytes> {
    let Some(joins) = joins else {
        return Ok(text);
    };
    let record: Value = serde_json::from_slice(&text).unwrap_or_default();
    let (member, word) = joins.only;
    let key = record[joins.by.1].as_str();
    let Some(key) = key.filter(|_| record[member] == *word) else {
        let told = record[member].as_str().unwrap_or("something else");
        session.console.note(&format!(
            "nothing is joined: {member} is {told}, not {word}"
        ));
        return Ok(text);
    };
    let catalog = session.context.catalog();
    let list = catalog.require(joins.operation)?;
    let client = session.context.client(list)?;
    match session.signals.or(find(&client, list, joins, key)).await? {
        Ok(Some(found)) => {
            Ok(operations::with_member(&text, joins.member, &found).map_or(text, Bytes::from))
        }
        Ok(None) => {
            session
                .console
                .warn(&format!("nothing is joined: {} has no {key}", list.id));
            Ok(text)
        }
        Err(error) if error.is_denied() => {
            session.console.warn(&format!("nothing is joined: {error}"));
            if let Some(hint) = error.hint() {
                session.console.note(hint);
            }
            Ok(text)
        }
        Err(error) => Err(Failure::from(error)),
    }
}

async fn find(
    client: &Client,
    list: &'static Operation,
    joins: &Enrichment,
    key: &str,
) -> CallResult<Option<Bytes>> {
    let request = operations::enrichment_request(list, joins, key);
    let mut rows = client.rows(request).into_raw_items::<Value>();
    let first = rows.next_row().await.transpose()?;
    Ok(first.map(Raw::into_bytes))
}
