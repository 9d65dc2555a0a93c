//! Answers that are not a list: one record, a value, a file, or nothing.
//!
//! An empty answer prints nothing to standard output and the note `done`.

use std::collections::HashMap;

use auth_core::http_core::{Client, Column, Operation, Request};
use serde_json::value::RawValue;

use crate::session::Session;
use output::Format;
use terminal::{Exit, Failure, Result};

/// The member with the records of a hunting query, in any case.
const RESULTS: &str = "results";

/// Prints an answer. A table, CSV and NDJSON print the records of a query's result, other formats the whole object.
pub(crate) fn print(session: &mut Session<'_>, body: &[u8]) -> Result<()> {
    print_rows_of(session, body, || Page::of(body, RESULTS), &[])
}

/// Prints an answer that may be one page of the operation's list. A table, CSV and NDJSON print its records, and a note says that
/// there are more pages; other formats print the whole object, whose link to the next page is seen there.
pub(crate) fn print_page(
    session: &mut Session<'_>,
    operation: &Operation,
    body: &[u8],
) -> Result<()> {
    // An expression gets the whole answer: it may want the link to the next page, or the number of records.
    let is_evaluated = session.console.settings().layout.expression.is_some();
    let page = || {
        let of_list = || Page::of(body, operation.list_member());
        let page = if is_evaluated { None } else { of_list() };
        page.or_else(|| Page::of(body, RESULTS))
    };
    print_rows_of(session, body, page, operation.answer.columns)
}

/// Prints the records of the page where the format has records, else the whole answer, which is not parsed then. `columns` come first in
/// a table.
fn print_rows_of<'a>(
    session: &mut Session<'_>,
    body: &'a [u8],
    page: impl FnOnce() -> Option<Page<'a>>,
    columns: &'static [Column],
) -> Result<()> {
    if body.is_empty() {
        session.note("done");
        return Ok(());
    }
    let format = session.console.settings().layout.format;
    if !matches!(format, Format::Json | Format::Yaml)
        && let Some(Page { rows, has_more }) = page()
    {
        let limit = session.globals.limit;
        let mut printed = session.console.rows();
        printed.lead(columns);
        session
            .console
            .print_made(limit, printed, rows.into_iter())?;
        if has_more {
            session
                .note("this is one page of the list; --paginate prints the records of all pages");
        }
        return Ok(());
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

/// The records of an answer, and whether the service has more: a link to the next page (OData), or `hasNext` (Cloud Apps).
struct Page<'a> {
    rows: Vec<&'a RawValue>,
    has_more: bool,
}

impl<'a> Page<'a> {
    /// `None` for an object without such a list.
    fn of(body: &'a [u8], member: &str) -> Option<Self> {
        let members: HashMap<String, &RawValue> = serde_json::from_slice(body).ok()?;
        let find = |wanted: &str| {
            let mut members = members.iter();
            let found = members.find(|(name, _)| name.eq_ignore_ascii_case(wanted));
            found.map(|(_, value)| value.get())
        };
        let has_link = find("@odata.nextLink").is_some_and(|link| link.len() > 2 && link != "null");
        Some(Self {
            rows: serde_json::from_str(find(member)?).ok()?,
            has_more: has_link || find("hasNext") == Some("true"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_a_query_are_found() {
        let count = |body: &str| Page::of(body.as_bytes(), RESULTS).map(|page| page.rows.len());
        assert_eq!(
            count(r#"{"Schema":[],"Results":[{"a":1},{"a":2}]}"#),
            Some(2)
        );
        assert_eq!(count(r#"{"results":[]}"#), Some(0));
        assert_eq!(count(r#"{"id":"1"}"#), None);
        assert_eq!(count(r#"{"results":7}"#), None);
        assert_eq!(count("[1]"), None);
    }

    #[test]
    fn a_page_that_is_not_the_last_is_known() {
        let has_more = |body: &str| Page::of(body.as_bytes(), "value").map(|page| page.has_more);
        assert_eq!(
            has_more(r#"{"value":[],"@odata.nextLink":"x"}"#),
            Some(true)
        );
        assert_eq!(
            has_more(r#"{"value":[],"@odata.nextLink":null}"#),
            Some(false)
        );
        assert_eq!(has_more(r#"{"value":[1],"hasNext":true}"#), Some(true));
        assert_eq!(has_more(r#"{"value":[1],"hasNext":false}"#), Some(false));
    }
}
