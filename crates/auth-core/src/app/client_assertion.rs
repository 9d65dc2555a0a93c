//! Signs in with an assertion that another party has signed.

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

/// Signs an application in with an assertion from elsewhere: a federated issuer, a key vault,
/// another identity.
///
/// The application needs no secret: its registration names issuer, subject and audience of the
/// assertions that it trusts (a federated credential), or holds the public key of the vault's
/// certificate.
///
/// Sends `grant_type=client_credentials` with `client_assertion` and `scope`, and gets an access
/// token of about an hour; no refresh token. The source is asked once per token request, so about
/// once an hour and API. If the identity service refuses an assertion because the clocks differ,
/// the source is asked once more, with the service's time in
/// [`WantedAssertion::now`](crate::WantedAssertion::now).
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
/// # Errors
/// `get_token` returns the source's error as it is, `InvalidClient` if the assertion is not
/// trusted, and the general errors of [`TokenCredential`].
///
/// Source: entra-docs, `workload-identity-federation.md`, `certificate-credentials.md`.
#[derive(Clone)]
pub struct ClientAssertion {
    flow: ClientCredentials,
}

impl ClientAssertion {
    /// Creates a credential in the commercial cloud. Nothing is sent, and the source is not asked
    /// yet.
    ///
    /// `tenant_id` is the tenant's GUID or one of its domains, `client_id` the application's GUID.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for an invalid tenant or
    /// client id.
    pub fn new(tenant_id: &str, client_id: &str, source: impl AssertionSource) -> Result<Self> {
        let proof = ClientProof::of_source(Arc::new(source));
        Ok(Self {
            flow: ClientCredentials::new(tenant_id, client_id, proof)?,
        })
    }

    /// Signs in at the authority of this cloud. Default: [`Cloud::Worldwide`].
    #[must_use]
    pub fn with_cloud(self, cloud: Cloud) -> Self {
        self.with_authority(cloud.authority())
    }

    /// Signs in at another authority: an emulator, AD FS, or a cloud that [`Cloud`] does not list.
    /// `/<tenant>/oauth2/v2.0/…` is appended.
    ///
    /// It must be `https`, or `http` to this machine: with any other, `get_token` fails before
    /// anything is sent. Default: the commercial cloud.
    #[must_use]
    pub fn with_authority(mut self, authority: Url) -> Self {
        self.flow = self.flow.with_authority(authority);
        self
    }

    /// HTTP transport for token requests. Default: a
    /// [`ReqwestTransport`](http_core::ReqwestTransport) created on first use, with the system's
    /// proxy and certificate authorities.
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
