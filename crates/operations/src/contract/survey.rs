//! The results of calling many operations, and the requests for that.
//!
//! A survey calls every operation that a credential may read and reports the result of each. It needs requests that are
//! cheap ([`probe`]) and results that can be counted and printed ([`Examined`], [`Tally`]). Operations that were not
//! called are results too: a report without them would look complete.

use std::fmt;

use http_core::{AnswerKind, Kind, Method, Operation, Request, Status};
use serde::Serialize;

use super::{Checked, Differences, RECORDS, Verdict};
use crate::catalog::Catalog;
use crate::inputs::page_size;
use crate::words;

/// The request of a probe: a page of [`RECORDS`] records if the page size can be set, or the one record.
pub fn probe(operation: &'static Operation) -> Request {
    let request = Request::new(operation);
    match page_size(operation) {
        Some(size) => request.set(size.name, RECORDS as u64),
        None => request,
    }
}

/// The cheapest read of a service, to try a credential: the first generally available list that needs no input and
/// takes a page size, with one record a page. `None` if the service has none.
///
/// ```
/// use http_core::{Kind, Operation, Param};
/// use operations::{Catalog, contract::cheapest_read};
///
/// static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts")
///     .host("x")
///     .collection("value")
///     .permissions(&["Alert.Read.All"], &[])
///     .inputs(&[Param::query("$top").kind(Kind::Integer)]);
/// static OPERATIONS: &[&Operation] = &[&LIST];
///
/// let read = cheapest_read(&Catalog::new([OPERATIONS]), "x").expect("there is a list");
/// assert_eq!(read.query_value("$top"), Some("1"));
/// ```
pub fn cheapest_read(catalog: &Catalog, host: &str) -> Option<Request> {
    let is_cheap = |operation: &&'static Operation| {
        operation.http.host == host
            && operation.http.method == Method::Get
            && operation.doc.status == Status::Ga
            && matches!(operation.answer.kind, AnswerKind::Collection { .. })
            && !operation.access.application.is_empty()
            && !operation.inputs.iter().any(|param| param.required)
    };
    catalog.operations().filter(is_cheap).find_map(|operation| {
        let size = page_size(operation).filter(|size| size.kind == Kind::Integer)?;
        Some(Request::new(operation).set(size.name, 1))
    })
}

/// The outcome of one operation in a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Answered {
    /// The service refused the call because a permission is missing (403).
    Refused,
    /// The token lacks the permission by its claims. Nothing was sent.
    NotGranted,
    /// The service has no address. Nothing was sent.
    NotConfigured,
    /// The call failed for another reason; [`Examined::detail`] has it.
    Failed,
    /// The service answered, and the answer was compared with the tables.
    #[serde(untagged)]
    With(Verdict),
}

/// The result of one operation. Serializes to one object, for a report.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Examined {
    /// The words of its command.
    pub command: String,
    /// The outcome.
    pub result: Answered,
    /// The message of the error, or why the answer cannot be compared.
    pub detail: Option<String>,
    /// Number of records that were compared.
    pub records: usize,
    /// The permissions of which one is missing, least privileged first.
    pub needs: &'static [&'static str],
    /// The differences from the tables. Their members are those of this object.
    #[serde(flatten)]
    pub differences: Differences,
}

impl Examined {
    fn new(operation: &'static Operation, result: Answered) -> Self {
        Self {
            command: words::command(operation.id),
            result,
            detail: None,
            records: 0,
            needs: &[],
            differences: Differences::default(),
        }
    }

    /// An answer that was compared with the tables.
    pub fn answered(operation: &'static Operation, checked: Checked) -> Self {
        let mut examined = Self::new(operation, Answered::With(checked.verdict));
        examined.detail = checked.detail.map(str::to_owned);
        examined.records = checked.records;
        examined.differences = checked.differences;
        examined
    }

    /// An operation that was not called because the token has none of these permissions.
    pub fn not_granted(operation: &'static Operation, needs: &'static [&'static str]) -> Self {
        let mut examined = Self::new(operation, Answered::NotGranted);
        examined.needs = needs;
        examined
    }

    /// A call that failed, or was not made, with the message of the error.
    pub fn failed(operation: &'static Operation, result: Answered, message: &str) -> Self {
        let mut examined = Self::new(operation, result);
        examined.detail = Some(message.to_owned());
        if result == Answered::Refused {
            examined.needs = operation.access.application;
        }
        examined
    }
}

/// Numbers of operations by their results. `Display` prints them on one line.
///
/// ```
/// use operations::contract::{Answered, Tally, Verdict};
///
/// let mut tally = Tally::default();
/// tally.add(Answered::With(Verdict::AsDescribed));
/// tally.add(Answered::NotGranted);
/// assert!(tally.is_clean());
/// tally.add(Answered::Failed);
/// assert!(!tally.is_clean());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Tally {
    as_described: usize,
    reached: usize,
    empty: usize,
    differs: usize,
    refused: usize,
    not_granted: usize,
    not_configured: usize,
    failed: usize,
}

impl Tally {
    /// Whether no operation differs, was refused or failed. Operations that were not called do not count.
    pub fn is_clean(&self) -> bool {
        self.differs + self.refused + self.failed == 0
    }

    /// Counts a result.
    pub fn add(&mut self, result: Answered) {
        *match result {
            Answered::With(Verdict::AsDescribed) => &mut self.as_described,
            Answered::With(Verdict::Reached) => &mut self.reached,
            Answered::With(Verdict::Empty) => &mut self.empty,
            Answered::With(Verdict::Differs) => &mut self.differs,
            Answered::Refused => &mut self.refused,
            Answered::NotGranted => &mut self.not_granted,
            Answered::NotConfigured => &mut self.not_configured,
            _ => &mut self.failed,
        } += 1;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} as described, {} without a description, {} without records, {} differ, {} refused, {} failed; not \
             called: {} not granted, {} not configured",
            self.as_described,
            self.reached,
            self.empty,
            self.differs,
            self.refused,
            self.failed,
            self.not_granted,
            self.not_configured
        )
    }
}
