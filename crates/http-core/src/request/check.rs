//! What a request lacks, and which of its inputs cannot be right.

use serde_json::Value;

use super::Request;
use crate::error::{Error, Result};
use crate::operation::Method;
use crate::operation::{Kind, Param, Place};

impl Request {
    /// Reports the first invalid input, as [`to_http`](Request::to_http) does. Inputs that depend on the present are left
    /// to [`check_at`](Request::check_at).
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) naming the input.
    pub fn check(&self) -> Result<()> {
        self.checked(None)
    }

    /// Reports the first invalid input at an instant: a time until which something holds has to be ahead of it, and a
    /// time that the service looks back to must not be too far behind. A [`Client`](crate::Client) checks before it
    /// sends.
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

    /// An empty list from a service that is gone would read like good news.
    pub(super) fn check_retired(&self) -> Result<()> {
        if self.operation.conduct.retired.is_empty() || self.allow_retired {
            return Ok(());
        }
        Err(
            Error::usage("the service gives no data here any more; nothing was sent")
                .with_operation(self.operation)
                .with_hint(self.operation.conduct.retired),
        )
    }

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
        changes_nothing.then(|| "there is nothing to change: set at least one member".to_owned())
    }

    /// What does not fit together, is too much, or lies on the wrong side of the present.
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

    /// More items than one call takes.
    fn too_many(&self) -> Option<String> {
        let batch = self.operation.action.batch?;
        let items = self.body.get(batch.input)?.as_array()?.len();
        (batch.most > 0 && items > batch.most).then(|| {
            let (name, most) = (batch.input, batch.most);
            format!("`{name}` takes {most} items at most, not {items}")
        })
    }

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
