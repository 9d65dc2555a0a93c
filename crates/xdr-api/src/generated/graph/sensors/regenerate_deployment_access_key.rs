//! `graph.sensors.regenerate_deployment_access_key`: Make a new sensor installation key.

use http_core::{Client, Request, Result};

use crate::graph::sensors::DeploymentAccessKeyType;

/// Make a new sensor installation key.
///
/// No body. The old key stops working.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensors().regenerate_deployment_access_key().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct RegenerateDeploymentAccessKey {
    client: Client,
    request: Request,
}

impl RegenerateDeploymentAccessKey {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&super::REGENERATE_DEPLOYMENT_ACCESS_KEY);
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
    pub async fn send(self) -> Result<DeploymentAccessKeyType> {
        self.client.send(self.request).await
    }
}
