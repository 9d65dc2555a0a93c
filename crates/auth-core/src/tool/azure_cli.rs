//! Tokens of the Azure CLI.

#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::FutureExt;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::cloud::Cloud;
use crate::error::{Error, ErrorKind, Result};
use crate::token::access_token::AccessToken;
use crate::token::application::{Application, check_tenant};
use crate::token::cache::{Cache, Key};
use crate::token::credential::{TokenCredential, TokenRequestOptions};
use crate::token::endpoint::Issued;
use crate::tool::developer_tool::{DeveloperTool, check_scope};

/// Acquires tokens from the Azure CLI (`az`), for a person who works on this machine. Not for
/// programs that run unattended.
///
/// Runs `az account get-access-token -o json --scope <scope>`, at most 30 seconds. The CLI caches
/// tokens and renews its session itself; this credential caches the token until shortly before it
/// expires.
///
/// The CLI is an application of its own: it gets tokens for Azure and Microsoft Graph, but for the
/// Defender APIs only where the tenant has preauthorized it, and with the user's delegated
/// permissions. The process gets no secret of this program in its environment.
///
/// ```
/// use auth_core::AzureCli;
/// let credential = AzureCli::new();
/// # let _ = credential;
/// ```
///
/// # Errors
/// `get_token` returns
///
/// - `Unavailable` if the CLI is not installed, does not answer, or no user is signed in;
/// - `InteractionRequired` for a claims challenge, which the CLI cannot be given: sign in again
///   with `az login`;
/// - the kind of an `AADSTS` number in its output, else `Refused`.
#[derive(Clone, Debug)]
pub struct AzureCli {
    tool: DeveloperTool,
    tenant_id: Option<String>,
    cache: Cache,
}

impl AzureCli {
    /// Uses `az` of the `PATH` and the tenant of its current subscription. Nothing is run yet.
    pub fn new() -> Self {
        let signed_out = &["az login", "az account set", "no subscription found"];
        Self {
            tool: DeveloperTool::new("the Azure CLI", "az", "az login", signed_out),
            tenant_id: None,
            cache: Cache::default(),
        }
    }

    /// Requests tokens of this tenant, by GUID or domain.
    ///
    /// ```
    /// # fn main() -> auth_core::Result<()> {
    /// let credential = auth_core::AzureCli::new()
    ///     .with_tenant("contoso.onmicrosoft.com")?
    ///     .with_timeout(std::time::Duration::from_secs(60));
    /// # let _ = credential;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an invalid tenant.
    pub fn with_tenant(mut self, tenant_id: &str) -> Result<Self> {
        check_tenant(tenant_id)?;
        self.tenant_id = Some(tenant_id.to_owned());
        Ok(self)
    }

    /// Path of the program. Default: `az` of the `PATH`.
    #[must_use]
    pub fn with_program(mut self, program: impl Into<PathBuf>) -> Self {
        self.tool = self.tool.with_program(program.into());
        self
    }

    /// Time limit for the program. Default: 30 seconds.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.tool = self.tool.with_timeout(timeout);
        self
    }
}

impl Default for AzureCli {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl TokenCredential for AzureCli {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let scope = check_scope(scopes)?.to_owned();
        let tenant_id = options.tenant_id.clone().or_else(|| self.tenant_id.clone());
        if let Some(tenant_id) = &tenant_id {
            check_tenant(tenant_id)?;
        }
        if options.claims.is_some() {
            let message =
                "the API requires a stronger sign-in, which cannot be requested from the Azure CLI";
            return Err(Error::new(ErrorKind::InteractionRequired, message)
                .with_hint(format!("run `az logout`, then `az login --scope {scope}`"))
                .with_sign_in("az login"));
        }
        let who = Application {
            tenant_id: tenant_id.as_deref().unwrap_or("").into(),
            client_id: "azure-cli".into(),
        };
        let key = Key::new(&Cloud::default().authority(), &who, scopes);
        let tool = self.tool.clone();
        let fetch = |_| async move { fetch(&tool, scope, tenant_id).await }.boxed();
        self.cache.get(key, options, fetch).await
    }
}

async fn fetch(tool: &DeveloperTool, scope: String, tenant_id: Option<String>) -> Result<Issued> {
    let words = ["account", "get-access-token", "-o", "json", "--scope"];
    let mut arguments: Vec<_> = words.map(str::to_owned).into();
    arguments.push(scope);
    if let Some(tenant_id) = tenant_id {
        arguments.extend(["--tenant".to_owned(), tenant_id]);
    }
    let answer = tool.run(&arguments).await?;
    tool.issued(answer.get("accessToken"), end(&answer))
}

/// Expiry of the token: `expires_on` in seconds, else `expiresOn` in local time, which older
/// versions print alone.
fn end(answer: &Value) -> Option<Timestamp> {
    if let Some(second) = answer.get("expires_on") {
        let second = second.as_i64().or_else(|| second.as_str()?.parse().ok())?;
        return Timestamp::from_second(second).ok();
    }
    let text = answer.get("expiresOn")?.as_str()?;
    let local: DateTime = text.replacen(' ', "T", 1).parse().ok()?;
    Some(local.to_zoned(TimeZone::system()).ok()?.timestamp())
}
