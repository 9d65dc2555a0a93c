//! How to find an action that was started on a target.
//!
//! A `POST` that starts an action must not be sent again after a timeout: the service may have
//! acted. Defender for Endpoint lists its actions, so the client looks there before it sends and
//! after an unknown outcome. This module holds the facts of that search;
//! [`Client::begin`](crate::Client::begin) performs it.
//!
//! Source: the list operation of machine actions, which filters by `machineId`, `type` and
//! `status`.

use super::Operation;

/// How to find an action among those of its target. Whether a found action is still open is decided
/// by the operation's [`Completion`](crate::Completion).
///
/// ```
/// use http_core::{ActionSpec, Operation, Param};
///
/// static JOBS: Operation = Operation::get("shop.jobs.list", "/jobs").collection("value");
/// static SPEC: ActionSpec =
///     ActionSpec::new(&JOBS, ("order_id", "orderId"), ("kind", "Ship")).reusable();
/// static SHIP: Operation = Operation::post("shop.orders.ship", "/orders/{order_id}/ship")
///     .inputs(&[Param::path("order_id")])
///     .action(&SPEC);
/// assert!(SHIP.action.spec.is_some_and(|spec| spec.reusable));
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ActionSpec {
    /// The operation that lists the actions. Must accept `$filter` on both properties below.
    pub list: &'static Operation,
    /// The input that names the target, and the property of a listed action that holds the same
    /// value.
    pub target: (&'static str, &'static str),
    /// The property of a listed action that holds its kind, and the kind that the operation starts.
    pub kind: (&'static str, &'static str),
    /// Inputs that distinguish two actions of one kind, such as a quick and a full scan. Each comes
    /// with the path of the listed action's member that shows it, parts joined by dots. A member
    /// that is missing counts as equal.
    pub same: &'static [(&'static str, &'static str)],
    /// Whether an open action of the kind does what a new one would do, so that it is returned
    /// instead of starting another. Default: `false`.
    pub reusable: bool,
}

impl ActionSpec {
    /// Finds actions in `list` whose property `target.1` equals the input `target.0` and whose
    /// property `kind.0` equals `kind.1`. An open action is not reused.
    pub const fn new(
        list: &'static Operation,
        target: (&'static str, &'static str),
        kind: (&'static str, &'static str),
    ) -> Self {
        Self {
            list,
            target,
            kind,
            same: &[],
            reusable: false,
        }
    }

    /// Sets [`same`](Self::same): inputs that make it a different action.
    pub const fn same(mut self, same: &'static [(&'static str, &'static str)]) -> Self {
        self.same = same;
        self
    }

    /// Sets [`reusable`](Self::reusable): an open action is returned instead of starting another.
    pub const fn reusable(mut self) -> Self {
        self.reusable = true;
        self
    }
}
