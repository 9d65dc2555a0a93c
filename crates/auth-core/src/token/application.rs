//! The application registration that signs in, and its tenant.

use std::sync::Arc;

use crate::error::{Error, ErrorKind, Result};
use crate::text::guid::is_guid;
use crate::token::credential::Caller;

/// An application registration, and the tenant that it signs in to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Application {
    /// A GUID, a domain, or a name for several tenants.
    pub(crate) tenant_id: Arc<str>,
    /// The application (client) id, a GUID.
    pub(crate) client_id: Arc<str>,
}

impl Application {
    /// An application that signs in by itself. The tenant must be a single one, because no user
    /// chooses it.
    pub(crate) fn new(tenant_id: &str, client_id: &str) -> Result<Self> {
        if is_any_tenant(tenant_id) {
            return Err(
                wrong(format!("`{tenant_id}` is not a single tenant")).with_hint(
                    "an application signs in to one tenant: give its directory (tenant) id or a verified domain",
                ),
            );
        }
        Self::of_user(tenant_id, client_id)
    }

    /// An application that a user signs in to. `common` and `organizations` are allowed: the user's
    /// account decides the tenant.
    pub(crate) fn of_user(tenant_id: &str, client_id: &str) -> Result<Self> {
        check_tenant(tenant_id)?;
        if !is_guid(client_id) {
            return Err(wrong(format!(
                "invalid client id `{client_id}`: it must be a GUID"
            ))
            .with_hint("take the application (client) id of the app registration, not its name"));
        }
        Ok(Self {
            tenant_id: tenant_id.into(),
            client_id: client_id.into(),
        })
    }

    /// The application and tenant for shared rate limits; `None` if the tenant is not a single one.
    pub(crate) fn caller(&self) -> Option<Caller> {
        let is_single = !is_any_tenant(&self.tenant_id);
        is_single.then(|| Caller::new(&*self.client_id, &*self.tenant_id))
    }

    /// The same application in the tenant of a request, or in its own if the request names none.
    pub(crate) fn in_tenant(&self, tenant_id: Option<&str>) -> Result<Self> {
        let Some(tenant_id) = tenant_id else {
            return Ok(self.clone());
        };
        Self::new(tenant_id, &self.client_id)
    }
}

/// Tenant names that stand for several tenants. Only a user's account can decide between them.
const ANY_TENANT: &[&str] = &["common", "organizations", "consumers"];

/// Whether a tenant name stands for several tenants.
pub(crate) fn is_any_tenant(tenant_id: &str) -> bool {
    ANY_TENANT.contains(&tenant_id.to_ascii_lowercase().as_str())
}

/// Accepts a GUID, a domain name, and the names for several tenants.
pub(crate) fn check_tenant(tenant_id: &str) -> Result<()> {
    if is_any_tenant(tenant_id) || is_guid(tenant_id) || is_domain(tenant_id) {
        return Ok(());
    }
    Err(wrong(format!(
        "invalid tenant `{tenant_id}`: it must be a GUID or a domain name"
    ))
    .with_hint("take the directory (tenant) id from the overview of the app registration"))
}

/// Whether a text has the form of a domain name.
fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(is_label)
}

fn wrong(message: String) -> Error {
    Error::new(ErrorKind::Configuration, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: &str = "11111111-2222-3333-4444-555555555555";

    fn refused(tenant: &str, client: &str) -> Error {
        Application::new(tenant, client).unwrap_err()
    }

    #[test]
    fn a_tenant_is_a_guid_or_a_domain() {
        for tenant in [
            "contoso.com",
            "contoso.onmicrosoft.com",
            "aaaaaaaa-0000-0000-0000-000000000001",
        ] {
            assert!(Application::new(tenant, CLIENT).is_ok(), "{tenant}");
        }
        for tenant in [
            "",
            "contoso",
            "a/b.com",
            "..",
            "-a.com",
            "contoso.com/",
            "contoso.com?x",
        ] {
            assert_eq!(
                refused(tenant, CLIENT).kind(),
                ErrorKind::Configuration,
                "{tenant}"
            );
        }
    }

    #[test]
    fn names_for_any_tenant_are_refused() {
        for tenant in ["common", "Organizations", "consumers"] {
            let error = refused(tenant, CLIENT);
            assert!(error.hint().unwrap().contains("one tenant"), "{error}");
        }
    }

    #[test]
    fn with_a_user_they_are_taken() {
        assert!(Application::of_user("organizations", CLIENT).is_ok());
        assert!(Application::of_user("my tenant", CLIENT).is_err());
    }

    #[test]
    fn a_client_id_is_a_guid() {
        assert!(
            refused("contoso.com", "my app")
                .to_string()
                .contains("`my app`")
        );
    }

    #[test]
    fn a_request_may_name_another_tenant_by_the_same_rules() {
        let own = Application::new("contoso.com", CLIENT).unwrap();
        assert_eq!(own.in_tenant(None).unwrap(), own);
        assert_eq!(
            &*own.in_tenant(Some("fabrikam.com")).unwrap().tenant_id,
            "fabrikam.com"
        );
        assert!(own.in_tenant(Some("common")).is_err());
    }
}
