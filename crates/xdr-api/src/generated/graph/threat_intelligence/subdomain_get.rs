//! `graph.threat_intelligence.subdomain_get`: Get one subdomain.

use http_core::{Client, Id, Request, Result};

use crate::graph::threat_intelligence::Subdomain;

/// Get one subdomain.
///
/// Needs a Defender Threat Intelligence licence. Global cloud only.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().subdomain_get("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SubdomainGet {
    client: Client,
    request: Request,
}

impl SubdomainGet {
    pub(super) fn new(client: &Client, subdomain_id: impl Into<Id<Subdomain>>) -> Self {
        let subdomain_id: Id<Subdomain> = subdomain_id.into();
        let request = Request::new(&super::SUBDOMAIN_GET).set("subdomain_id", subdomain_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Subdomain> {
        self.client.send(self.request).await
    }
}
