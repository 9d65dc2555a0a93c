//! Setting up a client.
//!
//! Every setting has a default, so `Client::builder(base).build()` gives a working client without a
//! credential. The values are checked once, in [`build`](ClientBuilder::build).

use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use url::Url;

use super::Client;
use crate::base::{self, Base};
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::pipeline::Pipeline;
use crate::pipeline::authorize::Authorize;
use crate::pipeline::retry::RetryConfig;
use crate::pipeline::throttle::{BudgetOwner, Throttle};
use crate::response::wording::{ErrorWording, ServiceCode};
use crate::transport::{ReqwestTransport, Transport};

/// Sets up a [`Client`].
///
/// Programs get their client from a product crate, whose connector fills in hosts, wording and
/// credential. Use the builder directly for a product of your own.
///
/// ```
/// use std::time::Duration;
/// use http_core::{Client, Limits, RetryConfig, Throttle, Url};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let client = Client::builder(Url::parse("https://api.example.com")?)
///     .hosts([".api.example.com"])
///     .throttle(Throttle::new(), "contoso.onmicrosoft.com")
///     .retry(RetryConfig::default().with_attempts(2))
///     .timeout(Duration::from_secs(60))
///     .limits(Limits::default().with_answer(8 << 20))
///     .user_agent("inventory-report/1.2")
///     .build()?;
/// assert_eq!(client.retry().attempts, 2);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct ClientBuilder {
    base: Url,
    hosts: Vec<String>,
    authorizer: Option<Arc<dyn Authorize>>,
    transport: Option<Arc<dyn Transport>>,
    retry: RetryConfig,
    throttle: Throttle,
    budget_owner: BudgetOwner,
    timeout: Duration,
    user_agent: Option<String>,
    limits: Limits,
    wording: ErrorWording,
}

impl ClientBuilder {
    pub(super) fn new(base: Url) -> Self {
        Self {
            base,
            hosts: Vec::new(),
            authorizer: None,
            transport: None,
            retry: RetryConfig::default(),
            throttle: Throttle::new(),
            budget_owner: BudgetOwner::default(),
            timeout: Duration::from_secs(180),
            user_agent: None,
            limits: Limits::default(),
            wording: ErrorWording::default(),
        }
    }

    /// Host names that next links of this service may carry, besides that of the base.
    ///
    /// These hosts are never called: path and query of such a link are put on the base. A name that
    /// begins with a dot stands for every host below it. A link to any other host ends the list with
    /// [`ErrorKind::Paging`](crate::ErrorKind::Paging). Default: none.
    #[must_use]
    pub fn hosts<'a>(mut self, hosts: impl IntoIterator<Item = &'a str>) -> Self {
        self.hosts = hosts.into_iter().map(str::to_owned).collect();
        self
    }

    /// Adds the credential to each request. Default: none, requests are anonymous.
    #[must_use]
    pub fn authorize(mut self, authorizer: Arc<dyn Authorize>) -> Self {
        self.authorizer = Some(authorizer);
        self
    }

    /// Sends the requests. Default: a [`ReqwestTransport`] that trusts the certificate authorities of
    /// the operating system.
    ///
    /// Share one transport between clients to share its connections.
    #[must_use]
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Retries and deadline of each call. Default: [`RetryConfig::default`].
    #[must_use]
    pub fn retry(mut self, retry: RetryConfig) -> Self {
        self.retry = retry;
        self
    }

    /// The rate-limit budgets, and the tenant they are counted for.
    ///
    /// Default: budgets of this client alone, for an unnamed tenant. Clients of one tenant should
    /// share a [`Throttle`], because the service counts their calls together.
    #[must_use]
    pub fn throttle(mut self, throttle: Throttle, tenant: impl Into<String>) -> Self {
        self.throttle = throttle;
        self.budget_owner.tenant = tenant.into().into();
        self
    }

    /// Client id of the calling application. The services count calls per application and tenant.
    ///
    /// Empty (default) counts all clients of a tenant together.
    #[must_use]
    pub fn application(mut self, application: impl Into<String>) -> Self {
        self.budget_owner.application = application.into().into();
        self
    }

    /// Longest wait for each step of a call: the token, the head of the answer, each further piece of
    /// the body. Default: 3 minutes, the longest run time of a hunting query.
    ///
    /// A body must also make progress: on average over this time, 100 bytes for each second spent
    /// waiting. A slow reader is not counted against the server. The deadline of the whole call is
    /// [`RetryConfig::total`].
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Size limits for answers. Default: [`Limits::default`].
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// How the service words delays, quotas and error codes. Default: the service uses status codes
    /// and headers only.
    #[must_use]
    pub fn wording(mut self, wording: ErrorWording) -> Self {
        self.wording = wording;
        self
    }

    /// Error codes that get a hint of their own. Sets [`ErrorWording::codes`] and keeps the rest of
    /// [`wording`](Self::wording).
    #[must_use]
    pub fn codes(mut self, codes: &'static [ServiceCode]) -> Self {
        self.wording.codes = codes;
        self
    }

    /// Product and version for the `User-Agent` header. Default: `defender-rs/VERSION`.
    #[must_use]
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Checks the settings and makes the client. Opens no connection.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the base is neither https nor http to a
    /// loopback address, the user agent has characters that a header cannot carry, or TLS cannot be
    /// set up.
    ///
    /// ```
    /// use http_core::{Client, ErrorKind, Url};
    ///
    /// // A token must not travel unencrypted.
    /// let base = Url::parse("http://api.example.com").unwrap();
    /// let error = Client::builder(base).build().unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Usage);
    /// ```
    pub fn build(self) -> Result<Client> {
        base::check(&self.base)?;
        let user_agent = self
            .user_agent
            .as_deref()
            .unwrap_or(concat!("defender-rs/", env!("CARGO_PKG_VERSION")));
        let user_agent = HeaderValue::try_from(user_agent).map_err(|error| {
            Error::usage("the user agent holds characters a header cannot carry").with_source(error)
        })?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => Arc::new(ReqwestTransport::new()?),
        };
        Ok(Client {
            base: Arc::new(Base::new(self.base, self.hosts)),
            pipeline: Arc::new(Pipeline {
                authorizer: self.authorizer,
                transport,
                retry: self.retry,
                throttle: self.throttle,
                budget_owner: self.budget_owner,
                timeout: self.timeout,
                user_agent,
                limits: self.limits,
                wording: self.wording,
                reappeared: Arc::default(),
                mended: Arc::default(),
            }),
        })
    }
}
