//! `--enrich`: members from another service, added to a record.

use auth_core::http_core::Result as CallResult;
use auth_core::http_core::odata::Filter;
use auth_core::http_core::{Bytes, Client, Enrichment, Operation, Raw, Request, Value};

use super::no_row;
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
    let list = catalog
        .by_id(joins.operation)
        .ok_or_else(|| no_row(joins.operation))?;
    let client = session.context.client(list)?;
    match session.signals.or(find(&client, list, joins, key)).await? {
        Ok(Some(found)) => Ok(with_member(&text, joins.member, &found).map_or(text, Bytes::from)),
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
    let mut request = Request::new(list).filter(Filter::eq(joins.by.0, key));
    for (name, value) in joins.options {
        request = request.set(name, *value);
    }
    let mut rows = client.rows(request).into_raw_items::<Value>();
    let first = rows.next_row().await.transpose()?;
    Ok(first.map(Raw::into_bytes))
}

/// A record with one more member; every other byte of it stays.
fn with_member(record: &[u8], name: &str, value: &[u8]) -> Option<Vec<u8>> {
    let open = record.trim_ascii_end().strip_suffix(b"}")?;
    let comma: &[u8] = if open.trim_ascii_end().ends_with(b"{") {
        b""
    } else {
        b","
    };
    Some([open, comma, b"\"", name.as_bytes(), b"\":", value, b"}"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_added_and_the_rest_stays_as_it_was() {
        let added = |record: &str| {
            let text = with_member(record.as_bytes(), "more", b"{}");
            text.map(|text| String::from_utf8(text).unwrap())
        };
        let record = "{\"a\": 1.50 }\n";
        assert_eq!(added(record).unwrap(), "{\"a\": 1.50 ,\"more\":{}}");
        assert_eq!(added("{ }").unwrap(), "{ \"more\":{}}");
        assert_eq!(added("[]"), None);
    }
}
