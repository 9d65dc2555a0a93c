//! `graph.threat_intelligence.host_component_get`: Get one host component.

use http_core::{Client, Id, Request, Result};

use crate::graph::threat_intelligence::HostComponent;

/// Get one host component.
///
/// Needs a Defender Threat Intelligence licence. Global cloud only.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_component_get("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostComponentGet {
    client: Client,
    request: Request,
}

impl HostComponentGet {
    pub(super) fn new(client: &Client, host_component_id: impl Into<Id<HostComponent>>) -> Self {
        let host_component_id: Id<HostComponent> = host_component_id.into();
        let request =
            Request::new(&super::HOST_COMPONENT_GET).set("host_component_id", host_component_id);
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
    pub async fn send(self) -> Result<HostComponent> {
        self.client.send(self.request).await
    }
}
