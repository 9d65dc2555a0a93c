//! Everything the clients of one tenant have in common.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http_core::{Client, Limits, ReqwestTransport, RetryConfig, Throttle, Transport};

use crate::pipeline::bearer::Bearer;
use crate::pipeline::endpoint::Endpoint;
use crate::token::credential::{Caller, TokenCredential};

/// Credential, transport, budgets and habits of one tenant, given once and shared by the clients of all products.
///
/// The services count calls per application and tenant: clients made by one connector, or by clones of it, share its
/// connections, and share budgets where they call as the same application in the same tenant. A
/// [`Throttle`] given to several connectors keeps apart those of different applications or tenants; a credential that
/// does not know its application has budgets of its own.
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
    /// Clones share what one of them makes.
    transport: Arc<OnceLock<Arc<dyn Transport>>>,
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
            transport: Arc::default(),
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
        self.transport = Arc::new(OnceLock::from(transport));
        self
    }

    /// The budgets, where they are shared with more than this connector or switched off.
    #[must_use]
    pub fn with_throttle(mut self, throttle: Throttle) -> Self {
        self.throttle = throttle;
        self
    }

    /// How often and how long a call is repeated. With one attempt ([`RetryConfig::never`]) the request for a token is not
    /// repeated either.
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
        if self.retry.attempts <= 1 {
            bearer = bearer.with_one_attempt();
        }
        let caller = self.caller();
        let mut client = Client::builder(endpoint.base.clone())
            .hosts(endpoint.hosts.iter().map(String::as_str))
            .authorize(Arc::new(bearer))
            .transport(self.transport()?)
            .retry(self.retry.clone())
            .limits(self.limits.clone())
            .throttle(self.throttle.clone(), caller.tenant)
            .application(caller.application);
        if let Some(timeout) = self.timeout {
            client = client.timeout(timeout);
        }
        if let Some(user_agent) = &self.user_agent {
            client = client.user_agent(user_agent);
        }
        client.build()
    }

    /// Whose budgets the calls use up.
    fn caller(&self) -> Caller {
        let mut caller = self.credential.caller().unwrap_or_else(|| {
            // Clones of a connector have the same credential.
            let itself = Arc::as_ptr(&self.credential).cast::<()>();
            Caller::new(format!("credential at {itself:p}"), "")
        });
        if let Some(tenant_id) = &self.tenant_id {
            caller.tenant.clone_from(tenant_id);
        }
        caller.application.make_ascii_lowercase();
        caller.tenant.make_ascii_lowercase();
        caller
    }

    fn transport(&self) -> http_core::Result<Arc<dyn Transport>> {
        if let Some(transport) = self.transport.get() {
            return Ok(Arc::clone(transport));
        }
        let made: Arc<dyn Transport> = Arc::new(ReqwestTransport::new()?);
        Ok(Arc::clone(self.transport.get_or_init(|| made)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{CLIENT, TENANT};
    use crate::{ClientSecret, Endpoint, StaticToken};

    fn application(client_id: &str) -> Connector {
        let secret = ClientSecret::new(TENANT, client_id, "s3cret".into()).unwrap();
        Connector::new(Arc::new(secret))
    }

    fn unknown() -> Connector {
        Connector::new(Arc::new(StaticToken::new("opaque".into()).unwrap()))
    }

    #[test]
    fn budgets_are_those_of_an_application_in_a_tenant() {
        const OTHER: &str = "99999999-2222-3333-4444-555555555555";
        assert_eq!(application(CLIENT).caller(), application(CLIENT).caller());
        assert_ne!(application(CLIENT).caller(), application(OTHER).caller());
        let elsewhere = application(CLIENT).with_tenant(OTHER);
        assert_ne!(application(CLIENT).caller(), elsewhere.caller());
        let upper = application(CLIENT).with_tenant(TENANT.to_ascii_uppercase());
        assert_eq!(application(CLIENT).caller(), upper.caller());
    }

    #[test]
    fn a_credential_that_does_not_know_its_application_has_budgets_of_its_own() {
        let (one, other) = (unknown(), unknown());
        assert_eq!(one.caller(), one.clone().caller());
        assert_ne!(one.caller(), other.caller());
    }

    #[test]
    fn clones_share_the_connections_that_one_of_them_makes() {
        let base = application(CLIENT);
        let customers = ["a.example", "b.example"].map(|tenant| base.clone().with_tenant(tenant));
        let made = customers[0].transport().unwrap();
        for connector in [&base, &customers[1]] {
            assert!(Arc::ptr_eq(&made, &connector.transport().unwrap()));
        }
        let endpoint = Endpoint::new(
            http_core::Url::parse("https://api.example").unwrap(),
            "https://api.example/.default",
        );
        let _ = base.connect(&endpoint).unwrap();
    }
}
