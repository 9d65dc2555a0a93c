//! The ways to sign in, and their names in configuration.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, ErrorKind, Result};

/// A way to sign in, by the name that configuration files and `DEFENDER_METHOD` use.
///
/// | kind | methods | needs |
/// | --- | --- | --- |
/// | user | `browser`, `device-code` | a store with the session of an earlier sign-in |
/// | application | `secret`, `certificate`, `workload` | tenant, client id and a proof |
/// | platform | `managed-identity` | a machine or service with an identity |
/// | tool | `az`, `azd` | the tool, signed in |
///
/// ```
/// use auth_core::settings::Method;
/// assert_eq!("device-code".parse::<Method>()?, Method::DeviceCode);
/// assert!(Method::DeviceCode.is_of_user() && Method::Workload.needs_application());
/// # Ok::<(), auth_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// `browser`: a user who has signed in with a browser. The session is in the store. Needs the feature `user`.
    Browser,
    /// `device-code`: a user who has signed in with a code. The session is in the store. Needs the feature `user`.
    DeviceCode,
    /// `secret`: an application with a client secret.
    Secret,
    /// `certificate`: an application with a certificate. Needs the feature `certificate`.
    Certificate,
    /// `managed-identity`: the identity of the machine or service. Needs the feature `platform`.
    ManagedIdentity,
    /// `workload`: an application with a token of its platform (Kubernetes, GitHub Actions, Azure
    /// Pipelines). Needs the feature `platform`.
    Workload,
    /// `az`: the account of the Azure CLI. Needs the feature `developer`.
    Az,
    /// `azd`: the account of the Azure Developer CLI. Needs the feature `developer`.
    Azd,
}

impl Method {
    /// Every method, in the order of the variants.
    pub const ALL: [Self; 8] = [
        Self::Browser,
        Self::DeviceCode,
        Self::Secret,
        Self::Certificate,
        Self::ManagedIdentity,
        Self::Workload,
        Self::Az,
        Self::Azd,
    ];

    /// The name, such as `device-code`, that `Display` prints and `FromStr` parses.
    pub const fn as_str(self) -> &'static str {
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

    /// Whether a user signs in interactively; the session is then in a store.
    pub const fn is_of_user(self) -> bool {
        matches!(self, Self::Browser | Self::DeviceCode)
    }

    /// Whether a client id is required. A user-assigned managed identity may have one.
    pub const fn needs_application(self) -> bool {
        !self.is_of_tool() && !matches!(self, Self::ManagedIdentity)
    }

    /// Whether another program has signed in and returns tokens.
    pub const fn is_of_tool(self) -> bool {
        matches!(self, Self::Az | Self::Azd)
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Method {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let named = |method: &Self| method.as_str() == text;
        Self::ALL.into_iter().find(named).ok_or_else(|| {
            let known = Self::ALL.map(Self::as_str).join(", ");
            let message = format!("invalid value `{text}`; expected one of {known}");
            Error::new(ErrorKind::Configuration, message)
        })
    }
}
