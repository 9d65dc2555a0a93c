//! The permissions that an application or a user must be granted.
//!
//! An operation lists permissions from the least privileged to the most; any one of them suffices. Two questions
//! follow. Before a call: does this token hold one ([`missing`], [`Coverage`])? Before a registration: which
//! permissions serve a set of operations with the least privilege ([`least`], [`manifest`])? Names are compared in any
//! case, as the services do.
//!
//! An empty list means that no permission is documented, not that none is needed. Each function documents how it treats
//! those.

mod explain;
mod granted;
mod manifest;

use std::collections::BTreeSet;

use http_core::Operation;
use serde::Serialize;

pub use self::granted::Granted;
pub use self::manifest::{Apis, Manifest, RequestedApi, manifest};
use crate::words;

/// Who calls: an application on its own, or a user through an application. The two have separate permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// An application without a user. Its permissions are application roles (claim `roles`).
    Application,
    /// A signed-in user. Its permissions are delegated scopes (claim `scp`), limited to the rights of the user.
    Delegated,
}

impl Caller {
    /// Both callers, for tables and completions.
    pub const ALL: [Self; 2] = [Self::Application, Self::Delegated];

    /// The caller of a token, by whether the token is delegated.
    pub const fn of(is_delegated: bool) -> Self {
        match is_delegated {
            true => Self::Delegated,
            false => Self::Application,
        }
    }

    /// `application` or `delegated`: the word of documentation and output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::Delegated => "delegated",
        }
    }

    /// The permissions of which an operation needs one, least privileged first. Empty where none is documented.
    pub fn permissions(self, operation: &Operation) -> &'static [&'static str] {
        match self {
            Self::Application => operation.access.application,
            Self::Delegated => operation.access.delegated,
        }
    }

    /// The type of such a permission in the manifest of an application.
    const fn access_type(self) -> &'static str {
        match self {
            Self::Application => "Role",
            Self::Delegated => "Scope",
        }
    }

    /// The member of an API's service principal that lists these permissions.
    const fn listed_in(self) -> &'static str {
        match self {
            Self::Application => "appRoles",
            Self::Delegated => "oauth2PermissionScopes",
        }
    }
}

/// The permissions of which the caller lacks all, although one is needed. `None` if the caller holds one, and if none
/// is documented.
///
/// ```
/// use http_core::Operation;
/// use operations::permissions::{Caller, missing};
///
/// static LIST: Operation =
///     Operation::get("x.alerts.list", "/api/alerts").permissions(&["Alert.Read.All", "Alert.ReadWrite.All"], &[]);
///
/// assert_eq!(missing(&LIST, Caller::Application, &["alert.readwrite.all"]), None);
/// assert_eq!(missing(&LIST, Caller::Application, &["Machine.Read.All"]), Some(LIST.access.application));
/// ```
pub fn missing(
    operation: &Operation,
    caller: Caller,
    held: &[impl AsRef<str>],
) -> Option<&'static [&'static str]> {
    let known = caller.permissions(operation);
    let is_held = |name: &&str| {
        let mut held = held.iter();
        held.any(|one| one.as_ref().eq_ignore_ascii_case(name))
    };
    (!known.is_empty() && !known.iter().any(is_held)).then_some(known)
}

/// Operations by whether the permissions of a caller suffice.
///
/// ```
/// use http_core::Operation;
/// use operations::permissions::{Caller, Coverage};
///
/// static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts").permissions(&["Alert.Read.All"], &[]);
/// static SCAN: Operation = Operation::post("x.machines.scan", "/api/scan").permissions(&["Machine.Scan"], &[]);
///
/// let held = ["Alert.Read.All"];
/// let coverage = Coverage::of([&LIST, &SCAN], Caller::Application, &held);
/// assert_eq!((coverage.open, coverage.all), (1, 2));
/// assert_eq!(coverage.closed, ["x.machines.scan"]);
/// assert!(coverage.missing.contains("Machine.Scan"));
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Coverage {
    /// Number of operations that can be called.
    pub open: usize,
    /// Number of all operations.
    pub all: usize,
    /// Ids of the operations that cannot be called.
    pub closed: Vec<&'static str>,
    /// The least permission of each that cannot be called.
    pub missing: BTreeSet<&'static str>,
}

impl Coverage {
    /// The coverage of operations by permissions. An operation without a documented permission counts as closed.
    pub fn of(
        operations: impl IntoIterator<Item = &'static Operation>,
        caller: Caller,
        held: &[impl AsRef<str>],
    ) -> Self {
        let mut coverage = Self::default();
        for operation in operations {
            let known = caller.permissions(operation);
            coverage.all += 1;
            if known.is_empty() || missing(operation, caller, held).is_some() {
                coverage.closed.push(operation.id);
                coverage.missing.extend(known.first());
            } else {
                coverage.open += 1;
            }
        }
        coverage
    }
}

/// The fewest permissions that serve all operations: the least of each, without those that another chosen one makes
/// unnecessary. Operations without a documented permission are skipped.
///
/// ```
/// use http_core::Operation;
/// use operations::permissions::{Caller, least};
///
/// static LIST: Operation =
///     Operation::get("x.alerts.list", "/api/alerts").permissions(&["Alert.Read.All", "Alert.ReadWrite.All"], &[]);
/// static UPDATE: Operation =
///     Operation::patch("x.alerts.update", "/api/alerts/{id}").permissions(&["Alert.ReadWrite.All"], &[]);
///
/// let chosen = least([&LIST, &UPDATE], Caller::Application);
/// assert_eq!(chosen.into_iter().collect::<Vec<_>>(), ["Alert.ReadWrite.All"]);
/// ```
pub fn least<'a>(
    operations: impl IntoIterator<Item = &'a Operation>,
    caller: Caller,
) -> BTreeSet<&'static str> {
    let operations = operations.into_iter();
    let all: Vec<_> = operations
        .map(|operation| caller.permissions(operation))
        .filter(|any| !any.is_empty())
        .collect();
    let mut chosen: BTreeSet<&str> = all.iter().filter_map(|any| any.first().copied()).collect();
    for name in chosen.clone() {
        let serves = |any: &&[&str]| any.iter().any(|one| *one != name && chosen.contains(one));
        if all.iter().all(serves) {
            chosen.remove(name);
        }
    }
    chosen
}

/// The permissions of an operation, as data for a program that lists them.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Needed {
    /// The command of the operation without a program: `mde alerts list`.
    pub command: String,
    /// The least permission of an application. `None` if none is documented.
    pub application: Option<&'static str>,
    /// The least permission of a signed-in user. `None` if none is documented.
    pub delegated: Option<&'static str>,
    /// The permissions of an application, least privileged first. One of them is needed.
    pub application_any_of: &'static [&'static str],
    /// The permissions of a signed-in user, least privileged first. One of them is needed.
    pub delegated_any_of: &'static [&'static str],
}

impl Needed {
    /// The permissions of an operation.
    pub fn of(operation: &'static Operation) -> Self {
        Self {
            command: words::command(operation.id),
            application: operation.access.application.first().copied(),
            delegated: operation.access.delegated.first().copied(),
            application_any_of: operation.access.application,
            delegated_any_of: operation.access.delegated,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static READ: Operation = Operation::get("t.a.read", "/a")
        .host("h")
        .permissions(&["A.Read", "A.Write"], &["A.Read.User"]);
    static WRITE: Operation = Operation::put("t.a.write", "/a")
        .host("h")
        .permissions(&["A.Write"], &[]);
    static OTHER: Operation = Operation::get("t.b.read", "/b")
        .host("g")
        .permissions(&["B.Read"], &[]);

    #[test]
    fn a_permission_that_another_makes_needless_is_left_out() {
        let least = |all: &[&'static Operation]| {
            let least = least(all.iter().copied(), Caller::Application);
            least.into_iter().collect::<Vec<_>>()
        };
        assert_eq!(least(&[&READ, &OTHER]), ["A.Read", "B.Read"]);
        assert_eq!(least(&[&READ, &WRITE]), ["A.Write"]);
    }
}
