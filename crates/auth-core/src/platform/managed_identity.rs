//! The identity that Azure gives to a machine, an app or a server, without any secret.

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

/// Signs in as the managed identity of what this program runs on.
///
/// | on | by |
/// | --- | --- |
/// | virtual machines, scale sets, container instances | the instance metadata service |
/// | Service Fabric | `IDENTITY_ENDPOINT`, `IDENTITY_HEADER`, `IDENTITY_SERVER_THUMBPRINT` |
/// | App Service, Functions, Container Apps | `IDENTITY_ENDPOINT`, `IDENTITY_HEADER` |
/// | servers with Azure Arc | `IDENTITY_ENDPOINT`, `IMDS_ENDPOINT`, or the agent's default address |
/// | Azure Machine Learning | `MSI_ENDPOINT`, `MSI_SECRET` |
/// | Cloud Shell | `MSI_ENDPOINT`: it gives the token of the user |
///
/// The platform keeps a token until shortly before its end, for up to 24 hours: a permission that was granted since may
/// take that long to show, and asking again does not help. Only App Service and Service Fabric can be told to pass by a
/// token that an API has revoked (continuous access evaluation); elsewhere such a token may come back until it ends.
///
/// Service Fabric's endpoint has a certificate that nobody has signed. It is trusted by its thumbprint, which the platform
/// names, and no other certificate is; nothing is sent to an endpoint that shows another one.
///
/// ```
/// use auth_core::ManagedIdentity;
/// let of_the_machine = ManagedIdentity::new();
/// let of_its_own = ManagedIdentity::new().with_client_id("11111111-2222-3333-4444-555555555555");
/// # let _ = (of_the_machine, of_its_own);
/// ```
///
/// Sources: entra-docs, `how-to-use-vm-token.md`; azure-docs, `overview-managed-identity.md`,
/// `managed-identity-authentication.md`, `how-to-managed-identity-service-fabric-app-code.md`, `msi-authorization.md`.
#[derive(Clone)]
pub struct ManagedIdentity {
    identity: Identity,
    variables: Variables,
    metadata: Option<Url>,
    probe: Probe,
    connections: Connections,
    cache: Cache,
}

/// Whether there is a metadata service at all is found out first.
#[derive(Clone)]
struct Probe {
    is_wanted: bool,
    has_answered: Arc<AtomicBool>,
}

impl ManagedIdentity {
    /// The identity that the resource was given for itself. Nothing is sent; where to ask is read from the environment
    /// at every request, because platforms change it.
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

    /// A user-assigned identity, by its client id. Where the platform knows no such thing a request fails before
    /// anything is sent, so that no other identity's token comes back; the same holds for the other two ways to name it.
    #[must_use]
    pub fn with_client_id(mut self, client_id: impl Into<String>) -> Self {
        self.identity = Identity::ClientId(client_id.into());
        self
    }

    /// A user-assigned identity, by its object (principal) id.
    #[must_use]
    pub fn with_object_id(mut self, object_id: impl Into<String>) -> Self {
        self.identity = Identity::ObjectId(object_id.into());
        self
    }

    /// A user-assigned identity, by its Azure resource id (`/subscriptions/…`).
    #[must_use]
    pub fn with_resource_id(mut self, resource_id: impl Into<String>) -> Self {
        self.identity = Identity::ResourceId(resource_id.into());
        self
    }

    /// Gives up within a second where there is no metadata service, as a chain of credentials wants it.
    #[must_use]
    pub fn with_probe(mut self) -> Self {
        self.probe.is_wanted = true;
        self
    }

    /// Another address of the instance metadata service, for emulators. The environment does not count then.
    #[must_use]
    pub fn with_metadata_service(mut self, address: Url) -> Self {
        self.metadata = Some(address);
        self
    }

    /// What sends the requests; one of the pipeline's own without a proxy, made at the first of them, unless told. On
    /// Service Fabric it has to know by itself which certificate to trust.
    #[must_use]
    pub fn with_transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.connections = Connections::of(transport);
        self
    }

    /// What stands for the environment.
    #[must_use]
    pub fn with_variables(mut self, variables: Variables) -> Self {
        self.variables = variables;
        self
    }

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
    async fn check(&self, source: &Source, attempts: &Attempts) -> Result<()> {
        let is_known = self.has_answered.load(Ordering::Relaxed);
        if self.is_wanted && source.may_be_absent() && !is_known {
            attempts.probe(source).await?;
            self.has_answered.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

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
        // It may be of before revocation.
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
