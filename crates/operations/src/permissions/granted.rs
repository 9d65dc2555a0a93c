//! Whether a token may call an operation.

use http_core::Operation;
use serde::Serialize;

use super::{Caller, missing};
use crate::words;

/// An operation, and whether a caller holds a permission for it.
///
/// ```
/// use http_core::Operation;
/// use operations::permissions::{Caller, Granted};
///
/// static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts").permissions(&["Alert.Read.All"], &[]);
///
/// let held = ["Machine.Read.All".to_owned()];
/// let found = Granted::of(&LIST, Some((Caller::Application, &held)));
/// assert_eq!((found.granted, found.needs), (Some(false), Some("Alert.Read.All")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Granted {
    /// The words of the command.
    pub command: String,
    /// The id of the operation.
    pub operation: &'static str,
    /// Whether the caller holds a permission. `None` if its token cannot be read, or no permission is documented.
    pub granted: Option<bool>,
    /// The least permission, where none is held.
    pub needs: Option<&'static str>,
}

impl Granted {
    /// Compares the permissions of a token with those of an operation. `held` is `None` for a token that cannot be read.
    pub fn of(operation: &'static Operation, held: Option<(Caller, &[String])>) -> Self {
        let lacking = held.and_then(|(caller, held)| missing(operation, caller, held));
        let is_known = held.is_some_and(|(caller, _)| !caller.permissions(operation).is_empty());
        Self {
            command: words::command(operation.id),
            operation: operation.id,
            granted: is_known.then_some(lacking.is_none()),
            needs: lacking.and_then(|all| all.first().copied()),
        }
    }
}
