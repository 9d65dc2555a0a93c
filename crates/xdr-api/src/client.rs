//! The client of Defender XDR and Microsoft Graph security, and the addresses of both in each cloud.

use auth_core::{Cloud, Connector, Endpoint, IntoCredential};
use http_core::{Error, Result};

use crate::generated::services;
use crate::wording;

/// Names of the host families of this crate's operations: `xdr` is Defender XDR, `graph` is Microsoft Graph.
pub const HOSTS: &[&str] = &["xdr", "graph"];

/// The base URL, scope and audiences of a host family in a cloud. `None` if the cloud does not offer it. `host` is one
/// of [`HOSTS`].
///
/// ```
/// use auth_core::Cloud;
/// let graph = xdr_api::endpoint("graph", Cloud::GccHigh);
/// assert_eq!(graph.unwrap().base.as_str(), "https://graph.microsoft.us/");
/// assert!(xdr_api::endpoint("xdr", Cloud::China).is_none());
/// ```
///
/// Source: defender-docs, `api-supported.md` and `usgov.md`; microsoft-graph-docs, `deployments.md`.
pub fn endpoint(host: &str, cloud: Cloud) -> Option<Endpoint> {
    let (api, wording) = match host {
        "graph" => (services::GRAPH, wording::GRAPH),
        "xdr" => (services::XDR, wording::XDR),
        _ => return None,
    };
    let endpoint = api.endpoint(cloud)?;
    Some(endpoint.with_wording(wording))
}

/// A client of Defender XDR and Microsoft Graph security. Clones are cheap and share connections, tokens and rate
/// limits.
///
/// Each group of operations has a method of its name: [`Client::incidents`] for Defender XDR, [`Client::graph`] for the
/// groups of Microsoft Graph. Each of the two hosts gets its own token, requested before its first call, so a
/// credential without permissions for one of them can still call the other.
#[derive(Clone, Debug)]
pub struct Client {
    xdr: http_core::Client,
    graph: http_core::Client,
}

impl Client {
    /// A client of the commercial cloud. Nothing is sent, and no token is requested, before the first call.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the TLS set-up fails.
    pub fn new(credential: impl IntoCredential) -> Result<Self> {
        Self::connect(&Connector::new(credential), Cloud::Worldwide)
    }

    /// A client of a cloud, with the connector's transport, budgets and tenant. [`Connector::with_base`] replaces an
    /// address, such as by that of an emulator; the names are `xdr` and `graph`.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the cloud does not offer the services or the TLS set-up fails.
    pub fn connect(connector: &Connector, cloud: Cloud) -> Result<Self> {
        let of = |host| {
            let endpoint = connector.endpoint(host, endpoint(host, cloud))?;
            let endpoint = endpoint
                .ok_or_else(|| Error::usage(format!("{host} is not offered in {cloud}")))?;
            connector.connect(&endpoint)
        };
        Ok(Self {
            xdr: of("xdr")?,
            graph: of("graph")?,
        })
    }

    pub(crate) fn host(&self, name: &str) -> &http_core::Client {
        if name == "graph" {
            &self.graph
        } else {
            &self.xdr
        }
    }
}

impl crate::graph::Graph {
    /// The groups of Microsoft Graph over an existing client, for programs that use Graph alone or set up their own
    /// pipeline.
    pub fn over(client: &http_core::Client) -> Self {
        Self::new(client)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cloud_has_its_own_roots() {
        let host =
            |name, cloud| endpoint(name, cloud).and_then(|e| e.base.host_str().map(str::to_owned));
        assert_eq!(
            host("graph", Cloud::Gcc).as_deref(),
            Some("graph.microsoft.com")
        );
        assert_eq!(
            host("graph", Cloud::Dod).as_deref(),
            Some("dod-graph.microsoft.us")
        );
        assert_eq!(
            host("xdr", Cloud::Gcc).as_deref(),
            Some("api-gcc.security.microsoft.us")
        );
        assert_eq!(host("xdr", Cloud::China), None);
    }

    #[test]
    fn a_token_is_for_the_host_that_is_called() {
        let endpoint = endpoint("xdr", Cloud::Worldwide).unwrap();
        assert_eq!(
            endpoint.scope,
            "https://api.security.microsoft.com/.default"
        );
    }
}
