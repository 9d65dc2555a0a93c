//! Steps after a sign-in: keep the session or secret in a store, and the settings in a profile.
//!
//! The sign-in itself is done by a credential of this crate. What follows must be done in an order that cannot lose a
//! session: first the store ([`keep_session`], [`keep_secret`]), then the profile ([`profile_settings`]). A profile
//! without a store can be repaired by a new sign-in; a store without a profile is never found.

#[cfg(feature = "user")]
mod conversation;

use secrecy::SecretString;

#[cfg(feature = "user")]
pub use self::conversation::{Prompt, SignIn, SignedIn};

use super::method::Method;
use super::profiles::{ProfileError, Sources};
use crate::cloud::Cloud;
use crate::error::Result;
use crate::store::{StoredTokens, TokenStore};
use crate::token::access_token::AccessToken;

/// The method to try if conditional access forbids one (codes `AADSTS53…`): after the browser a device code, after that
/// the Azure CLI. `None` for other codes and methods, because another method would not help.
///
/// ```
/// use auth_core::settings::{Method, sign_in::next_allowed};
/// assert_eq!(next_allowed(Method::Browser, "AADSTS53003"), Some(Method::DeviceCode));
/// assert_eq!(next_allowed(Method::Browser, "AADSTS50126"), None);
/// ```
pub fn next_allowed(method: Method, code: &str) -> Option<Method> {
    let next = match method {
        Method::Browser => Method::DeviceCode,
        Method::DeviceCode => Method::Az,
        _ => return None,
    };
    code.starts_with("AADSTS53").then_some(next)
}

/// Replaces the session of an application in a store by the tokens of a new sign-in.
///
/// Takes the lock of the store, so that a process that redeems the old refresh token at the same time does not
/// overwrite the new one. Sessions of other applications stay.
///
/// # Errors
/// Returns the errors of the store. The old session stays then.
pub async fn keep_session(
    store: &dyn TokenStore,
    client_id: &str,
    tokens: StoredTokens,
) -> Result<()> {
    let client_id = client_id.to_owned();
    let change = move |kept: &mut StoredTokens| {
        kept.sign_out(&client_id);
        kept.merge(tokens);
    };
    let lock = store.lock().await?;
    let updated = store.update(Box::new(change)).await;
    drop(lock);
    updated
}

/// Keeps the client secret of an application in a store. An earlier secret of the application is replaced.
///
/// ```
/// use auth_core::settings::sign_in::keep_secret;
/// use auth_core::{MemoryStore, SecretString, TokenStore};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> auth_core::Result<()> {
/// let store = MemoryStore::default();
/// keep_secret(&store, "app", SecretString::from("s3cret")).await?;
/// assert!(store.load().await?.client_secret("app").is_some());
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// Returns the errors of the store.
pub async fn keep_secret(
    store: &dyn TokenStore,
    client_id: &str,
    secret: SecretString,
) -> Result<()> {
    let client_id = client_id.to_owned();
    let change = move |tokens: &mut StoredTokens| tokens.keep_client_secret(&client_id, &secret);
    store.update(Box::new(change)).await
}

/// The settings to keep in a profile after a sign-in: method, tenant, application, file of the proof, cloud.
///
/// `tenant` and `cloud` are those that the sign-in used. For a user the tenant of the token is kept, because users also
/// sign in to `organizations`. The default cloud is left out. No secret is among the settings.
///
/// # Errors
/// [`Invalid`](super::profiles::ProfileErrorKind::Invalid) if the path of a file is not UTF-8, because TOML cannot hold
/// it.
pub fn profile_settings(
    sources: &Sources,
    method: Method,
    tenant: Option<&str>,
    cloud: Cloud,
    token: &AccessToken,
) -> Result<Vec<(&'static str, String)>, ProfileError> {
    let mut settings = vec![("method", method.as_str().to_owned())];
    let of_token = token.claims().and_then(|claims| claims.tenant_id.clone());
    let of_token = of_token.filter(|_| method.is_of_user());
    let tenant = of_token.or_else(|| tenant.map(str::to_owned));
    settings.extend(tenant.map(|tenant| ("tenant", tenant)));
    if !method.is_of_tool() {
        let client = sources.get("AZURE_CLIENT_ID");
        settings.extend(client.map(|client| ("client_id", client)));
    }
    let file = match method {
        Method::Certificate => Some(("certificate", "AZURE_CLIENT_CERTIFICATE_PATH")),
        Method::Workload => Some(("federated_token_file", "AZURE_FEDERATED_TOKEN_FILE")),
        _ => None,
    };
    if let Some((setting, variable)) = file
        && let Some(path) = sources.path(variable)
    {
        let text = path.into_os_string().into_string().map_err(|path| {
            let message = format!(
                "config.toml cannot hold the path {}: it is not UTF-8",
                path.display()
            );
            ProfileError::invalid(message)
                .with_hint(format!("rename the file, or keep its path in {variable}"))
        })?;
        settings.push((setting, text));
    }
    if cloud != Cloud::default() {
        settings.push(("cloud", cloud.to_string()));
    }
    Ok(settings)
}
