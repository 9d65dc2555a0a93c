//! What a caller needs to be allowed to call an operation.

/// Permissions and roles of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Access {
    /// Permissions for application context, least privileged first.
    pub application: &'static [&'static str],
    /// Permissions for user context, least privileged first.
    pub delegated: &'static [&'static str],
    /// The role permission that a person needs beside the delegated permission; may be empty.
    pub role: &'static str,
    /// What to do about a 403, where the permissions do not say it; may be empty.
    pub denied: &'static str,
}

impl Access {
    pub(super) const fn new() -> Self {
        Self {
            application: &[],
            delegated: &[],
            role: "",
            denied: "",
        }
    }
}
