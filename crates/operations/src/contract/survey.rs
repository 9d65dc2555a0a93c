//! The results of calling many operations.

use std::fmt;

use http_core::{AnswerKind, Kind, Method, Operation, Request, Status};
use serde::Serialize;

use super::{Checked, Differences, RECORDS, Verdict};
use crate::catalog::Catalog;
use crate::inputs::page_size;
use crate::words;

/// The request of a probe: one small page, or the one record.
pub fn probe(operation: &'static Operation) -> Request {
    let request = Request::new(operation);
    match page_size(operation) {
        Some(size) => request.set(size.name, RECORDS as u64),
        None => request,
    }
}

/// The cheapest read of a service, to try a credential: the first documented list that needs no input and takes a page
/// size, with one record a page. `None` if the service has none.
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

/// How an operation answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Answered {
    /// The service refused the call: the permission is missing.
    Refused,
    /// The token lacks the permission. Nothing was sent.
    NotGranted,
    /// The service has no address. Nothing was sent.
    NotConfigured,
    /// The call failed.
    Failed,
    /// The service answered, and the answer was compared with the tables.
    #[serde(untagged)]
    With(Verdict),
}

/// The result of one operation.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Examined {
    /// The words of its command.
    pub command: String,
    /// How it answered.
    pub result: Answered,
    /// The error, or what there is to say about the answer.
    pub detail: Option<String>,
    /// Number of records that were compared.
    pub records: usize,
    /// The permissions of which one is missing, least privileged first.
    pub needs: &'static [&'static str],
    /// What differs from the tables.
    #[serde(flatten)]
    pub differences: Differences,
}

impl Examined {
    fn new(row: &'static Operation, result: Answered) -> Self {
        Self {
            command: words::command(row.id),
            result,
            detail: None,
            records: 0,
            needs: &[],
            differences: Differences::default(),
        }
    }

    /// An answer that was compared with the tables.
    pub fn answered(row: &'static Operation, checked: Checked) -> Self {
        let mut examined = Self::new(row, Answered::With(checked.verdict));
        examined.detail = checked.detail.map(str::to_owned);
        examined.records = checked.records;
        examined.differences = checked.differences;
        examined
    }

    /// An operation that was not called because the token has none of these permissions.
    pub fn not_granted(row: &'static Operation, needs: &'static [&'static str]) -> Self {
        let mut examined = Self::new(row, Answered::NotGranted);
        examined.needs = needs;
        examined
    }

    /// A call that failed, or was not made, with the message of the error.
    pub fn failed(row: &'static Operation, result: Answered, message: &str) -> Self {
        let mut examined = Self::new(row, result);
        examined.detail = Some(message.to_owned());
        if result == Answered::Refused {
            examined.needs = row.access.application;
        }
        examined
    }
}

/// Numbers of operations by their results. `Display` is one line for a person.
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
    /// Whether no operation differs, was refused or failed.
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
