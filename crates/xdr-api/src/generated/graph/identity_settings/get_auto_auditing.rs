//! `graph.identity_settings.get_auto_auditing`: Get automatic audit configuration.

use http_core::{Client, Request, Result};

use crate::graph::identity_settings::AutoAuditingConfiguration;

/// Get automatic audit configuration.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().identity_settings().get_auto_auditing().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetIdentitySettingAutoAuditing {
    client: Client,
    request: Request,
}

impl GetIdentitySettingAutoAuditing {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&super::GET_AUTO_AUDITING);
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
    pub async fn send(self) -> Result<AutoAuditingConfiguration> {
        self.client.send(self.request).await
    }
}
