//! The settings that all clients of one tenant share.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http_core::{Client, Limits, ReqwestTransport, RetryConfig, Throttle, Transport, Url};

use crate::error::{Error, ErrorKind, Result};
use crate::partner::in_tenant::InTenant;
use crate::pipeline::bearer::Bearer;
use crate::pipeline::endpoint::Endpoint;
use crate::settings::Settings;
use crate::token::credential::{Caller, IntoCredential, TokenCredential};
use crate::variables::Variables;

/// Variable with the path of additional certificate authorities, PEM or DER.
const CA_FILE: &str = "DEFENDER_CA_FILE";

/// A transport that trusts the authorities of a file in addition to the system's.
fn trusting(path: &str) -> Result<Arc<dyn Transport>> {
    let unread = |error: std::io::Error| {
        let message = format!("{CA_FILE}: `{path}` cannot be read: {error}");
        Error::new(ErrorKind::Configuration, message)
    };
    let bytes = std::fs::read(path).map_err(unread)?;
    let made = ReqwestTransport::with_authorities(&bytes).map_err(|error| {
        let message = format!("{CA_FILE}: {}", error.message());
        Error::new(ErrorKind::Configuration, message)
    })?;
    Ok(Arc::new(made))
}

/// Credential, transport, rate limits and options of one tenant, shared by the clients of all
/// products.
///
/// The services count calls per application and tenant. Clients of one connector or its clones
/// share connections, and they share rate limits if they call as the same application in the same
/// tenant. A [`Throttle`] that is given to several connectors keeps the limits of different
/// applications and tenants apart; a credential that does not know its application has limits of
/// its own.
///
/// Cloning is cheap. Nothing is sent before the first call of a client.
///
/// ```
/// use auth_core::{ClientSecret, Connector, SecretString};
/// # fn main() -> auth_core::Result<()> {
/// let credential = ClientSecret::new(
///     "contoso.onmicrosoft.com",
///     "11111111-2222-3333-4444-555555555555",
///     SecretString::from("the-value-of-the-secret"),
/// )?;
/// let connector = Connector::new(credential).with_user_agent("inventory/2.1");
/// // Each product's `Client::connect` takes it.
/// # let _ = connector;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Connector {
    credential: Arc<dyn TokenCredential>,
    /// Created on first use and shared by clones.
    transport: Arc<OnceLock<Arc<dyn Transport>>>,
    throttle: Throttle,
    retry: RetryConfig,
    tenant_id: Option<String>,
    enable_cae: bool,
    timeout: Option<Duration>,
    user_agent: Option<String>,
    limits: Limits,
    places: HashMap<String, Place>,
    /// Variables that name the bases of products, unless a place is set.
    variables: Option<Variables>,
}

/// Where a product is reached, if not at its cloud's endpoint.
#[derive(Clone, Debug)]
enum Place {
    Base(Url),
    Endpoint(Endpoint),
}

impl Connector {
    /// Creates a connector that signs in with a credential, with the defaults of all options.
    pub fn new(credential: impl IntoCredential) -> Self {
        Self {
            credential: credential.into_credential(),
            transport: Arc::default(),
            throttle: Throttle::new(),
            retry: RetryConfig::default(),
            tenant_id: None,
            enable_cae: true,
            timeout: None,
            user_agent: None,
            limits: Limits::default(),
            places: HashMap::new(),
            variables: None,
        }
    }

    /// Creates a connector from the environment: the credential that [`Settings::from_env`]
    /// chooses, the certificate authorities of `DEFENDER_CA_FILE` in addition to the system's, and
    /// the base of each product from `DEFENDER_ENDPOINT_MDE`, `_MDCA`, `_XDR` and `_GRAPH`, if set.
    /// `defender sandbox up` prints these variables.
    ///
    /// ```no_run
    /// # fn main() -> auth_core::Result<()> {
    /// let connector = auth_core::Connector::from_env()?;
    /// // Each product's `Client::connect` takes it.
    /// # let _ = connector;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] if the settings choose no credential,
    /// [`ErrorKind::Configuration`] if one is invalid or its file cannot be read. The message names
    /// the variable.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(&Variables::of_process())
    }

    /// The same with other variables.
    ///
    /// # Errors
    /// As [`from_env`](Self::from_env).
    pub fn from_variables(variables: &Variables) -> Result<Self> {
        let mut settings = Settings::from_variables(variables)?;
        settings.transport = variables
            .get(CA_FILE)
            .map(|path| trusting(&path))
            .transpose()?;
        let mut connector = Self::new(settings.credential()?);
        if let Some(transport) = settings.transport {
            connector = connector.with_transport(transport);
        }
        connector.variables = Some(variables.clone());
        Ok(connector)
    }

    /// Sets the base URL of a product instead of its cloud's: a regional host, a proxy, an
    /// emulator. Scope and audiences of the token stay those of the cloud.
    ///
    /// Names are `mde`, `xdr`, `graph` and `mdca`. For `mdca` the base is the address of the
    /// tenant's portal.
    ///
    /// ```
    /// use auth_core::http_core::Url;
    /// use auth_core::{Connector, ManagedIdentity};
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let connector = Connector::new(ManagedIdentity::new())
    ///     .with_base("mde", Url::parse("https://eu.api.security.microsoft.com")?);
    /// # let _ = connector;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn with_base(mut self, product: impl Into<String>, base: Url) -> Self {
        self.places.insert(product.into(), Place::Base(base));
        self
    }

    /// Sets base URL, scope, audiences and hosts of a product, in place of its cloud's.
    #[must_use]
    pub fn with_endpoint(mut self, product: impl Into<String>, endpoint: Endpoint) -> Self {
        self.places
            .insert(product.into(), Place::Endpoint(endpoint));
        self
    }

    /// Derives a connector for another tenant: a customer's, by GUID or domain. It shares
    /// credential, connections and rate limits with this one.
    ///
    /// ```
    /// use auth_core::{ClientSecret, Connector};
    /// # fn main() -> auth_core::Result<()> {
    /// let client_id = "11111111-2222-3333-4444-555555555555";
    /// let partner = ClientSecret::new("partner.onmicrosoft.com", client_id, "the-secret".into())?;
    /// let partner = Connector::new(partner);
    /// let contoso = partner.in_tenant("contoso.onmicrosoft.com")?;
    /// # let _ = contoso;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] if this is not a single tenant.
    pub fn in_tenant(&self, tenant_id: impl Into<String>) -> Result<Self> {
        let credential = InTenant::new(Arc::clone(&self.credential), tenant_id)?;
        let connector = self.clone().with_tenant(credential.tenant_id());
        Ok(Self {
            credential: Arc::new(credential),
            ..connector
        })
    }

    /// The base URL of a product, if [`with_base`](Self::with_base),
    /// [`with_endpoint`](Self::with_endpoint) or a variable names one.
    ///
    /// # Errors
    /// [`Usage`](http_core::ErrorKind::Usage) if the variable is not a URL.
    pub fn base(&self, product: &str) -> http_core::Result<Option<Url>> {
        match self.places.get(product) {
            Some(Place::Base(base)) => return Ok(Some(base.clone())),
            Some(Place::Endpoint(endpoint)) => return Ok(Some(endpoint.base.clone())),
            None => {}
        }
        let name = format!("DEFENDER_ENDPOINT_{}", product.to_ascii_uppercase());
        let variables = self.variables.as_ref();
        let Some(text) = variables.and_then(|variables| variables.get(&name)) else {
            return Ok(None);
        };
        let base = Url::parse(&text);
        base.map(Some).map_err(|error| {
            http_core::Error::usage(format!("{name}: invalid URL `{text}`: {error}"))
        })
    }

    /// The endpoint of a product: that of [`with_endpoint`](Self::with_endpoint), or the usual one
    /// with the [base](Self::base) that is set. `None` if there is neither. Each product's
    /// `Client::connect` calls this.
    ///
    /// # Errors
    /// As [`base`](Self::base).
    pub fn endpoint(
        &self,
        product: &str,
        usual: Option<Endpoint>,
    ) -> http_core::Result<Option<Endpoint>> {
        if let Some(Place::Endpoint(endpoint)) = self.places.get(product) {
            return Ok(Some(endpoint.clone()));
        }
        let base = self.base(product)?;
        Ok(usual.map(|usual| match base {
            Some(base) => Endpoint { base, ..usual },
            None => usual,
        }))
    }

    /// HTTP transport of all clients. Default: a [`ReqwestTransport`] created by the first
    /// [`connect`](Connector::connect). The credential has a transport of its own: give it the same
    /// one to share connections.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Arc::new(OnceLock::from(transport));
        self
    }

    /// Rate limits to share with other connectors, or [`Throttle::off`]. Default: limits of this
    /// connector and its clones.
    ///
    /// ```
    /// use auth_core::http_core::Throttle;
    /// use auth_core::{Connector, ManagedIdentity};
    ///
    /// let throttle = Throttle::default();
    /// let one = Connector::new(ManagedIdentity::new()).with_throttle(throttle.clone());
    /// let two = Connector::new(ManagedIdentity::new()).with_throttle(throttle);
    /// # let _ = (one, two);
    /// ```
    #[must_use]
    pub fn with_throttle(mut self, throttle: Throttle) -> Self {
        self.throttle = throttle;
        self
    }

    /// Retries of a call. With [`RetryConfig::never`] token requests are not retried either.
    /// Default: [`RetryConfig::default`].
    ///
    /// ```
    /// use auth_core::http_core::RetryConfig;
    /// use auth_core::{Connector, ManagedIdentity};
    /// let connector = Connector::new(ManagedIdentity::new()).with_retry(RetryConfig::never());
    /// # let _ = connector;
    /// ```
    #[must_use]
    pub fn with_retry(mut self, retry: RetryConfig) -> Self {
        self.retry = retry;
        self
    }

    /// The tenant to work in, by GUID or domain. Default: the credential's own. A token whose `tid`
    /// is another tenant is not sent. Unlike [`in_tenant`](Self::in_tenant) this does not check the
    /// tenant.
    #[must_use]
    pub fn with_tenant(mut self, tenant_id: impl Into<String>) -> Self {
        self.tenant_id = Some(tenant_id.into());
        self
    }

    /// Requests tokens without continuous access evaluation, as [`Bearer::without_cae`] does: they
    /// live for about an hour, so a newly granted permission takes effect in the next one.
    #[must_use]
    pub fn without_cae(mut self) -> Self {
        self.enable_cae = false;
        self
    }

    /// Time to wait for each response.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Product and version to name in `User-Agent`.
    #[must_use]
    pub fn with_user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Limits for the size of responses.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The credential, shared by all clients.
    pub fn credential(&self) -> &Arc<dyn TokenCredential> {
        &self.credential
    }

    /// The rate limits.
    pub fn throttle(&self) -> &Throttle {
        &self.throttle
    }

    /// The tenant to work in, if set.
    pub fn tenant(&self) -> Option<&str> {
        self.tenant_id.as_deref()
    }

    /// Creates a client for an endpoint. Nothing is sent, and no token is requested.
    ///
    /// Product crates call this; use it for an API that no crate covers.
    ///
    /// ```
    /// use auth_core::http_core::Url;
    /// use auth_core::{Connector, Endpoint, ManagedIdentity};
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let base = Url::parse("https://api.contoso.example/v1/")?;
    /// let endpoint = Endpoint::new(base, "https://api.contoso.example/.default");
    /// let client = Connector::new(ManagedIdentity::new()).connect(&endpoint)?;
    /// # let _ = client;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Usage`](http_core::ErrorKind::Usage) for a base that is neither `https` nor `http` to this
    /// machine, an invalid user agent, or a failing TLS setup.
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
            .wording(endpoint.wording)
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

    /// The application and tenant whose rate limits the calls consume.
    fn caller(&self) -> Caller {
        let mut caller = self.credential.caller().unwrap_or_else(|| {
            // Without a known application, the credential's address identifies it: clones of a
            // connector share it.
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

    /// The shared transport, created on first use.
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

    #[test]
    fn a_base_moves_the_product_and_keeps_its_scope() {
        let url = |text| http_core::Url::parse(text).unwrap();
        let usual = || {
            Some(Endpoint::new(
                url("https://api.example"),
                "https://api.example/.default",
            ))
        };
        let connector = application(CLIENT).with_base("mde", url("http://127.0.0.1:1"));
        let moved = connector.endpoint("mde", usual()).unwrap().unwrap();
        assert_eq!(moved.base, url("http://127.0.0.1:1"));
        assert_eq!(moved.scope, "https://api.example/.default");
        assert_eq!(connector.endpoint("xdr", usual()).unwrap(), usual());
        assert_eq!(connector.endpoint("mde", None).unwrap(), None);
        let whole = Endpoint::new(url("https://own.example"), "own/.default");
        let connector = connector.with_endpoint("mde", whole.clone());
        assert_eq!(connector.endpoint("mde", usual()).unwrap(), Some(whole));
    }

    #[test]
    fn the_variables_of_the_emulator_make_a_connector() {
        let variables = [
            ("AZURE_TENANT_ID", TENANT),
            ("AZURE_CLIENT_ID", CLIENT),
            ("AZURE_CLIENT_SECRET", "s3cret"),
            ("DEFENDER_ENDPOINT_LOGIN", "http://127.0.0.1:1"),
            ("DEFENDER_ENDPOINT_MDE", "http://127.0.0.1:2"),
            ("DEFENDER_ENDPOINT_XDR", "no address"),
        ];
        let connector = Connector::from_variables(&Variables::of(variables)).unwrap();
        let base = connector.base("mde").unwrap().unwrap();
        assert_eq!(base.as_str(), "http://127.0.0.1:2/");
        assert_eq!(connector.base("graph").unwrap(), None);
        let error = connector.base("xdr").unwrap_err();
        assert!(
            error.message().starts_with("DEFENDER_ENDPOINT_XDR: "),
            "{error}"
        );
        let missing = Variables::of([(CA_FILE, "/nowhere/ca.pem")]);
        let error = Connector::from_variables(&missing).unwrap_err();
        assert!(error.message().starts_with("DEFENDER_CA_FILE: "), "{error}");
    }

    #[test]
    fn customers_share_connections_and_have_budgets_of_their_own() {
        let partner = application(CLIENT);
        let customer = partner.in_tenant("contoso.example").unwrap();
        let (one, other) = (partner.transport().unwrap(), customer.transport().unwrap());
        assert!(Arc::ptr_eq(&one, &other));
        assert_eq!(customer.tenant(), Some("contoso.example"));
        assert_ne!(partner.caller(), customer.caller());
        assert!(partner.in_tenant("organizations").is_err());
    }
}
