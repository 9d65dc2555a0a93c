//! `graph.identity_settings.get_auto_auditing`: Get the automatic audit configuration.

use http_core::{AnswerKind, Client, Header, Operation, Request, Result};

use crate::graph::identity_settings::AutoAuditingConfiguration;

/// `graph.identity_settings.get_auto_auditing`: Get the automatic audit configuration.
pub static GET_AUTO_AUDITING: Operation = Operation::get(
    "graph.identity_settings.get_auto_auditing",
    "/v1.0/security/identities/settings/autoAuditingConfiguration",
)
.host("graph")
.summary("Get the automatic audit configuration")
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["SecurityIdentitiesAutoConfig.Read.All"],
    &["SecurityIdentitiesAutoConfig.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Get the automatic audit configuration.
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
        let request = Request::new(&GET_AUTO_AUDITING);
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

http_core::call_options!(GetIdentitySettingAutoAuditing);
