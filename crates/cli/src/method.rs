//! The ways of signing in that have a name on the command line and in profiles.

use std::fmt;
use std::str::FromStr;

/// A way of signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Browser,
    DeviceCode,
    Secret,
    Certificate,
    ManagedIdentity,
    Workload,
    Az,
    Azd,
}

impl Method {
    pub(crate) const ALL: [Self; 8] = [
        Self::Browser,
        Self::DeviceCode,
        Self::Secret,
        Self::Certificate,
        Self::ManagedIdentity,
        Self::Workload,
        Self::Az,
        Self::Azd,
    ];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::DeviceCode => "device-code",
            Self::Secret => "secret",
            Self::Certificate => "certificate",
            Self::ManagedIdentity => "managed-identity",
            Self::Workload => "workload",
            Self::Az => "az",
            Self::Azd => "azd",
        }
    }

    /// Whether a person signs in, whose session is kept.
    pub(crate) const fn is_of_user(self) -> bool {
        matches!(self, Self::Browser | Self::DeviceCode)
    }

    /// Whether tenant and application have to be named.
    pub(crate) fn needs_application(self) -> bool {
        !self.is_of_tool() && self != Self::ManagedIdentity
    }

    /// Whether another program signs in.
    pub(crate) const fn is_of_tool(self) -> bool {
        matches!(self, Self::Az | Self::Azd)
    }

    /// The method to try next if a policy of the tenant forbids this one. Without cycles.
    pub(crate) const fn where_forbidden(self) -> Option<Self> {
        match self {
            Self::Browser => Some(Self::DeviceCode),
            Self::DeviceCode => Some(Self::Az),
            _ => None,
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Method {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let named = |method: &Self| method.as_str() == text;
        Self::ALL.into_iter().find(named).ok_or_else(|| {
            let known = Self::ALL.map(Self::as_str).join(", ");
            format!("invalid value `{text}`; expected one of {known}")
        })
    }
}
