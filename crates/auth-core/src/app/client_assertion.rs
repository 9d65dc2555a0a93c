//! An application that proves itself with an assertion that somebody else has signed.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use http_core::Transport;
use url::Url;

use crate::app::client_credentials::ClientCredentials;
use crate::app::proof::ClientProof;
use crate::app::proof::assertion::AssertionSource;
use crate::cloud::Cloud;
use crate::error::Result;
use crate::token::access_token::AccessToken;
use crate::token::credential::{Caller, TokenCredential, TokenRequestOptions};

/// Signs an application in with an assertion from elsewhere: a federated issuer, a key vault, another identity.
///
/// Where the identity service finds an assertion outside its time, the source is asked for another one, once, with the
/// service's own time in [`WantedAssertion::now`](crate::WantedAssertion::now).
///
/// ```
/// use auth_core::{ClientAssertion, SecretString, WantedAssertion};
/// # fn main() -> auth_core::Result<()> {
/// let credential = ClientAssertion::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     |wanted: WantedAssertion| async move {
///         let signed = format!("what the vault signs for {}", wanted.token_endpoint);
///         Ok(SecretString::from(signed))
///     },
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// Source: entra-docs, `workload-identity-federation.md`, `certificate-credentials.md`.
#[derive(Clone)]
pub struct ClientAssertion {
    flow: ClientCredentials,
}

impl ClientAssertion {
    /// An application in a tenant of the commercial cloud. Nothing is sent, the source is not asked yet.
    ///
    /// `tenant_id` is the tenant's GUID or one of its domains, `client_id` the application's GUID.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for a tenant or an application that cannot be one.
    pub fn new(tenant_id: &str, client_id: &str, source: impl AssertionSource) -> Result<Self> {
        let proof = ClientProof::of_source(Arc::new(source));
        Ok(Self {
            flow: ClientCredentials::new(tenant_id, client_id, proof)?,
        })
    }

    /// Signs in where tenants of this cloud do.
    #[must_use]
    pub fn with_cloud(self, cloud: Cloud) -> Self {
        self.with_authority(cloud.authority())
    }

    /// Signs in at another address; `/<tenant>/oauth2/v2.0/token` is put after it. It must be https, or http to this
    /// machine: a token request to any other address fails before anything is sent.
    #[must_use]
    pub fn with_authority(mut self, authority: Url) -> Self {
        self.flow = self.flow.with_authority(authority);
        self
    }

    /// HTTP transport for token requests. Default: a [`ReqwestTransport`](http_core::ReqwestTransport) made on first use.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.flow = self.flow.with_transport(transport);
        self
    }
}

#[async_trait]
impl TokenCredential for ClientAssertion {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        self.flow.get(scopes, options).await
    }

    fn caller(&self) -> Option<Caller> {
        self.flow.application.caller()
    }
}

impl From<ClientAssertion> for ClientProof {
    fn from(credential: ClientAssertion) -> Self {
        credential.flow.proof
    }
}

impl fmt::Debug for ClientAssertion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientAssertion")
            .field("tenant_id", &self.flow.application.tenant_id)
            .field("client_id", &self.flow.application.client_id)
            .field("endpoint", &self.flow.endpoint)
            .finish_non_exhaustive()
    }
}
