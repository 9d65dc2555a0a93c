//! Checks whether a partner's application can work in its customers' tenants.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use futures_util::{StreamExt, stream};
use http_core::Operation;

use crate::error::{Error, ErrorKind};
use crate::partner::admin_consent::{AdminConsent, ConsentRequest};
use crate::token::access_token::AccessToken;
use crate::token::claims::Claims;
use crate::token::credential::{IntoCredential, TokenCredential, TokenRequestOptions};

/// Default number of tenants that are checked concurrently.
const AT_ONCE: usize = 8;

/// Checks for a list of tenants whether a token can be acquired there, and whether it has the
/// permissions of the planned operations. Sends token requests only; no operation is called.
///
/// The first tenant is checked alone: a proof that is expired fails in every tenant, and one
/// refusal is enough to know. The others follow concurrently. If consent is missing, the report has
/// the address of the page where an administrator can give it.
///
/// ```no_run
/// use auth_core::{AdminConsent, ClientSecret, Preflight, SecretString, TenantStatus};
/// # async fn run(operations: Vec<&'static auth_core::http_core::Operation>) -> auth_core::Result<()> {
/// let client_id = "11111111-2222-3333-4444-555555555555";
/// let scope = "https://api.securitycenter.microsoft.com/.default";
/// let secret = SecretString::from("the-value-of-the-secret");
/// let partner = ClientSecret::new("partner.onmicrosoft.com", client_id, secret)?;
/// let consent = AdminConsent::new(client_id, "https://partner.example/consented", [scope])?;
/// let preflight = Preflight::new(partner, scope)
///     .for_operations(operations)
///     .with_consent(consent);
/// for report in preflight.check(["contoso.onmicrosoft.com", "fabrikam.onmicrosoft.com"]).await {
///     eprintln!("{}: {}", report.tenant, report.status);
///     if let Some(request) = &report.consent {
///         eprintln!("  consent at {}", request.url());
///     }
/// }
/// # Ok(())
/// # }
/// ```
///
/// Sources: entra-docs, `v2-admin-consent.md`, `reference-error-codes.md`; defender-docs,
/// `exposed-apis-create-app-partners.md`.
#[derive(Clone, Debug)]
pub struct Preflight {
    credential: Arc<dyn TokenCredential>,
    scope: String,
    operations: Vec<&'static Operation>,
    consent: Option<AdminConsent>,
    at_once: usize,
}

/// The result of one tenant.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct TenantReport {
    /// The tenant as it was given.
    pub tenant: String,
    /// Whether the application can work there, and if not, why.
    pub status: TenantStatus,
    /// Where an administrator can consent. `Some` for [`NotConsented`](TenantStatus::NotConsented)
    /// and [`MissingPermissions`](TenantStatus::MissingPermissions) after
    /// [`Preflight::with_consent`].
    pub consent: Option<ConsentRequest>,
    /// The error of the token request; `None` if a token was acquired.
    pub error: Option<Error>,
}

/// Whether an application can work in a tenant.
///
/// ```
/// use auth_core::{Error, ErrorKind, TenantStatus};
/// let error = Error::new(ErrorKind::Transport, "no answer");
/// let status = TenantStatus::of(&error);
/// assert_eq!(status, TenantStatus::Failed);
/// assert_eq!(status.to_string(), "unknown: the token request failed");
/// ```
///
/// Match with a wildcard arm: more variants may be added.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TenantStatus {
    /// The token has the permissions of all planned operations. Also for an opaque token, whose
    /// permissions are unknown.
    Reachable,
    /// No token: no administrator of the tenant has consented to the application (`AADSTS700016`,
    /// `AADSTS65001`).
    NotConsented,
    /// A token without the permissions of these operations.
    MissingPermissions(Vec<MissingPermission>),
    /// No token: the tenant lives in another cloud (`AADSTS90038`).
    WrongCloud,
    /// No token: the tenant does not exist in this cloud (`AADSTS90002`).
    UnknownTenant,
    /// The token is of this tenant instead of the one that was asked. It is not used.
    WrongTenant(String),
    /// No token: an administrator has disabled the application (`AADSTS7000112`).
    Disabled,
    /// No token for another reason, such as an expired secret or an unreachable service: see
    /// [`TenantReport::error`].
    Failed,
}

/// An operation that the token does not allow.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MissingPermission {
    /// The id of the operation, for example `mde.machines.isolate`.
    pub operation: &'static str,
    /// The permissions of which one is sufficient. Empty if the operation cannot be called by this
    /// kind of identity, an application or a user.
    pub any_of: &'static [&'static str],
}

impl Preflight {
    /// Checks with a credential that serves several tenants, for the API of a scope.
    pub fn new(credential: impl IntoCredential, scope: impl Into<String>) -> Self {
        Self {
            credential: credential.into_credential(),
            scope: scope.into(),
            operations: Vec::new(),
            consent: None,
            at_once: AT_ONCE,
        }
    }

    /// The planned operations of that API. An operation without documented permissions counts as
    /// allowed.
    #[must_use]
    pub fn for_operations(
        mut self,
        operations: impl IntoIterator<Item = &'static Operation>,
    ) -> Self {
        self.operations.extend(operations);
        self
    }

    /// Adds the address of the consent page to reports of tenants that need it.
    #[must_use]
    pub fn with_consent(mut self, consent: AdminConsent) -> Self {
        self.consent = Some(consent);
        self
    }

    /// Number of tenants checked concurrently. Default: 8; minimum: 1.
    #[must_use]
    pub fn with_at_once(mut self, at_once: usize) -> Self {
        self.at_once = at_once.max(1);
        self
    }

    /// Checks tenants, given by GUID or domain. Reports come in the same order.
    pub async fn check<'a>(&self, tenants: impl IntoIterator<Item = &'a str>) -> Vec<TenantReport> {
        let mut tenants = tenants.into_iter().map(str::to_owned);
        let Some(first) = tenants.next() else {
            return Vec::new();
        };
        let mut reports = vec![self.report(first).await];
        let others = tenants.map(|tenant| self.report(tenant));
        let others = stream::iter(others).buffered(self.at_once);
        reports.extend(others.collect::<Vec<_>>().await);
        reports
    }

    async fn report(&self, tenant: String) -> TenantReport {
        let options = TokenRequestOptions::default().with_tenant_id(tenant.as_str());
        let outcome = self.credential.get_token(&[&self.scope], &options).await;
        let (status, error) = match outcome {
            Ok(token) => (self.status(&tenant, &token), None),
            Err(error) => (status_of(&error), Some(error)),
        };
        let can_consent = matches!(
            status,
            TenantStatus::NotConsented | TenantStatus::MissingPermissions(_)
        );
        let consent = self.consent.as_ref().filter(|_| can_consent);
        TenantReport {
            consent: consent.and_then(|consent| consent.request(&tenant).ok()),
            tenant,
            status,
            error,
        }
    }

    /// Judges a token of the tenant.
    fn status(&self, tenant: &str, token: &AccessToken) -> TenantStatus {
        let Some(claims) = token.claims() else {
            return TenantStatus::Reachable;
        };
        if claims.check_tenant(tenant).is_err() {
            return TenantStatus::WrongTenant(claims.tenant_id.clone().unwrap_or_default());
        }
        let missing: Vec<_> = self
            .operations
            .iter()
            .filter_map(|operation| missing(operation, claims))
            .collect();
        match missing.is_empty() {
            true => TenantStatus::Reachable,
            false => TenantStatus::MissingPermissions(missing),
        }
    }
}

/// The permissions that are missing for an operation, if any.
fn missing(operation: &'static Operation, claims: &Claims) -> Option<MissingPermission> {
    let (any_of, held) = match claims.is_delegated() {
        true => (operation.access.delegated, &claims.scopes),
        false => (operation.access.application, &claims.roles),
    };
    let is_open = operation.access.delegated.is_empty() && operation.access.application.is_empty();
    let is_held = |one: &&str| held.iter().any(|held| held.eq_ignore_ascii_case(one));
    (!is_open && !any_of.iter().any(is_held)).then_some(MissingPermission {
        operation: operation.id,
        any_of,
    })
}

impl TenantStatus {
    /// What a failed token request says about the tenant. `AADSTS700016` is
    /// [`NotConsented`](Self::NotConsented): a tenant knows a multitenant application only after an
    /// administrator has consented.
    ///
    /// ```no_run
    /// use auth_core::{Error, TenantStatus};
    /// fn needs_consent(error: &auth_core::http_core::Error) -> bool {
    ///     Error::of(error).is_some_and(|error| TenantStatus::of(error) == TenantStatus::NotConsented)
    /// }
    /// ```
    pub fn of(error: &Error) -> Self {
        status_of(error)
    }
}

/// Judges a failed token request, by number first.
fn status_of(error: &Error) -> TenantStatus {
    let is_one_of = |codes: &[u32]| error.codes().iter().any(|code| codes.contains(code));
    if is_one_of(&[90_038, 900_382, 900_432]) {
        TenantStatus::WrongCloud
    } else if is_one_of(&[7_000_112]) {
        TenantStatus::Disabled
    } else if is_one_of(&[700_016, 70_001, 650_052]) || error.kind() == ErrorKind::ConsentRequired {
        TenantStatus::NotConsented
    } else if is_one_of(&[90_002]) {
        TenantStatus::UnknownTenant
    } else {
        TenantStatus::Failed
    }
}

impl fmt::Display for TenantStatus {
    /// Prints the finding and the remedy in one sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reachable => f.write_str("reachable"),
            Self::NotConsented => f.write_str(
                "not consented: an administrator there has to consent to the application",
            ),
            Self::MissingPermissions(missing) => {
                let each: Vec<_> = missing.iter().map(ToString::to_string).collect();
                write!(f, "missing permissions: {}", each.join("; "))
            }
            Self::WrongCloud => f.write_str("the tenant lives in another cloud: sign in there"),
            Self::UnknownTenant => {
                f.write_str("the tenant does not exist in this cloud: check its id, and the cloud")
            }
            Self::WrongTenant(tenant) => write!(f, "the token is of another tenant, {tenant}"),
            Self::Disabled => {
                f.write_str("the application is disabled there: an administrator has to enable it")
            }
            Self::Failed => f.write_str("unknown: the token request failed"),
        }
    }
}

impl fmt::Display for MissingPermission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.any_of {
            [] => write!(f, "{} cannot be called this way", self.operation),
            any_of => write!(f, "{} needs {}", self.operation, any_of.join(" or ")),
        }
    }
}
