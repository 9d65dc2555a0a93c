//! A permission of an API, by name and id.

/// Who holds a permission. The two kinds have separate ids, even where their names are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PermissionKind {
    /// An application without a user: an app role.
    Role,
    /// A signed-in user through an application: a delegated scope.
    Scope,
}

/// A permission of an API, as its service principal lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permission {
    /// Who holds it.
    pub kind: PermissionKind,
    /// The name, in the letter case of the service principal.
    pub name: &'static str,
    /// The id in manifests, a GUID. The same in every cloud and tenant.
    pub id: &'static str,
}

impl Permission {
    /// A permission of applications.
    pub const fn role(name: &'static str, id: &'static str) -> Self {
        let kind = PermissionKind::Role;
        Self { kind, name, id }
    }

    /// A permission of signed-in users.
    pub const fn scope(name: &'static str, id: &'static str) -> Self {
        let kind = PermissionKind::Scope;
        Self { kind, name, id }
    }
}
