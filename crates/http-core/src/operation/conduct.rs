//! How often an operation may be called, and what may be repeated.

use super::{Method, RateLimit};

/// Repetition, budgets and retirement of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conduct {
    /// Whether the call may be repeated when its outcome is unknown.
    pub idempotent: bool,
    /// Inputs that take `idempotent` back, because the service appends their values.
    pub appends: &'static [&'static str],
    /// Documented budgets.
    pub limits: &'static [RateLimit],
    /// Name of the budget. Operations with the same name share it. Default: the operation's id.
    pub limit_class: &'static str,
    /// What a 404 means.
    pub not_found: NotFound,
    /// What to call instead of a retired operation, which the service answers no more; empty otherwise.
    pub retired: &'static str,
}

/// What a 404 of an operation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotFound {
    /// The record does not exist.
    Final,
    /// The service answers so at times for records that exist: the call is repeated before the answer is believed.
    Again,
    /// The list is empty, where the service reports that as an error.
    Empty,
}

impl Conduct {
    pub(super) const fn new(id: &'static str, method: Method) -> Self {
        Self {
            idempotent: matches!(method, Method::Get | Method::Put | Method::Delete),
            appends: &[],
            limits: &[],
            limit_class: id,
            not_found: NotFound::Final,
            retired: "",
        }
    }
}
