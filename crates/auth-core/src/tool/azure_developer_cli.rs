//! Tokens of the Azure Developer CLI.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::FutureExt;
use serde_json::Value;

use crate::cloud::Cloud;
use crate::error::Result;
use crate::token::access_token::AccessToken;
use crate::token::application::{Application, check_tenant};
use crate::token::cache::{Cache, Key};
use crate::token::credential::{TokenCredential, TokenRequestOptions};
use crate::tool::developer_tool::{DeveloperTool, check_scope};

/// Acquires tokens from the Azure Developer CLI (`azd`), for a person who works on this machine.
///
/// Runs `azd auth token -o json --no-prompt --scope <scope>`, at most 30 seconds. The limits of
/// [`AzureCli`](crate::AzureCli) apply: delegated permissions, and only APIs that the tool is
/// allowed to call. A claims challenge is passed to the tool (`--claims`), which older versions
/// refuse.
///
/// ```
/// use auth_core::AzureDeveloperCli;
/// let credential = AzureDeveloperCli::new();
/// # let _ = credential;
/// ```
#[derive(Clone, Debug)]
pub struct AzureDeveloperCli {
    tool: DeveloperTool,
    tenant_id: Option<String>,
    cache: Cache,
}

impl AzureDeveloperCli {
    /// Uses `azd` of the `PATH` and the tenant that it is signed in to. Nothing is run yet.
    pub fn new() -> Self {
        let signed_out = &["azd auth login", "not logged in"];
        Self {
            tool: DeveloperTool::new(
                "the Azure Developer CLI",
                "azd",
                "azd auth login",
                signed_out,
            ),
            tenant_id: None,
            cache: Cache::default(),
        }
    }

    /// Requests tokens of this tenant, by GUID or domain.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for an invalid tenant.
    pub fn with_tenant(mut self, tenant_id: &str) -> Result<Self> {
        check_tenant(tenant_id)?;
        self.tenant_id = Some(tenant_id.to_owned());
        Ok(self)
    }

    /// Path of the program. Default: `azd` of the `PATH`.
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

impl Default for AzureDeveloperCli {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl TokenCredential for AzureDeveloperCli {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let words = ["auth", "token", "-o", "json", "--no-prompt", "--scope"];
        let mut arguments: Vec<_> = words.map(str::to_owned).into();
        arguments.push(check_scope(scopes)?.to_owned());
        let tenant_id = options.tenant_id.as_ref().or(self.tenant_id.as_ref());
        if let Some(tenant_id) = tenant_id {
            check_tenant(tenant_id)?;
            arguments.extend(["--tenant-id".to_owned(), tenant_id.clone()]);
        }
        if let Some(claims) = &options.claims {
            arguments.extend(["--claims".to_owned(), STANDARD.encode(claims)]);
        }
        let who = Application {
            tenant_id: tenant_id.map_or("", String::as_str).into(),
            client_id: "azure-developer-cli".into(),
        };
        let key = Key::new(&Cloud::default().authority(), &who, scopes);
        let tool = self.tool.clone();
        let fetch = |_| {
            async move {
                let answer = tool.run(&arguments).await?;
                let end = answer.get("expiresOn").and_then(Value::as_str);
                let end = end.and_then(|end| end.parse().ok());
                tool.issued(answer.get("token"), end)
            }
            .boxed()
        };
        self.cache.get(key, options, fetch).await
    }
}
