//! Everything the clients of one tenant have in common.

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

/// Names a file with the certificates of further authorities, PEM or DER.
const CA_FILE: &str = "DEFENDER_CA_FILE";

/// A transport that also trusts the authorities of a file.
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

/// Credential, transport, budgets and habits of one tenant, given once and shared by the clients of all products.
///
/// The services count calls per application and tenant: clients made by one connector, or by clones of it, share its
/// connections, and share budgets where they call as the same application in the same tenant. A
/// [`Throttle`] given to several connectors keeps apart those of different applications or tenants; a credential that
/// does not know its application has budgets of its own.
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
    /// Clones share what one of them makes.
    transport: Arc<OnceLock<Arc<dyn Transport>>>,
    throttle: Throttle,
    retry: RetryConfig,
    tenant_id: Option<String>,
    enable_cae: bool,
    timeout: Option<Duration>,
    user_agent: Option<String>,
    limits: Limits,
    places: HashMap<String, Place>,
    /// Names the base of a product that has no place.
    variables: Option<Variables>,
}

/// Where a product is reached instead of at its cloud's own endpoint.
#[derive(Clone, Debug)]
enum Place {
    Base(Url),
    Endpoint(Endpoint),
}

impl Connector {
    /// A connector that signs in with a credential.
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

    /// A connector from the environment of this process: the credential that [`Settings::from_env`] chooses, the
    /// authorities of `DEFENDER_CA_FILE` in addition to the system's, and the base of each product from
    /// `DEFENDER_ENDPOINT_MDE`, `_MDCA`, `_XDR` and `_GRAPH` where it is set. These are the variables that
    /// `defender sandbox up` prints.
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
    /// [`ErrorKind::Unavailable`] if the settings choose no credential, [`ErrorKind::Configuration`] if one is invalid
    /// or its file cannot be read. The message names the variable.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(&Variables::of_process())
    }

    /// The same from other variables.
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

    /// The base URL of a product, in place of its cloud's: a regional host, a proxy, an emulator. The token's scope stays
    /// that of the cloud. Names are `mde`, `xdr`, `graph` and `mdca`; for `mdca` it is the address of the tenant's
    /// portal.
    #[must_use]
    pub fn with_base(mut self, product: impl Into<String>, base: Url) -> Self {
        self.places.insert(product.into(), Place::Base(base));
        self
    }

    /// The same with scope, audiences and host names of next links.
    #[must_use]
    pub fn with_endpoint(mut self, product: impl Into<String>, endpoint: Endpoint) -> Self {
        self.places
            .insert(product.into(), Place::Endpoint(endpoint));
        self
    }

    /// A connector for another tenant: a customer's, by GUID or domain. It shares credential, connections and throttle
    /// with this one.
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

    /// The base URL of a product, if [`with_base`](Self::with_base), [`with_endpoint`](Self::with_endpoint) or the
    /// environment names one.
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

    /// Where a product is reached: as [`with_endpoint`](Self::with_endpoint) says, or at the usual endpoint with the
    /// [base](Self::base) that is named. `None` if there is neither. Each product's `Client::connect` asks this.
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

    /// HTTP transport of all clients. Default: a [`ReqwestTransport`] made at the first [`connect`](Connector::connect).
    /// Give the credential the same one to share connections with it.
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
