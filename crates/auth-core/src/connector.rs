//! Everything the clients of one tenant have in common.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http_core::{Client, Limits, ReqwestTransport, RetryConfig, Throttle, Transport};

use crate::bearer::Bearer;
use crate::credential::TokenCredential;
use crate::endpoint::Endpoint;

/// Credential, transport, budgets and habits of one tenant, given once and shared by the clients of all products.
///
/// The services count calls per application and tenant: clients made by one connector share the budgets, and its
/// connections.
///
/// ```
/// use std::sync::Arc;
/// use auth_core::{ClientSecret, Connector, SecretString};
/// # fn main() -> auth_core::Result<()> {
/// let credential = ClientSecret::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     SecretString::from("the-value-of-the-secret"),
/// )?;
/// let connector = Connector::new(Arc::new(credential)).with_user_agent("inventory/2.1");
/// // Each product's `Client::connect` takes it.
/// # let _ = connector;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Connector {
    credential: Arc<dyn TokenCredential>,
    transport: OnceLock<Arc<dyn Transport>>,
    throttle: Throttle,
    retry: RetryConfig,
    tenant_id: Option<String>,
    enable_cae: bool,
    timeout: Option<Duration>,
    user_agent: Option<String>,
    limits: Limits,
}

impl Connector {
    /// A connector that signs in with a credential.
    pub fn new(credential: Arc<dyn TokenCredential>) -> Self {
        Self {
            credential,
            transport: OnceLock::new(),
            throttle: Throttle::new(),
            retry: RetryConfig::default(),
            tenant_id: None,
            enable_cae: true,
            timeout: None,
            user_agent: None,
            limits: Limits::default(),
        }
    }

    /// What sends; one of the pipeline's own, made at the first [`connect`](Connector::connect), unless told. Give
    /// the same one to the credential to share its connections.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = OnceLock::from(transport);
        self
    }

    /// The budgets, where they are shared with more than this connector or switched off.
    #[must_use]
    pub fn with_throttle(mut self, throttle: Throttle) -> Self {
        self.throttle = throttle;
        self
    }

    /// How often and how long a call is repeated.
    #[must_use]
    pub fn with_retry(mut self, retry: RetryConfig) -> Self {
        self.retry = retry;
        self
    }

    /// The tenant to work in, where it is not the credential's own. Tokens are asked for there, and one that says it
    /// is for another tenant is not sent.
    #[must_use]
    pub fn with_tenant(mut self, tenant_id: impl Into<String>) -> Self {
        self.tenant_id = Some(tenant_id.into());
        self
    }

    /// Asks for tokens as [`Bearer::without_cae`] does: they live for an hour or so, and a permission that was granted
    /// since shows in the next one.
    #[must_use]
    pub fn without_cae(mut self) -> Self {
        self.enable_cae = false;
        self
    }

    /// How long to wait for an answer.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// The product and version to name in `User-Agent`.
    #[must_use]
    pub fn with_user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// How much of an answer is read.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The credential.
    pub fn credential(&self) -> &Arc<dyn TokenCredential> {
        &self.credential
    }

    /// The budgets.
    pub fn throttle(&self) -> &Throttle {
        &self.throttle
    }

    /// The tenant to work in, where it was set.
    pub fn tenant(&self) -> Option<&str> {
        self.tenant_id.as_deref()
    }

    /// A client of one endpoint. Nothing is sent, no token is asked for.
    ///
    /// # Errors
    /// [`Usage`](http_core::ErrorKind::Usage) for a base that is neither https nor http to this machine, a user
    /// agent that no header can carry, or a TLS set-up that fails.
    pub fn connect(&self, endpoint: &Endpoint) -> http_core::Result<Client> {
        let mut bearer = Bearer::new(Arc::clone(&self.credential), &endpoint.scope)
            .accepting(endpoint.audiences.iter().map(String::as_str));
        if let Some(host) = endpoint.base.host_str() {
            bearer = bearer.for_host(host);
        }
        if let Some(tenant_id) = &self.tenant_id {
            bearer = bearer.for_tenant(tenant_id);
        }
        if !self.enable_cae {
            bearer = bearer.without_cae();
        }
        let mut client = Client::builder(endpoint.base.clone())
            .hosts(endpoint.hosts.iter().map(String::as_str))
            .authorize(Arc::new(bearer))
            .transport(self.transport()?)
            .retry(self.retry.clone())
            .limits(self.limits.clone())
            .throttle(
                self.throttle.clone(),
                self.tenant_id.as_deref().unwrap_or_default(),
            );
        if let Some(timeout) = self.timeout {
            client = client.timeout(timeout);
        }
        if let Some(user_agent) = &self.user_agent {
            client = client.user_agent(user_agent);
        }
        client.build()
    }

    fn transport(&self) -> http_core::Result<Arc<dyn Transport>> {
        if let Some(transport) = self.transport.get() {
            return Ok(Arc::clone(transport));
        }
        let made: Arc<dyn Transport> = Arc::new(ReqwestTransport::new()?);
        Ok(Arc::clone(self.transport.get_or_init(|| made)))
    }
}
