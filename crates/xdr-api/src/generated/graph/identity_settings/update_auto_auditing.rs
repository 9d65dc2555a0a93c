//! `graph.identity_settings.update_auto_auditing`: Turn the automatic audit configuration on or
//! off.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, Request, Result, Target, Undo,
};

/// `graph.identity_settings.update_auto_auditing`: Turn the automatic audit configuration on or
/// off.
pub static UPDATE_AUTO_AUDITING: Operation = Operation::patch("graph.identity_settings.update_auto_auditing", "/v1.0/security/identities/settings/autoAuditingConfiguration").host("graph").summary("Turn the automatic audit configuration on or off").inputs(&[Param::body("isAutomatic").kind(Kind::Bool).required().help("Whether the service sets up auditing by itself."),
]).body(BodyKind::Json).idempotent().permissions(&["SecurityIdentitiesAutoConfig.ReadWrite.All"], &["SecurityIdentitiesAutoConfig.ReadWrite.All"]).target(&Target::new("", "graph.identity_settings.get_auto_auditing").shows(&["isAutomatic"])).effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("graph.identity_settings.update_auto_auditing").restored(&[("isAutomatic", "isAutomatic")]))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-autoauditingconfiguration-update.md");

/// Turn the automatic audit configuration on or off.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-autoauditingconfiguration-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().identity_settings().update_auto_auditing(true).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateAutoAuditing {
    client: Client,
    request: Request,
}

impl UpdateAutoAuditing {
    pub(super) fn new(client: &Client, is_automatic: bool) -> Self {
        let request = Request::new(&UPDATE_AUTO_AUDITING).set("isAutomatic", is_automatic);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(UpdateAutoAuditing);
