//! Answers that are not a list: one record, a value, a file, or nothing.
//!
//! An empty answer prints nothing to standard output and the note `done`.

use auth_core::http_core::{Client, Request};
use serde_json::value::RawValue;

use crate::session::Session;
use output::Format;
use terminal::{Exit, Failure, Result};

/// The member with the records of a hunting query, in any case.
const RESULTS: &str = "results";

/// Prints an answer. A table, CSV and NDJSON print the records of a query's result, other formats the whole object.
pub(crate) fn print(session: &mut Session<'_>, body: &[u8]) -> Result<()> {
    if body.is_empty() {
        session.note("done");
        return Ok(());
    }
    let format = session.console.settings().layout.format;
    if !matches!(format, Format::Json | Format::Yaml)
        && let Some(rows) = results(body)
    {
        let limit = session.globals.limit;
        let printed = session.console.rows();
        return super::rows::print_made(session.console, limit, printed, rows.into_iter());
    }
    session.console.object(body)
}

/// Prints a file while it arrives. One that breaks off ends with exit code 1, after the bytes so far.
pub(super) async fn download(
    session: &mut Session<'_>,
    client: &Client,
    request: Request,
) -> Result<()> {
    let (_, mut body) = session.wait(client.download(request)).await??;
    while let Some(chunk) = session.wait(body.chunk()).await? {
        let chunk = chunk.map_err(|error| {
            Failure::new(
                Exit::Failure,
                "truncated",
                format!("the file broke off: {error}"),
            )
        })?;
        session.console.bytes(&chunk)?;
    }
    Ok(())
}

/// The records of a query's result. `None` for any other object.
fn results(body: &[u8]) -> Option<Vec<&RawValue>> {
    let members: std::collections::HashMap<String, &RawValue> =
        serde_json::from_slice(body).ok()?;
    let (_, rows) = members
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(RESULTS))?;
    serde_json::from_str(rows.get()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_a_query_are_found() {
        let count = |body: &str| results(body.as_bytes()).map(|rows| rows.len());
        assert_eq!(
            count(r#"{"Schema":[],"Results":[{"a":1},{"a":2}]}"#),
            Some(2)
        );
        assert_eq!(count(r#"{"results":[]}"#), Some(0));
        assert_eq!(count(r#"{"id":"1"}"#), None);
        assert_eq!(count(r#"{"results":7}"#), None);
        assert_eq!(count("[1]"), None);
    }
}
