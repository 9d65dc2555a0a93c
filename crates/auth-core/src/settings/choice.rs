//! Chooses a method by the settings that are present.
//!
//! A container should not have to name its method if its settings are unambiguous. The rule is strict in one point:
//! only methods whose proof is configured for this program are considered. An Azure CLI that happens to be signed in is
//! never used unless it is named, because its user may have other rights.

use super::method::Method;
use super::values::Settings;
use crate::error::{Error, ErrorKind, Result};

/// Methods that are chosen without being named if their settings are complete, in this order. Tools
/// are not among them: a person has signed in to them for another purpose.
const BY_SETTINGS: [Method; 4] = [
    Method::Secret,
    Method::Certificate,
    Method::Workload,
    Method::ManagedIdentity,
];

/// The result of [`Settings::choose`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Choice {
    /// A method that is named, or whose settings are complete.
    Method(Method),
    /// The chain of [`Chain::from_env`](crate::Chain::from_env), because `AZURE_TOKEN_CREDENTIALS`
    /// is set.
    Chain,
}

/// A method that may be chosen without being named, and the settings that it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate {
    /// The method.
    pub method: Method,
    /// Variables of the missing settings. Empty if the method can be used.
    pub missing: Vec<&'static str>,
}

impl Settings {
    /// Chooses the named method, else the chain if it is enabled, else the first of
    /// [`candidates`](Self::candidates) that lacks nothing.
    ///
    /// A named method is chosen even if it lacks settings; creating its credential then fails.
    ///
    /// ```
    /// use auth_core::settings::{Choice, Method, SecretFrom, Settings};
    ///
    /// let mut settings = Settings::default();
    /// settings.tenant_id = Some("contoso.com".to_owned());
    /// settings.client_id = Some("11111111-2222-3333-4444-555555555555".to_owned());
    /// assert!(settings.choose().is_err());
    ///
    /// settings.secret = Some(SecretFrom::File("/run/secrets/defender".into()));
    /// assert_eq!(settings.choose()?, Choice::Method(Method::Secret));
    /// # Ok::<(), auth_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] if no method is named and none is complete. The message names
    /// what [`Method::Secret`] lacks.
    pub fn choose(&self) -> Result<Choice> {
        if let Some(method) = self.method {
            return Ok(Choice::Method(method));
        }
        if self.uses_chain {
            return Ok(Choice::Chain);
        }
        let mut candidates = self.candidates();
        match candidates.iter().find(|one| one.missing.is_empty()) {
            Some(found) => Ok(Choice::Method(found.method)),
            None => Err(lacking(&candidates.swap_remove(0).missing)),
        }
    }

    /// The methods that need not be named, in order of preference, with the settings that each
    /// lacks. Used by programs that explain why a method was not chosen.
    ///
    /// ```
    /// use auth_core::settings::{Method, Settings};
    ///
    /// let candidates = Settings::default().candidates();
    /// assert_eq!(candidates[0].method, Method::Secret);
    /// assert!(candidates.iter().all(|candidate| !candidate.missing.is_empty()));
    /// ```
    pub fn candidates(&self) -> Vec<Candidate> {
        let candidate = |method| Candidate {
            method,
            missing: self.missing(method),
        };
        BY_SETTINGS.map(candidate).into()
    }

    /// The required settings of a method that are missing, by the names of their variables. If several
    /// variables would do, the most common one is named.
    ///
    /// ```
    /// use auth_core::settings::{Method, Settings};
    /// let missing = Settings::default().missing(Method::Secret);
    /// assert_eq!(missing, ["AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET"]);
    /// ```
    pub fn missing(&self, method: Method) -> Vec<&'static str> {
        let has = |names: &[&str]| names.iter().any(|name| self.variables.get(name).is_some());
        let tenant = self.tenant_id.is_some() || method.is_of_user();
        let application = [
            (tenant, "AZURE_TENANT_ID"),
            (self.client_id.is_some(), "AZURE_CLIENT_ID"),
        ];
        let application = application
            .into_iter()
            .filter(|_| method.needs_application());
        let own = match method {
            Method::Secret => (self.secret.is_some(), "AZURE_CLIENT_SECRET"),
            Method::Certificate => (
                self.certificate_path.is_some(),
                "AZURE_CLIENT_CERTIFICATE_PATH",
            ),
            Method::Workload => (
                self.federated_token_file.is_some()
                    || has(&["ACTIONS_ID_TOKEN_REQUEST_URL", "SYSTEM_OIDCREQUESTURI"]),
                "AZURE_FEDERATED_TOKEN_FILE",
            ),
            // A virtual machine sets no variables, so its managed identity must be named.
            Method::ManagedIdentity => (
                self.method == Some(method) || has(&["IDENTITY_ENDPOINT", "MSI_ENDPOINT"]),
                "IDENTITY_ENDPOINT",
            ),
            _ => (true, ""),
        };
        let wanted = application.chain([own]);
        let missing = wanted.filter(|(is_set, _)| !is_set);
        missing.map(|(_, name)| name).collect()
    }

    /// Tenant and client id for a method. The tenant of a user defaults to `organizations`.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] if the method lacks a setting.
    pub fn application(&self, method: Method) -> Result<(String, String)> {
        let missing = self.missing(method);
        let tenant = self.tenant_id.as_deref();
        let tenant = tenant.or_else(|| method.is_of_user().then_some("organizations"));
        match (tenant, &self.client_id) {
            (Some(tenant), Some(client)) if missing.is_empty() => {
                Ok((tenant.trim().to_owned(), client.trim().to_owned()))
            }
            _ => Err(lacking(&missing)),
        }
    }
}

/// The error that names all missing settings at once.
fn lacking(missing: &[&str]) -> Error {
    let verb = if missing.len() == 1 { "is" } else { "are" };
    let message = format!("no credential: {} {verb} not set", missing.join(", "));
    Error::new(ErrorKind::Unavailable, message).with_hint("set them, or name another method")
}
