//! An application that proves itself with a secret.

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use http_core::Transport;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::app::client_credentials::ClientCredentials;
use crate::app::proof::ClientProof;
use crate::app::proof::secret::{SecretFile, SecretSource, check};
use crate::cloud::Cloud;
use crate::error::Result;
use crate::token::access_token::AccessToken;
use crate::token::credential::{Caller, TokenCredential, TokenRequestOptions};

/// Signs an application in with a client secret (OAuth client credentials).
///
/// Tokens are held until they end and renewed before; clones share them. A token is issued even where no permission
/// was granted: it then opens nothing, and the API answers 401 or 403.
///
/// ```
/// use auth_core::{ClientSecret, SecretString};
/// # fn main() -> auth_core::Result<()> {
/// let credential = ClientSecret::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     SecretString::from("the-value-of-the-secret"),
/// )?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// Source: entra-docs, `v2-oauth2-client-creds-grant-flow.md`.
#[derive(Clone)]
pub struct ClientSecret {
    flow: ClientCredentials,
}

impl ClientSecret {
    /// An application in a tenant of the commercial cloud, with the *value* of one of its secrets. Nothing is sent.
    ///
    /// `tenant_id` is the tenant's GUID or one of its domains, `client_id` the application's GUID.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for a tenant or an application that cannot be one, or a secret that is empty or
    /// begins or ends with a blank.
    pub fn new(tenant_id: &str, client_id: &str, secret: SecretString) -> Result<Self> {
        check(secret.expose_secret())?;
        Self::of(tenant_id, client_id, ClientProof::from(secret))
    }

    /// The same with a secret that is in a file, alone on its line. The file is read for every token request; it may
    /// be replaced at any time.
    ///
    /// ```
    /// use auth_core::ClientSecret;
    /// # fn main() -> auth_core::Result<()> {
    /// let credential = ClientSecret::from_file(
    ///     "contoso.onmicrosoft.com",
    ///     "11111111-2222-3333-4444-555555555555",
    ///     "/run/secrets/defender",
    /// )?;
    /// # let _ = credential;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for a tenant or an application that cannot be one. Nothing is read yet.
    pub fn from_file(tenant_id: &str, client_id: &str, path: impl Into<PathBuf>) -> Result<Self> {
        let source = Arc::new(SecretFile(path.into()));
        Self::of(tenant_id, client_id, ClientProof::of_secret(source))
    }

    /// The same with a secret from elsewhere, such as a vault. The source is asked for every token request.
    ///
    /// ```
    /// use auth_core::{ClientSecret, SecretString};
    /// # async fn read_from_vault() -> String { String::new() }
    /// # fn main() -> auth_core::Result<()> {
    /// let credential = ClientSecret::from_source(
    ///     "contoso.onmicrosoft.com",
    ///     "11111111-2222-3333-4444-555555555555",
    ///     || async { Ok(SecretString::from(read_from_vault().await)) },
    /// )?;
    /// # let _ = credential;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for a tenant or an application that cannot be one. The source is not asked yet.
    pub fn from_source(
        tenant_id: &str,
        client_id: &str,
        source: impl SecretSource,
    ) -> Result<Self> {
        let proof = ClientProof::of_secret(Arc::new(source));
        Self::of(tenant_id, client_id, proof)
    }

    fn of(tenant_id: &str, client_id: &str, proof: ClientProof) -> Result<Self> {
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

impl From<ClientSecret> for ClientProof {
    fn from(credential: ClientSecret) -> Self {
        credential.flow.proof
    }
}

#[async_trait]
impl TokenCredential for ClientSecret {
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

impl fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientSecret")
            .field("tenant_id", &self.flow.application.tenant_id)
            .field("client_id", &self.flow.application.client_id)
            .field("endpoint", &self.flow.endpoint)
            .finish_non_exhaustive()
    }
}
