//! Finds missing and invalid inputs before anything is sent.
//!
//! Checks are limited to what the documents state and what costs something: a service that ignores an
//! input, rejects it without naming it, or acts on more than was meant. Everything else is the service's
//! to judge. Values that depend on the present (an expiry must be ahead) are checked by
//! [`check_at`](Request::check_at) only, so that [`check`](Request::check) and the bytes of a request
//! depend on its inputs alone.

use serde_json::Value;

use super::Request;
use crate::error::{Error, Result};
use crate::operation::Method;
use crate::operation::{Kind, Param, Place};

impl Request {
    /// Reports the first mistake, as [`to_http`](Request::to_http) does, without building the request.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) naming the input.
    pub fn check(&self) -> Result<()> {
        self.checked(None)
    }

    /// Like [`check`](Self::check), with inputs that depend on the present: an expiry must be after
    /// `now`, and a time that the service looks back to must not be too long ago.
    /// [`Client`](crate::Client) calls it before it sends.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) naming the input.
    pub fn check_at(&self, now: std::time::SystemTime) -> Result<()> {
        self.checked(jiff::Timestamp::try_from(now).ok())
    }

    fn checked(&self, now: Option<jiff::Timestamp>) -> Result<()> {
        let mistake = self.mistake.clone();
        let mistake = mistake
            .or_else(|| self.missing())
            .or_else(|| self.unfit(now));
        mistake.map_or(Ok(()), |text| {
            Err(Error::usage(text).with_operation(self.operation))
        })
    }

    /// Rejects retired operations: some answer with an empty list, which reads like good news.
    pub(super) fn check_retired(&self) -> Result<()> {
        if self.operation.conduct.retired.is_empty() || self.allow_retired {
            return Ok(());
        }
        Err(
            Error::usage("the operation is retired and returns no data; nothing was sent")
                .with_operation(self.operation)
                .with_hint(self.operation.conduct.retired),
        )
    }

    /// A required input that is not set, or a change without any member: services answer 200 to it.
    fn missing(&self) -> Option<String> {
        let operation = self.operation;
        let missing = operation
            .inputs
            .iter()
            .find(|param| param.required && !self.has(param));
        if let Some(param) = missing {
            return Some(format!("`{}` is required", param.name));
        }
        let takes_body = operation
            .inputs
            .iter()
            .any(|param| param.place == Place::Body);
        let changes_nothing = operation.http.method == Method::Patch
            && takes_body
            && self.body.is_empty()
            && self.content.is_none();
        changes_nothing.then(|| "nothing to change: set at least one member".to_owned())
    }

    /// The first value that conflicts with another, is too large, or is on the wrong side of `now`.
    fn unfit(&self, now: Option<jiff::Timestamp>) -> Option<String> {
        let operation = self.operation;
        let of_body = operation
            .http
            .checks
            .and_then(|checks| checks.mistake(&self.body, now));
        of_body.or_else(|| self.too_many()).or_else(|| {
            operation.inputs.iter().find_map(|param| {
                let outside = match param.place {
                    Place::Path => self.path_value(param.name),
                    Place::Query => self.query_value(param.name),
                    _ => None,
                };
                match outside {
                    Some(text) => param.mistake(&Value::from(text), now),
                    None => param.mistake(self.body.get(param.name)?, now),
                }
            })
        })
    }

    /// More items than one call takes. Bulk changes beyond the limit are rejected as a whole.
    fn too_many(&self) -> Option<String> {
        let batch = self.operation.action.batch?;
        let items = self.body.get(batch.input)?.as_array()?.len();
        (batch.most > 0 && items > batch.most).then(|| {
            let (name, most) = (batch.input, batch.most);
            format!("`{name}` takes {most} items at most, not {items}")
        })
    }

    /// Whether an input is set.
    fn has(&self, param: &Param) -> bool {
        match param.place {
            Place::Path => self.path.iter().any(|(name, _)| *name == param.name),
            Place::Query => self.query_value(param.name).is_some(),
            Place::Header => self.headers.contains_key(param.name),
            Place::Body | Place::Part if param.kind == Kind::Bytes => self.content.is_some(),
            Place::Body | Place::Part => self.body.contains_key(param.name),
        }
    }
}
