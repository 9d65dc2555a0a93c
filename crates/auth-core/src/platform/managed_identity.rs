//! Managed identities: Azure vouches for a machine, an app or a server, without a secret.

mod answer;
mod attempt;
mod key_file;
mod source;

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use futures_util::FutureExt;
use http::StatusCode;
use http_core::Transport;
use url::Url;

use self::attempt::Attempts;
use self::source::{Identity, Source};
use crate::app::client_credentials::only_default;
use crate::error::Result;
use crate::token::access_token::AccessToken;
use crate::token::application::Application;
use crate::token::cache::{Cache, Key};
use crate::token::connections::Connections;
use crate::token::credential::{TokenCredential, TokenRequestOptions};
use crate::token::endpoint::Issued;
use crate::token::scope::resource;
use crate::variables::Variables;

/// Signs in as the managed identity of the Azure resource that this program runs on.
///
/// | platform | detected by |
/// | --- | --- |
/// | virtual machines, scale sets, container instances | the instance metadata service answers |
/// | Service Fabric | `IDENTITY_ENDPOINT`, `IDENTITY_HEADER`, `IDENTITY_SERVER_THUMBPRINT` |
/// | App Service, Functions, Container Apps | `IDENTITY_ENDPOINT`, `IDENTITY_HEADER` |
/// | servers with Azure Arc | `IDENTITY_ENDPOINT`, `IMDS_ENDPOINT`, or the agent's program file |
/// | Azure Machine Learning | `MSI_ENDPOINT`, `MSI_SECRET` |
/// | Cloud Shell | `MSI_ENDPOINT`; the token is the user's |
///
/// On a virtual machine the request is
///
/// ```text
/// GET http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=<API>
/// Metadata: true
/// ```
///
/// The platform caches a token until shortly before it expires, for up to 24 hours: a newly granted
/// permission may take that long to appear, and requesting again does not help. Only App Service
/// and Service Fabric can be told to skip a token that an API has revoked (continuous access
/// evaluation); other platforms may return it until it expires.
///
/// By default requests do not go through a proxy. Service Fabric's endpoint has a self-signed certificate,
/// which is pinned by the thumbprint that the platform names.
///
/// ```
/// use auth_core::ManagedIdentity;
/// let of_the_machine = ManagedIdentity::new();
/// let of_its_own = ManagedIdentity::new().with_client_id("11111111-2222-3333-4444-555555555555");
/// # let _ = (of_the_machine, of_its_own);
/// ```
///
/// # Errors
/// `get_token` returns
///
/// - `Unavailable` if there is no metadata service, or no identity is assigned to the resource;
/// - `Configuration` if the platform does not support the kind of identity, or the process may not
///   read the key of the Azure Arc agent;
/// - `InvalidScope` if the platform does not know the API, `Throttled` after too many requests of
///   the machine, `Service` while the platform is updated.
///
/// Sources: entra-docs, `how-to-use-vm-token.md`; azure-docs, `overview-managed-identity.md`,
/// `managed-identity-authentication.md`, `how-to-managed-identity-service-fabric-app-code.md`,
/// `msi-authorization.md`.
#[derive(Clone)]
pub struct ManagedIdentity {
    identity: Identity,
    variables: Variables,
    metadata: Option<Url>,
    probe: Probe,
    connections: Connections,
    cache: Cache,
}

/// How to find out whether there is a metadata service at all.
#[derive(Clone)]
struct Probe {
    is_wanted: bool,
    has_answered: Arc<AtomicBool>,
}

impl ManagedIdentity {
    /// The system-assigned identity. Nothing is sent yet. The environment is read at every request,
    /// because platforms change it.
    pub fn new() -> Self {
        Self {
            identity: Identity::System,
            variables: Variables::of_process(),
            metadata: None,
            probe: Probe {
                is_wanted: false,
                has_answered: Arc::default(),
            },
            connections: Connections::default(),
            cache: Cache::default(),
        }
    }

    /// A user-assigned identity, by client id. On a platform that cannot select identities a
    /// request fails before anything is sent, so that it never returns the token of another
    /// identity. This also holds for [`with_object_id`](Self::with_object_id) and
    /// [`with_resource_id`](Self::with_resource_id).
    #[must_use]
    pub fn with_client_id(mut self, client_id: impl Into<String>) -> Self {
        self.identity = Identity::ClientId(client_id.into());
        self
    }

    /// A user-assigned identity, by object (principal) id. Supported by virtual machines and App
    /// Service.
    #[must_use]
    pub fn with_object_id(mut self, object_id: impl Into<String>) -> Self {
        self.identity = Identity::ObjectId(object_id.into());
        self
    }

    /// A user-assigned identity, by Azure resource id (`/subscriptions/…`). Supported by virtual
    /// machines and App Service.
    #[must_use]
    pub fn with_resource_id(mut self, resource_id: impl Into<String>) -> Self {
        self.identity = Identity::ResourceId(resource_id.into());
        self
    }

    /// Fails within a second where there is no metadata service, instead of after several attempts:
    /// for chains of credentials. Default: no.
    ///
    /// ```
    /// use auth_core::{AzureCli, Chain, ManagedIdentity};
    /// let credential = Chain::new()
    ///     .then("managed identity", ManagedIdentity::new().with_probe())
    ///     .then_developer("Azure CLI", AzureCli::new());
    /// # let _ = credential;
    /// ```
    #[must_use]
    pub fn with_probe(mut self) -> Self {
        self.probe.is_wanted = true;
        self
    }

    /// Uses the metadata service at another address, for emulators. The environment is then
    /// ignored.
    #[must_use]
    pub fn with_metadata_service(mut self, address: Url) -> Self {
        self.metadata = Some(address);
        self
    }

    /// HTTP transport for token requests. Default: a
    /// [`ReqwestTransport`](http_core::ReqwestTransport) created on first use, with the system's
    /// proxy and certificate authorities.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.connections = Connections::of(transport);
        self
    }

    /// Reads other variables instead of the process's.
    #[must_use]
    pub fn with_variables(mut self, variables: Variables) -> Self {
        self.variables = variables;
        self
    }

    /// Detects the endpoint and checks that it supports the chosen identity.
    fn source(&self) -> Result<Source> {
        match &self.metadata {
            Some(address) => Source::metadata(address),
            None => Source::find(&self.variables),
        }
    }
}

impl Default for ManagedIdentity {
    fn default() -> Self {
        Self::new()
    }
}

impl Probe {
    /// Probes the metadata service once, if it may be missing, and remembers that it is there.
    async fn check(&self, source: &Source, attempts: &Attempts) -> Result<()> {
        let is_known = self.has_answered.load(Ordering::Relaxed);
        if self.is_wanted && source.may_be_absent() && !is_known {
            attempts.probe(source).await?;
            self.has_answered.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// Requests a token, and skips a revoked one where the platform supports it.
async fn fetch(
    source: Source,
    probe: Probe,
    attempts: Attempts,
    ask: source::Ask,
) -> Result<Issued> {
    probe.check(&source, &attempts).await?;
    let asked = jiff::Timestamp::now();
    let mut answer = attempts.send(&source, &ask).await?;
    if ask.revocation.is_some() && answer.status == StatusCode::BAD_REQUEST {
        // The cached token may be older than the revocation.
        let plain = source::Ask {
            revocation: None,
            ..ask
        };
        answer = attempts.send(&source, &plain).await?;
    }
    answer::issued(&source, &answer, asked)
}

#[async_trait]
impl TokenCredential for ManagedIdentity {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let scope = only_default(scopes)?;
        let wanted = resource(scope).unwrap_or(scope).to_owned();
        let source = self.source()?;
        source.check(&self.identity)?;
        let who = Application {
            tenant_id: "".into(),
            client_id: format!("{:?}", self.identity).into(),
        };
        let mut key = Key::new(source.address(), &who, scopes);
        let mut revocation = None;
        if options.enable_cae && source.can_revoke() {
            key = key.with_options(options);
            let refused = options.claims.as_ref().and_then(|_| self.cache.held(&key));
            revocation = Some(source::Revocation::new(refused.as_deref()));
        }
        let once = options.once;
        let fetch = |_| {
            let probe = self.probe.clone();
            let connections = self.connections.clone();
            let identity = self.identity.clone();
            async move {
                let attempts = Attempts::new(source.transport(&connections)?, once);
                let ask = source::Ask {
                    resource: wanted.clone(),
                    identity,
                    revocation,
                };
                let outcome = fetch(source, probe, attempts, ask).await;
                outcome.map_err(|error| error.with_resource(wanted))
            }
            .boxed()
        };
        self.cache.get(key, options, fetch).await
    }
}

impl fmt::Debug for ManagedIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManagedIdentity")
            .field("identity", &self.identity)
            .finish_non_exhaustive()
    }
}
