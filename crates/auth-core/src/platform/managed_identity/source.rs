//! The managed identity endpoint of the platform, and the form of its requests.
//!
//! | kind | version | authenticated by |
//! | --- | --- | --- |
//! | metadata service | `2018-02-01` | `Metadata: true` |
//! | App Service | `2019-08-01`, `2025-03-30` with revocation | `X-Identity-Header` |
//! | Service Fabric | `2019-07-01-preview` | `Secret`, pinned certificate |
//! | Azure Arc | `2020-06-01` | `Metadata: true`, then a key file |
//! | Azure Machine Learning | `2017-09-01` | `Secret` |
//! | Cloud Shell | none, a form | `Metadata: true` |

use std::path::Path;
use std::sync::Arc;

use http::{HeaderName, HeaderValue};
use http_core::{Bytes, ReqwestTransport, Transport};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::error::{Error, ErrorKind, Result};
use crate::random::sha256;
use crate::text::scrub;
use crate::token::access_token::AccessToken;
use crate::token::connections::Connections;
use crate::variables::Variables;

/// The link-local address of the instance metadata service.
const METADATA: &str = "http://169.254.169.254";
const METADATA_PATH: &str = "/metadata/identity/oauth2/token";
/// The default address of the Azure Arc agent.
const ARC: &str = "http://127.0.0.1:40342/metadata/identity/oauth2/token";
/// The agent's program. If it exists, the server is managed by Azure Arc even without variables.
const ARC_AGENT: &str = if cfg!(windows) {
    r"C:\Program Files\AzureConnectedMachineAgent\himds.exe"
} else {
    "/opt/azcmagent/bin/himds"
};

/// Which of a resource's identities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Identity {
    /// System-assigned.
    System,
    ClientId(String),
    ObjectId(String),
    ResourceId(String),
}

/// The kinds of endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Metadata,
    AppService,
    ServiceFabric,
    Arc,
    MachineLearning,
    CloudShell,
}

/// An endpoint.
pub(super) struct Source {
    kind: Kind,
    address: Url,
    /// Header with which the platform authenticates this program.
    secret: Option<(HeaderName, SecretString)>,
    /// Thumbprint of the self-signed certificate to trust.
    thumbprint: Option<String>,
    may_be_absent: bool,
}

/// A request for a token.
pub(super) struct Ask {
    /// The API as a resource: the scope without `/.default`.
    pub(super) resource: String,
    /// Which identity's token.
    pub(super) identity: Identity,
    /// Requests a token that the API may revoke (continuous access evaluation).
    pub(super) revocation: Option<Revocation>,
}

/// Parameters for revocable tokens.
pub(super) struct Revocation {
    /// SHA-256 of the refused token in hexadecimal digits: the platform skips it in its cache.
    pub(super) refused: Option<String>,
}

impl Revocation {
    /// Names the refused token, if there is one.
    pub(super) fn new(refused: Option<&AccessToken>) -> Self {
        let hash = |token: &AccessToken| {
            let hash = sha256(token.secret().expose_secret().as_bytes());
            hash.iter().map(|byte| format!("{byte:02x}")).collect()
        };
        Self {
            refused: refused.map(hash),
        }
    }
}

impl Source {
    /// Detects the endpoint by the environment.
    pub(super) fn find(variables: &Variables) -> Result<Self> {
        let get = |name| variables.get(name);
        let header = get("IDENTITY_HEADER");
        let of = |kind, address: String| Self::new(kind, &address);
        match (get("IDENTITY_ENDPOINT"), header, get("MSI_ENDPOINT")) {
            (Some(address), Some(secret), _) => match get("IDENTITY_SERVER_THUMBPRINT") {
                Some(thumbprint) => Self::service_fabric(&address, secret, thumbprint),
                None => Ok(of(Kind::AppService, address)?.with_secret("x-identity-header", secret)),
            },
            (Some(address), None, _) if get("IMDS_ENDPOINT").is_some() => of(Kind::Arc, address),
            (_, _, Some(address)) => match get("MSI_SECRET") {
                Some(secret) => {
                    Ok(of(Kind::MachineLearning, address)?.with_secret("secret", secret))
                }
                None => of(Kind::CloudShell, address),
            },
            _ if Path::new(ARC_AGENT).exists() => Self::new(Kind::Arc, ARC),
            _ => match get("AZURE_POD_IDENTITY_AUTHORITY_HOST") {
                Some(host) => Self::metadata(&address(&host)?),
                None => Ok(Self {
                    may_be_absent: true,
                    ..Self::metadata(&address(METADATA)?)?
                }),
            },
        }
    }

    /// The instance metadata service at an address.
    pub(super) fn metadata(base: &Url) -> Result<Self> {
        let base = base.as_str().trim_end_matches('/');
        Self::new(Kind::Metadata, &format!("{base}{METADATA_PATH}"))
    }

    /// An endpoint at an address, without a secret.
    fn new(kind: Kind, text: &str) -> Result<Self> {
        Ok(Self {
            kind,
            address: address(text)?,
            secret: None,
            thumbprint: None,
            may_be_absent: false,
        })
    }

    /// Service Fabric's endpoint, which must be `https` because its certificate is pinned.
    fn service_fabric(address: &str, secret: String, thumbprint: String) -> Result<Self> {
        let found = Self::new(Kind::ServiceFabric, address)?;
        if found.address.scheme() != "https" {
            return Err(Error::new(
                ErrorKind::Configuration,
                "Service Fabric's identity endpoint is not https",
            )
            .with_hint("check IDENTITY_ENDPOINT"));
        }
        Ok(Self {
            thumbprint: Some(thumbprint),
            ..found.with_secret("secret", secret)
        })
    }

    /// The transport: the caller's, else one without a proxy, with a pinned certificate if there is
    /// a thumbprint.
    pub(super) fn transport(&self, connections: &Connections) -> Result<Arc<dyn Transport>> {
        let made = match (connections.given(), &self.thumbprint) {
            // Created for each request, a few times a day: the platform may have changed the
            // certificate.
            (None, Some(thumbprint)) => {
                ReqwestTransport::pinned(thumbprint).map(|made| Arc::new(made) as _)
            }
            _ => connections.get_or(ReqwestTransport::direct),
        };
        made.map_err(|error| {
            Error::new(ErrorKind::Configuration, error.message().to_owned()).with_source(error)
        })
    }

    fn with_secret(mut self, name: &'static str, secret: String) -> Self {
        self.secret = Some((HeaderName::from_static(name), secret.into()));
        self
    }

    /// The first line of a text, without the secret of the endpoint.
    pub(super) fn shown(&self, text: &str) -> String {
        let secret = self.secret.as_ref();
        let secret = secret.map_or("", |(_, secret)| secret.expose_secret());
        scrub::first_line(text, &[secret])
    }

    pub(super) fn kind(&self) -> Kind {
        self.kind
    }

    pub(super) fn address(&self) -> &Url {
        &self.address
    }

    /// Whether only a request can tell if the endpoint exists.
    pub(super) fn may_be_absent(&self) -> bool {
        self.may_be_absent
    }

    /// Whether the endpoint supports revocable tokens.
    pub(super) fn can_revoke(&self) -> bool {
        matches!(self.kind, Kind::AppService | Kind::ServiceFabric)
    }

    /// Name for messages.
    pub(super) fn name(&self) -> &'static str {
        match self.kind {
            Kind::Metadata => "the instance metadata service",
            Kind::AppService => "App Service's identity endpoint",
            Kind::ServiceFabric => "Service Fabric's identity endpoint",
            Kind::Arc => "the Azure Arc agent",
            Kind::MachineLearning => "Azure Machine Learning's identity endpoint",
            Kind::CloudShell => "Cloud Shell",
        }
    }

    /// Checks that this endpoint can select the identity.
    pub(super) fn check(&self, identity: &Identity) -> Result<()> {
        if *identity == Identity::System || self.selector(identity).is_some() {
            return Ok(());
        }
        let message = format!("{} cannot be asked for this identity", self.name());
        Err(Error::new(ErrorKind::Configuration, message).with_hint(
            "use the system-assigned identity, or name it by its client id where possible",
        ))
    }

    /// The query parameter that selects a user-assigned identity.
    fn selector<'a>(&self, identity: &'a Identity) -> Option<(&'static str, &'a str)> {
        Some(match (self.kind, identity) {
            (Kind::Metadata | Kind::AppService, Identity::ClientId(id)) => ("client_id", id),
            (Kind::MachineLearning, Identity::ClientId(id)) => ("clientid", id),
            (Kind::Metadata, Identity::ObjectId(id)) => ("object_id", id),
            (Kind::AppService, Identity::ObjectId(id)) => ("principal_id", id),
            (Kind::Metadata, Identity::ResourceId(id)) => ("msi_res_id", id),
            (Kind::AppService, Identity::ResourceId(id)) => ("mi_res_id", id),
            _ => return None,
        })
    }

    /// Builds the request in this endpoint's form.
    pub(super) fn request(&self, ask: &Ask) -> Result<http::Request<Bytes>> {
        let version = match self.kind {
            Kind::Metadata => "2018-02-01",
            Kind::AppService if ask.revocation.is_some() => "2025-03-30",
            Kind::AppService => "2019-08-01",
            Kind::ServiceFabric => "2019-07-01-preview",
            Kind::Arc => "2020-06-01",
            Kind::MachineLearning => "2017-09-01",
            Kind::CloudShell => return self.form(ask),
        };
        let mut address = self.address.clone();
        address
            .query_pairs_mut()
            .append_pair("api-version", version)
            .append_pair("resource", &ask.resource)
            .extend_pairs(self.selector(&ask.identity));
        if let Some(revocation) = &ask.revocation {
            let refused = revocation.refused.as_deref();
            address
                .query_pairs_mut()
                .append_pair("xms_cc", "cp1")
                .extend_pairs(refused.map(|hash| ("token_sha256_to_refresh", hash)));
        }
        let request = http::Request::get(address.as_str());
        self.finish(request, Bytes::new())
    }

    /// Cloud Shell takes a form instead of a query.
    fn form(&self, ask: &Ask) -> Result<http::Request<Bytes>> {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        let form = form.append_pair("resource", &ask.resource).finish();
        let request = http::Request::post(self.address.as_str());
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.finish(request, form.into())
    }

    /// Adds the header that authenticates the request.
    fn finish(&self, request: http::request::Builder, body: Bytes) -> Result<http::Request<Bytes>> {
        let unusable = |_| {
            Error::new(
                ErrorKind::Configuration,
                format!("{} cannot be asked", self.name()),
            )
        };
        let mut request = request.body(body).map_err(unusable)?;
        let headers = request.headers_mut();
        match &self.secret {
            Some((name, secret)) => {
                let mut value = HeaderValue::try_from(secret.expose_secret())
                    .map_err(|error| unusable(error.into()))?;
                value.set_sensitive(true);
                headers.insert(name, value);
            }
            None => {
                headers.insert("metadata", HeaderValue::from_static("true"));
            }
        }
        Ok(request)
    }
}

/// Parses an address of the environment.
fn address(text: &str) -> Result<Url> {
    let is_usable = |url: &Url| matches!(url.scheme(), "http" | "https") && url.has_host();
    Url::parse(text).ok().filter(is_usable).ok_or_else(|| {
        Error::new(
            ErrorKind::Configuration,
            "the environment names no valid address for managed identities",
        )
        .with_hint("check IDENTITY_ENDPOINT, MSI_ENDPOINT and AZURE_POD_IDENTITY_AUTHORITY_HOST")
    })
}
