//! An application that proves itself with an assertion that somebody else has signed.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use http_core::{BoxFuture, Transport};
use jiff::Timestamp;
use secrecy::SecretString;
use url::Url;

use crate::client_credentials::ClientCredentials;
use crate::client_proof::ClientProof;
use crate::cloud::Cloud;
use crate::credential::{Caller, TokenCredential, TokenRequestOptions};
use crate::error::{Error, ErrorKind, Result};
use crate::token::AccessToken;

/// Where assertions come from: a function, or one of the sources of this crate such as
/// [`GitHubActions`](crate::GitHubActions).
///
/// It is asked for every token request, because assertions live for minutes.
pub trait AssertionSource: Send + Sync + 'static {
    /// An assertion, a JWT that the application's registration trusts.
    ///
    /// # Errors
    /// Whatever kept one from being had; nothing secret may be in it.
    fn assertion(&self, wanted: WantedAssertion) -> BoxFuture<'_, Result<SecretString>>;
}

/// What an assertion is wanted for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WantedAssertion {
    /// The tenant that is signed in to.
    pub tenant_id: String,
    /// The application that signs in.
    pub client_id: String,
    /// The address of the token endpoint. It is the audience of an assertion that the application's own key signs;
    /// one of a federated issuer has an audience of its own, [`TOKEN_EXCHANGE_AUDIENCE`].
    pub token_endpoint: String,
    /// The present by the identity service's clock, as far as its refusals have told: what an assertion signed here
    /// and now should take its times from.
    pub now: Timestamp,
}

/// The audience that an assertion of a federated issuer carries in the commercial cloud.
///
/// Source: entra-docs, `workload-identity-federation.md`.
pub const TOKEN_EXCHANGE_AUDIENCE: &str = "api://AzureADTokenExchange";

impl<F, Signing> AssertionSource for F
where
    F: Fn(WantedAssertion) -> Signing + Send + Sync + 'static,
    Signing: Future<Output = Result<SecretString>> + Send + 'static,
{
    fn assertion(&self, wanted: WantedAssertion) -> BoxFuture<'_, Result<SecretString>> {
        Box::pin(self(wanted))
    }
}

/// Signs an application in with an assertion from elsewhere: a federated issuer, a key vault, another identity.
///
/// Where the identity service finds an assertion outside its time, the source is asked for another one, once, with the
/// service's own time in [`WantedAssertion::now`].
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
    /// [`ErrorKind::Configuration`] for a tenant or an application that cannot be one.
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

    /// What sends the token requests; one of the pipeline's own, made at the first of them, unless told.
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

/// Whether a text has the form of a signed JWT.
pub(crate) fn check_assertion(assertion: &str) -> Result<()> {
    let is_part = |part: &str| {
        let is_base64url = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        !part.is_empty() && part.bytes().all(is_base64url)
    };
    let parts: Vec<_> = assertion.split('.').collect();
    if parts.len() == 3 && parts.into_iter().all(is_part) {
        return Ok(());
    }
    let message = if assertion.trim().is_empty() {
        "the assertion is empty"
    } else {
        "the assertion is no signed JWT"
    };
    Err(Error::new(ErrorKind::Configuration, message)
        .with_hint("look at where the assertion comes from"))
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
