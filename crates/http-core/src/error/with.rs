//! Adding facts to an error.
//!
//! An error gains facts on its way up: the transport gives the cause, the call its operation and number of
//! attempts, a list the number of records before it. Facts of the innermost layer win where two layers know
//! the same.

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::StatusCode;

use super::Error;
use crate::operation::Operation;

/// Hint after a change whose outcome is unknown.
const UNKNOWN_OUTCOME: &str =
    "the service may have acted: look at the record before sending this again; it was not repeated";

impl Error {
    /// Sets the operation, unless one is set: the innermost call is the one that failed.
    #[must_use]
    pub fn with_operation(mut self, operation: &'static Operation) -> Self {
        self.0.operation.get_or_insert(operation);
        self
    }

    /// Sets the cause, for [`source`](StdError::source). It is not part of `Display`.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(Arc::from(source.into()));
        self
    }

    /// Sets the id of the action that the failed call was about.
    #[must_use]
    pub fn with_action(mut self, id: impl Into<String>) -> Self {
        self.0.action = Some(id.into());
        self
    }

    /// Sets what to do next: an instruction in one sentence.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        self.0.status = Some(status);
        self
    }

    pub(crate) fn with_code(mut self, code: Option<String>) -> Self {
        self.0.code = code;
        self
    }

    /// Sets the request id, unless one is set.
    pub(crate) fn with_request_id(mut self, id: Option<String>) -> Self {
        if self.0.request_id.is_none() {
            self.0.request_id = id;
        }
        self
    }

    pub(crate) fn with_date(mut self, date: Option<SystemTime>) -> Self {
        self.0.date = date;
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// Sets the delay that the service asks for.
    #[must_use]
    pub fn with_retry_after(mut self, delay: Option<Duration>) -> Self {
        self.0.retry_after = delay;
        self
    }

    /// Sets the number of records that were returned before a list broke off.
    #[must_use]
    pub fn with_rows(mut self, rows: u64) -> Self {
        self.0.rows = Some(rows);
        self
    }

    /// Marks a change that may have been carried out although the call failed.
    ///
    /// Sending it again may carry it out twice, so the error is not
    /// [retryable](Error::is_retryable), and the hint says to look first.
    #[must_use]
    pub fn with_unknown_outcome(mut self) -> Self {
        self.0.unknown_outcome = true;
        self.0.retryable = Some(false);
        self.0.hint = Some(match self.0.hint.take() {
            Some(hint) if hint.contains(UNKNOWN_OUTCOME) => hint,
            Some(hint) => format!("{UNKNOWN_OUTCOME}; {hint}"),
            None => UNKNOWN_OUTCOME.to_owned(),
        });
        self
    }

    /// Marks an idempotent change that may have been carried out: repeating it does no harm, so the
    /// error stays as retryable as its kind.
    pub(crate) fn with_possible_effect(mut self) -> Self {
        self.0.unknown_outcome = true;
        self
    }

    /// Overrides whether the error is retryable.
    pub(crate) fn with_retryable(mut self, yes: bool) -> Self {
        self.0.retryable = Some(yes);
        self
    }

    /// Marks an error of a single record of a list, by its number from 1. The list goes on after it.
    #[must_use]
    pub fn with_row(mut self, row: u64) -> Self {
        self.0.row = Some(row);
        self
    }
}
