//! One page of a list: its body, its splitter, and what tells an empty page from a broken one.
//!
//! Some answers hold no rows for a wrong reason: a body of white space, the bare word `null`, an
//! object without the list that still announces more rows. Taken as they are, they would end the
//! list without an error. Such a page is requested again, and is an error if it stays so; an empty
//! first page with status 204, or an empty list, is a result.

use std::time::SystemTime;

use http::{StatusCode, header};

use super::fingerprint::Fingerprint;
use super::open::open_list;
use super::{SplitError, Splitter};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::list::paging::{Gap, PagePlan};
use crate::pipeline::pause;
use crate::response::date;
use crate::transport::body::Body;

/// A page that is being read.
pub(super) struct Page {
    pub(super) body: Body,
    pub(super) splitter: Splitter,
    /// Id of the call, for errors and gaps.
    pub(super) request_id: Option<String>,
    /// The service's clock when it answered.
    pub(super) date: Option<SystemTime>,
    pub(super) fingerprint: Fingerprint,
    /// Number of this attempt, starting at 1.
    pub(super) attempt: u32,
    /// Whether anything but white space came.
    pub(super) has_text: bool,
    /// Whether the status declares an empty body (204, 205).
    pub(super) is_empty: bool,
    /// Whether the bare word `null` came.
    pub(super) is_null: bool,
}

/// Requests the current page of a plan. Attempts after the first wait for the client's backoff.
///
/// A partial result (206) is reported as [`Gap::Partial`], with the service's `Warning`.
///
/// # Errors
/// Returns the errors of the call.
pub(super) async fn open(client: &Client, plan: &PagePlan, attempt: u32) -> Result<Page> {
    pause::before_attempt(client.retry(), attempt).await;
    let (request, target) = plan.next();
    let (head, body) = open_list(client, request, target).await?;
    let request_id = crate::response::request_id(&head.headers);
    // A change that answers 206 reports the failures per item in its body.
    if head.status == StatusCode::PARTIAL_CONTENT && plan.operation().is_read() {
        let warning = head.headers.get(header::WARNING);
        let warning = warning.map_or_else(String::new, |text| {
            String::from_utf8_lossy(text.as_bytes()).into_owned()
        });
        plan.gaps().add(Gap::Partial {
            warning,
            request_id: request_id.clone(),
        });
    }
    let splitter = Splitter::new(plan.operation().list_member()).with_limits(client.limits());
    Ok(Page {
        date: date(&head.headers),
        body,
        splitter: match plan.compares_rows() {
            true => splitter,
            false => splitter.hashing(),
        },
        request_id,
        fingerprint: Fingerprint::default(),
        attempt,
        has_text: false,
        is_null: false,
        is_empty: matches!(
            head.status,
            StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT
        ),
    })
}

/// Whether the start of an answer has no content: white space, or `null`.
pub(super) fn is_nothing(piece: &[u8]) -> bool {
    let text = piece.trim_ascii();
    text.is_empty() || text == b"null"
}

/// Whether an answer without a list still announces more rows.
pub(super) fn says_more(splitter: &Splitter) -> bool {
    let (text, _) = splitter.around();
    serde_json::from_slice(text).is_ok_and(|members| PagePlan::says_more(&members))
}

/// The error for a page without a list where one must be.
pub(super) fn no_rows_error(is_nothing: bool, is_first: bool) -> Error {
    let what = match (is_nothing, is_first) {
        (true, _) => "nothing",
        (false, true) => "no rows and announces more",
        (false, false) => "`null` in place of its rows",
    };
    let place = match is_first {
        true => "the first page of the list",
        false => "a page in the middle of the list",
    };
    let error = Error::new(ErrorKind::Truncated, format!("{place} holds {what}"));
    error.with_hint(match is_first {
        true => "no row was read: try again",
        false => "the rows before it are complete; resume from the continuation of the last page",
    })
}

/// Adds operation, request id and the number of rows returned so far to an error of the splitter.
pub(super) fn split_failure(
    error: SplitError,
    request_id: Option<String>,
    rows: u64,
    plan: &PagePlan,
) -> Error {
    Error::from(error)
        .with_operation(plan.operation())
        .with_request_id(request_id)
        .with_rows(rows)
}
