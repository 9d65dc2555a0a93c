//! Permissions and roles that an operation requires.
//!
//! The services check them on every call and answer 403 without saying which one is missing, so the
//! error of a denied call names them from here. Permission names are spelled as in Microsoft Entra
//! ID.

/// Permissions and roles of an operation. All lists are empty if the operation needs none, or none
/// are documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Access {
    /// Permissions of an application that acts for itself (`roles` of the token). One of them is
    /// enough; least privileged first.
    pub application: &'static [&'static str],
    /// Permissions of an application that acts for a signed-in user (`scp` of the token). One of
    /// them is enough; least privileged first.
    pub delegated: &'static [&'static str],
    /// The role that the signed-in user needs in addition to the delegated permission. Empty if
    /// none.
    pub role: &'static str,
    /// Advice for a 403 that the permissions do not explain, shown as the hint of the error. May be
    /// empty.
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
