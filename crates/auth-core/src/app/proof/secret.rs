//! Sources of client secrets.

use std::path::PathBuf;

use http_core::BoxFuture;
use secrecy::SecretString;

use crate::app::secret_file;
use crate::error::{Error, ErrorKind, Result};

/// A source of client secrets: an async function, or a file by
/// [`ClientSecret::from_file`](crate::ClientSecret::from_file).
///
/// It is asked before every token request, so a replaced secret is used from the next token on.
///
/// ```
/// use auth_core::http_core::BoxFuture;
/// use auth_core::{Result, SecretSource, SecretString};
///
/// struct Vault;
///
/// impl SecretSource for Vault {
///     fn secret(&self) -> BoxFuture<'_, Result<SecretString>> {
///         Box::pin(async { Ok(SecretString::from("what the vault returns")) })
///     }
/// }
/// ```
pub trait SecretSource: Send + Sync + 'static {
    /// Returns the secret's value.
    ///
    /// # Errors
    /// Any error; it is returned from `get_token` unchanged and must not contain a secret.
    fn secret(&self) -> BoxFuture<'_, Result<SecretString>>;
}

impl<F, Reading> SecretSource for F
where
    F: Fn() -> Reading + Send + Sync + 'static,
    Reading: Future<Output = Result<SecretString>> + Send + 'static,
{
    fn secret(&self) -> BoxFuture<'_, Result<SecretString>> {
        Box::pin(self())
    }
}

/// A fixed secret.
pub(super) struct Given(pub(super) SecretString);

/// A secret in a file.
pub(crate) struct SecretFile(pub(crate) PathBuf);

impl SecretSource for Given {
    fn secret(&self) -> BoxFuture<'_, Result<SecretString>> {
        Box::pin(async { Ok(self.0.clone()) })
    }
}

impl SecretSource for SecretFile {
    fn secret(&self) -> BoxFuture<'_, Result<SecretString>> {
        Box::pin(async {
            secret_file::read(&self.0).await.map_err(|error| {
                let path = self.0.display();
                let message = format!("the client secret file {path} cannot be read: {error}");
                Error::new(ErrorKind::Configuration, message)
            })
        })
    }
}

/// Checks that a text can be a client secret.
pub(crate) fn check(secret: &str) -> Result<()> {
    let wrong = |message: &str| Error::new(ErrorKind::Configuration, message);
    if secret.is_empty() {
        return Err(wrong("the client secret is empty"));
    }
    if secret.starts_with('\u{feff}') {
        return Err(wrong("the client secret begins with a byte order mark")
            .with_hint("save the file that it comes from as UTF-8 without a mark"));
    }
    if secret.trim() != secret {
        return Err(wrong("the client secret begins or ends with a blank")
            .with_hint("remove the line break or blank that was copied with it"));
    }
    Ok(())
}
