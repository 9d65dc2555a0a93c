//! The client of Defender for Cloud Apps, for the portal of a tenant and for Microsoft Graph.
//!
//! The product has two APIs. Most operations are at the tenant's own portal, whose address cannot be looked up and must
//! be configured; Cloud Discovery is also offered by Microsoft Graph. One client serves both, each with its own token.

use auth_core::{Cloud, Connector, Endpoint, IntoCredential};
use http_core::{Error, Result, Url};

use crate::generated::services;
use crate::wording::{GRAPH, PORTAL};

/// Names of the host families of this crate's operations: the tenant's portal and Microsoft Graph.
pub const HOSTS: &[&str] = &["mdca_portal", "graph"];

/// The scope that opens the portal's API for an application, in every cloud.
///
/// Source: CloudAppSecurityDocs, `api-authentication-application.md`.
pub const SCOPE: &str = "05a65629-4c1b-48c1-a78b-804c4abdd4af/.default";

/// The form of the portal's address. `{tenant}` is the tenant's name and data center, such as `contoso.us2`.
pub const PORTAL_ADDRESS: &str = "https://{tenant}.portal.cloudappsecurity.com";

/// The endpoint of a tenant's portal, such as `https://contoso.us2.portal.cloudappsecurity.com`.
///
/// The portal shows the address under Settings, Cloud Apps, About. No operation returns it, so it has to be configured.
///
/// ```
/// use mdca_api::http_core::Url;
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let portal = mdca_api::portal(Url::parse("https://contoso.us2.portal.cloudappsecurity.com")?);
/// assert_eq!(portal.scope, mdca_api::SCOPE);
/// # Ok(())
/// # }
/// ```
pub fn portal(url: Url) -> Endpoint {
    Endpoint::new(url, SCOPE)
        .with_wording(PORTAL)
        .with_permissions(services::MDCA_PORTAL.permissions)
}

/// The base URL, scope and audiences of a host family in a cloud. `None` for the portal, whose address belongs to the
/// tenant, and where the service is not offered: Cloud Discovery through Graph is documented for the commercial cloud
/// only.
///
/// ```
/// use mdca_api::auth_core::Cloud;
///
/// assert!(mdca_api::endpoint("graph", Cloud::Worldwide).is_some());
/// assert!(mdca_api::endpoint("mdca_portal", Cloud::Worldwide).is_none());
/// ```
pub fn endpoint(host: &str, cloud: Cloud) -> Option<Endpoint> {
    match (host, cloud) {
        ("graph", Cloud::Worldwide | Cloud::Gcc) => {
            let endpoint = services::GRAPH.endpoint(cloud)?;
            Some(endpoint.with_wording(GRAPH))
        }
        _ => None,
    }
}

/// A client of Defender for Cloud Apps. Clones are cheap and share connections, tokens and rate limits.
///
/// Each group of operations has a method of its name, such as [`Client::alerts`].
#[derive(Clone, Debug)]
pub struct Client {
    portal: http_core::Client,
    graph: http_core::Client,
}

impl Client {
    /// A client of a tenant of the commercial cloud, by the address of its portal.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) for an address that is not https, or if the TLS set-up fails.
    pub fn new(credential: impl IntoCredential, portal_url: Url) -> Result<Self> {
        let connector = Connector::new(credential).with_base("mdca", portal_url);
        Self::connect(&connector, Cloud::Worldwide)
    }

    /// A client of a cloud, with the connector's transport, rate limits and tenant. [`Connector::with_base`] sets the
    /// address of the tenant's portal, by the name `mdca`, and that of Microsoft Graph, if it is not the cloud's, by
    /// the name `graph`.
    ///
    /// ```
    /// use mdca_api::auth_core::{Cloud, Connector, StaticToken};
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let portal = "https://contoso.us2.portal.cloudappsecurity.com".parse()?;
    /// // The legacy API token, which the file operations take.
    /// let token = StaticToken::with_scheme("Token", "the-token".into())?;
    /// let connector = Connector::new(token).with_base("mdca", portal);
    /// let client = mdca_api::Client::connect(&connector, Cloud::Worldwide)?;
    /// # let _ = client;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) without the address of the portal, for an address that is not
    /// https, if the cloud does not offer Microsoft Graph for Cloud Discovery, or if the TLS set-up fails.
    pub fn connect(connector: &Connector, cloud: Cloud) -> Result<Self> {
        let own = connector.base("mdca")?.map(portal);
        let portal = connector.endpoint("mdca", own)?.ok_or_else(|| {
            Error::usage("the address of the tenant's portal is not set")
                .with_hint("give it with `Connector::with_base(\"mdca\", url)`; the portal shows it under Settings, Cloud Apps, About")
        })?;
        let graph = connector.endpoint("graph", endpoint("graph", cloud))?;
        let graph = graph.ok_or_else(|| {
            Error::usage(format!(
                "Microsoft Graph for Cloud Discovery is not offered in {cloud}"
            ))
        })?;
        Ok(Self {
            portal: connector.connect(&portal)?,
            graph: connector.connect(&graph)?,
        })
    }

    /// A client over pipelines that the caller has set up: their credentials, transports and limits are used as they
    /// are.
    pub fn with_pipelines(portal: http_core::Client, graph: http_core::Client) -> Self {
        Self { portal, graph }
    }

    pub(crate) fn host(&self, name: &str) -> &http_core::Client {
        if name == "graph" {
            &self.graph
        } else {
            &self.portal
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_portal_takes_tokens_for_the_bare_application_id() {
        let url = Url::parse("https://contoso.us2.portal.cloudappsecurity.com").unwrap();
        let endpoint = portal(url);
        assert_eq!(endpoint.audiences, ["05a65629-4c1b-48c1-a78b-804c4abdd4af"]);
    }

    #[test]
    fn the_portal_of_a_tenant_is_never_guessed() {
        for cloud in Cloud::ALL {
            assert!(endpoint("mdca_portal", *cloud).is_none());
        }
    }
}
