//! Whether a partner's application can work in its customers' tenants, before it tries.

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

/// How many tenants are asked at once, unless told.
const AT_ONCE: usize = 8;

/// Finds out for a list of tenants whether tokens can be had there, and whether they allow the operations that are
/// planned, without calling any of them.
///
/// The first tenant is asked alone: a secret that is dead fails everywhere, and one answer tells it. The others follow,
/// some at a time. For what consent repairs, the report has the page on which to give it.
///
/// ```no_run
/// use auth_core::{AdminConsent, ClientSecret, Preflight, SecretString, Standing};
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
///     eprintln!("{}: {}", report.tenant, report.standing);
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

/// How it stands with one tenant.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct TenantReport {
    /// The tenant as it was given.
    pub tenant: String,
    /// What was found.
    pub standing: Standing,
    /// Where an administrator can give the consent that is lacking, if [`Preflight::with_consent`] was told.
    pub consent: Option<ConsentRequest>,
    /// Why there is no token, where there is none.
    pub error: Option<Error>,
}

/// What can be done in a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Standing {
    /// Everything that is planned, as far as the token can be read.
    Reachable,
    /// Nothing: nobody there has consented.
    NotConsented,
    /// Some of it: for these operations there is no permission.
    MissingPermissions(Vec<MissingPermission>),
    /// Nothing here: the tenant lives in another cloud.
    WrongCloud,
    /// Nothing: there is no such tenant in this cloud.
    UnknownTenant,
    /// The token is of this tenant instead.
    WrongTenant(String),
    /// Nothing: an administrator there has disabled the application.
    Disabled,
    /// Nothing was found out about the tenant; the error says why.
    Failed,
}

/// An operation that the token does not allow.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MissingPermission {
    /// Its name, for example `mde.machines.isolate`.
    pub operation: &'static str,
    /// The permissions of which any one would do.
    pub any_of: &'static [&'static str],
}

impl Preflight {
    /// A credential that serves several tenants, and the scope of the API that is to be called.
    pub fn new(credential: impl IntoCredential, scope: impl Into<String>) -> Self {
        Self {
            credential: credential.into_credential(),
            scope: scope.into(),
            operations: Vec::new(),
            consent: None,
            at_once: AT_ONCE,
        }
    }

    /// What is planned, of that API. An operation whose page names no permission is taken for allowed.
    #[must_use]
    pub fn for_operations(
        mut self,
        operations: impl IntoIterator<Item = &'static Operation>,
    ) -> Self {
        self.operations.extend(operations);
        self
    }

    /// How consent is asked for, so that reports say where to give it.
    #[must_use]
    pub fn with_consent(mut self, consent: AdminConsent) -> Self {
        self.consent = Some(consent);
        self
    }

    /// How many tenants are asked at once; eight unless told, and one at the least.
    #[must_use]
    pub fn with_at_once(mut self, at_once: usize) -> Self {
        self.at_once = at_once.max(1);
        self
    }

    /// Asks for a token in each tenant, given by GUID or domain. The reports come in the same order.
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
        let (standing, error) = match outcome {
            Ok(token) => (self.standing(&tenant, &token), None),
            Err(error) => (standing_of(&error), Some(error)),
        };
        let can_consent = matches!(
            standing,
            Standing::NotConsented | Standing::MissingPermissions(_)
        );
        let consent = self.consent.as_ref().filter(|_| can_consent);
        TenantReport {
            consent: consent.and_then(|consent| consent.request(&tenant).ok()),
            tenant,
            standing,
            error,
        }
    }

    fn standing(&self, tenant: &str, token: &AccessToken) -> Standing {
        let Some(claims) = token.claims() else {
            return Standing::Reachable;
        };
        if claims.check_tenant(tenant).is_err() {
            return Standing::WrongTenant(claims.tenant_id.clone().unwrap_or_default());
        }
        let missing: Vec<_> = self
            .operations
            .iter()
            .filter_map(|operation| missing(operation, claims))
            .collect();
        match missing.is_empty() {
            true => Standing::Reachable,
            false => Standing::MissingPermissions(missing),
        }
    }
}

/// What is lacking for an operation, if anything is.
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

impl Standing {
    /// What a failed token request says about the tenant. `AADSTS700016` is [`NotConsented`](Self::NotConsented): the
    /// tenant does not know the application until an administrator has consented.
    ///
    /// ```no_run
    /// use auth_core::{Error, Standing};
    /// fn needs_consent(error: &auth_core::http_core::Error) -> bool {
    ///     Error::of(error).is_some_and(|error| Standing::of(error) == Standing::NotConsented)
    /// }
    /// ```
    pub fn of(error: &Error) -> Self {
        standing_of(error)
    }
}

fn standing_of(error: &Error) -> Standing {
    let is_one_of = |codes: &[u32]| error.codes().iter().any(|code| codes.contains(code));
    if is_one_of(&[90_038, 900_382, 900_432]) {
        Standing::WrongCloud
    } else if is_one_of(&[7_000_112]) {
        Standing::Disabled
    } else if is_one_of(&[700_016, 70_001, 650_052]) || error.kind() == ErrorKind::ConsentRequired {
        Standing::NotConsented
    } else if is_one_of(&[90_002]) {
        Standing::UnknownTenant
    } else {
        Standing::Failed
    }
}

impl fmt::Display for Standing {
    /// What was found and what to do, in one sentence.
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
                f.write_str("there is no such tenant in this cloud: check its id, and the cloud")
            }
            Self::WrongTenant(tenant) => write!(f, "the token is of another tenant, {tenant}"),
            Self::Disabled => {
                f.write_str("the application is disabled there: an administrator has to enable it")
            }
            Self::Failed => f.write_str("not known: the token request failed"),
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
