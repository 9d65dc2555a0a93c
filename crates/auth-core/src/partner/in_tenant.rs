//! A credential for one tenant, derived from one that serves several.

use std::sync::Arc;

use async_trait::async_trait;

use crate::error::{Error, ErrorKind, Result};
use crate::token::access_token::AccessToken;
use crate::token::application::{check_tenant, is_any_tenant};
use crate::token::credential::{Caller, IntoCredential, TokenCredential, TokenRequestOptions};

/// Restricts a credential to one tenant: a partner's application in a customer's tenant.
///
/// All that are derived from the same credential share its token cache, its connections and the
/// state of its proof. Every request goes to this tenant; a request for another one is an error. A
/// token whose `tid` is another tenant is not returned.
///
/// ```
/// use std::sync::Arc;
/// use auth_core::{ClientSecret, InTenant, SecretString, TokenCredential};
/// # fn main() -> auth_core::Result<()> {
/// let partner: Arc<dyn TokenCredential> = Arc::new(ClientSecret::new(
///     "partner.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     SecretString::from("the-value-of-the-secret"),
/// )?);
/// for customer in ["contoso.onmicrosoft.com", "fabrikam.onmicrosoft.com"] {
///     let credential = InTenant::new(Arc::clone(&partner), customer)?;
///     # let _ = credential;
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// `get_token` returns `InvalidTenant` for a token or a request of another tenant, `InvalidClient`
/// if the customer has not consented (`AADSTS700016`), and the errors of the credential inside.
#[derive(Clone, Debug)]
pub struct InTenant {
    credential: Arc<dyn TokenCredential>,
    tenant_id: String,
}

impl InTenant {
    /// Restricts a credential to a tenant, by GUID or domain. Only a GUID can be compared with the
    /// `tid` of tokens.
    ///
    /// ```
    /// use auth_core::{ClientSecret, ErrorKind, InTenant};
    /// # fn main() -> auth_core::Result<()> {
    /// let client_id = "11111111-2222-3333-4444-555555555555";
    /// let partner = ClientSecret::new("partner.onmicrosoft.com", client_id, "the-secret".into())?;
    /// let error = InTenant::new(partner, "organizations").unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Configuration);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] if the tenant is invalid or not a single one (`common`,
    /// `organizations`).
    pub fn new(credential: impl IntoCredential, tenant_id: impl Into<String>) -> Result<Self> {
        let tenant_id = tenant_id.into();
        check_tenant(&tenant_id)?;
        if is_any_tenant(&tenant_id) {
            let message = format!("`{tenant_id}` is not a single tenant");
            return Err(Error::new(ErrorKind::Configuration, message));
        }
        Ok(Self {
            credential: credential.into_credential(),
            tenant_id,
        })
    }

    /// The tenant, as it was given.
    pub fn tenant_id(&self) -> &str {
        &self.tenant_id
    }
}

#[async_trait]
impl TokenCredential for InTenant {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let other = options.tenant_id.as_ref();
        if let Some(other) = other.filter(|other| !other.eq_ignore_ascii_case(&self.tenant_id)) {
            let message = format!(
                "a token of {other} was requested from a credential for {}",
                self.tenant_id
            );
            return Err(Error::new(ErrorKind::Configuration, message));
        }
        let options = options.clone().with_tenant_id(self.tenant_id.as_str());
        let token = self.credential.get_token(scopes, &options).await?;
        if let Some(claims) = token.claims() {
            claims.check_tenant(&self.tenant_id)?;
        }
        Ok(token)
    }

    fn caller(&self) -> Option<Caller> {
        let caller = self.credential.caller()?;
        Some(Caller::new(caller.application, self.tenant_id.as_str()))
    }

    fn waits_for_user(&self) -> bool {
        self.credential.waits_for_user()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::ClientSecret;
    use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, jwt, token};

    const CUSTOMER: &str = "bbbbbbbb-0000-0000-0000-000000000002";

    fn of(tenant: &str) -> Step {
        Step::Answer(200, token(&jwt(&json!({"tid": tenant})), 3599))
    }

    async fn ask(script: &Arc<Script>, options: TokenRequestOptions) -> Result<()> {
        let partner = ClientSecret::new(TENANT, CLIENT, "s3cret".into()).unwrap();
        let partner = partner.with_transport(Arc::clone(script) as Arc<_>);
        let credential = InTenant::new(Arc::new(partner), CUSTOMER).unwrap();
        credential.get_token(&[SCOPE], &options).await.map(drop)
    }

    #[tokio::test]
    async fn tokens_are_of_the_tenant() {
        let script = Script::new([of(CUSTOMER)]);
        ask(&script, TokenRequestOptions::default()).await.unwrap();
        assert_eq!(
            script.request(0).0,
            format!("/{CUSTOMER}/oauth2/v2.0/token")
        );
    }

    #[tokio::test]
    async fn a_token_of_another_tenant_is_not_handed_out() {
        let script = Script::new([of(TENANT)]);
        let error = ask(&script, TokenRequestOptions::default())
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidTenant);
        let other = TokenRequestOptions::default().with_tenant_id(TENANT);
        let error = ask(&script, other).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert_eq!(script.count(), 1);
    }

    #[test]
    fn any_tenant_is_none() {
        let partner = ClientSecret::new(TENANT, CLIENT, "s3cret".into()).unwrap();
        let partner: Arc<dyn TokenCredential> = Arc::new(partner);
        for tenant in ["common", "organizations", "", "a/b"] {
            assert!(
                InTenant::new(Arc::clone(&partner), tenant).is_err(),
                "{tenant}"
            );
        }
    }
}
