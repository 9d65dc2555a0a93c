//! Signs in with a client secret.

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
/// Sends `grant_type=client_credentials` with `client_id`, `client_secret` and `scope`, and gets an
/// access token of 60 to 90 minutes; no refresh token. The token is cached per scope and tenant,
/// renewed before it expires, and shared by clones.
///
/// ```text
/// POST https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token
///
/// grant_type=client_credentials
/// client_id=<application>
/// client_secret=<value>
/// scope=https://api.securitycenter.microsoft.com/.default
/// claims={"access_token":{"xms_cc":{"values":["cp1"]}}}      with continuous access evaluation
/// ```
///
/// A token is issued even if no permission was granted: the API then answers 401 or 403. A secret
/// that the identity service has refused is not sent again for a minute, in any tenant.
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
/// # Errors
/// `get_token` returns `InvalidClient` if the secret is wrong or expired or the tenant does not
/// know the application, `InvalidScope` if the scope is not one `<API>/.default`, and the general
/// errors of [`TokenCredential`].
///
/// Source: entra-docs, `v2-oauth2-client-creds-grant-flow.md`.
#[derive(Clone)]
pub struct ClientSecret {
    flow: ClientCredentials,
}

impl ClientSecret {
    /// Creates a credential in the commercial cloud from the *value* of a client secret; the portal
    /// also shows the secret's id, which does not work. Nothing is sent yet.
    ///
    /// `tenant_id` is the tenant's GUID or one of its domains, `client_id` the application's GUID.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for an invalid tenant or
    /// client id, and for a secret that is empty or has blanks around it.
    pub fn new(tenant_id: &str, client_id: &str, secret: SecretString) -> Result<Self> {
        check(secret.expose_secret())?;
        Self::of(tenant_id, client_id, ClientProof::from(secret))
    }

    /// Creates a credential with a secret in a file. Blanks and line breaks around it are ignored.
    ///
    /// The file is read before every token request, so it may be replaced at any time. At most 64
    /// KiB.
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
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for an invalid tenant or
    /// client id. An unreadable file is an error of `get_token`.
    pub fn from_file(tenant_id: &str, client_id: &str, path: impl Into<PathBuf>) -> Result<Self> {
        let source = Arc::new(SecretFile(path.into()));
        Self::of(tenant_id, client_id, ClientProof::of_secret(source))
    }

    /// Creates a credential with a secret from elsewhere, such as a vault. The source is asked
    /// before every token request, about once an hour and API.
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
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for an invalid tenant or
    /// client id.
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
