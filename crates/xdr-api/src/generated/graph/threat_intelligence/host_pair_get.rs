//! `graph.threat_intelligence.host_pair_get`: Get one host pair.

use http_core::{Client, Id, Request, Result};

use crate::graph::threat_intelligence::HostPair;

/// Get one host pair.
///
/// Needs a Defender Threat Intelligence licence. Global cloud only.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_pair_get("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostPairGet {
    client: Client,
    request: Request,
}

impl HostPairGet {
    pub(super) fn new(client: &Client, host_pair_id: impl Into<Id<HostPair>>) -> Self {
        let host_pair_id: Id<HostPair> = host_pair_id.into();
        let request = Request::new(&super::HOST_PAIR_GET).set("host_pair_id", host_pair_id);
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
    pub async fn send(self) -> Result<HostPair> {
        self.client.send(self.request).await
    }
}
