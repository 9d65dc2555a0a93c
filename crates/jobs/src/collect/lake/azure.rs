//! Azure Blob Storage, signed in as the services are.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use auth_core::{IntoCredential, TokenCredential, TokenRequestOptions};
use lake::AzureTokens;
use secrecy::SecretString;

/// What the tokens are for, in every cloud.
/// From <https://learn.microsoft.com/azure/storage/blobs/authorize-access-azure-active-directory>.
const SCOPE: &str = "https://storage.azure.com/.default";

/// Tokens for Azure Blob Storage by a credential of this workspace, for [`Store::open`](super::Store::open). One sign-in serves both.
///
/// The identity needs the role *Storage Blob Data Contributor* for the container. Tokens go to the store alone.
///
/// ```
/// use std::sync::Arc;
///
/// use auth_core::StaticToken;
/// use jobs::collect::lake::{AzureStorage, Store};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let credential = StaticToken::new("eyJ0eXAiOiJKV1Qi".into())?;
/// let tokens = AzureStorage::new(credential);
/// # if false {
/// let store = Store::open("az://soc/lake", Some(Arc::new(tokens)))?;
/// # let _ = store;
/// # }
/// # Ok(())
/// # }
/// ```
pub struct AzureStorage {
    credential: Arc<dyn TokenCredential>,
    options: TokenRequestOptions,
}

impl AzureStorage {
    /// Tokens of this credential, for its own tenant.
    pub fn new(credential: impl IntoCredential) -> Self {
        Self {
            credential: credential.into_credential(),
            options: TokenRequestOptions::default(),
        }
    }

    /// Asks for tokens with these options, such as those of another tenant.
    #[must_use]
    pub fn with_options(mut self, options: TokenRequestOptions) -> Self {
        self.options = options;
        self
    }
}

impl fmt::Debug for AzureStorage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AzureStorage").finish_non_exhaustive()
    }
}

#[async_trait]
impl AzureTokens for AzureStorage {
    async fn token(&self) -> Result<SecretString, Box<dyn std::error::Error + Send + Sync>> {
        let token = self.credential.get_token(&[SCOPE], &self.options).await?;
        Ok(token.secret().clone())
    }
}
