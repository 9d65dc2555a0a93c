//! `mdca.discovered_apps.set_banned`: Tag an app as unsanctioned.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Operation, Param, RateLimit, Request, Result, Status,
};

/// `mdca.discovered_apps.set_banned`: Tag an app as unsanctioned. Status: preview.
pub static SET_BANNED: Operation = Operation::post("mdca.discovered_apps.set_banned", "/cas/api/v1/discovery/discovery_app/{app_id}/set_banned/").host("mdca_portal").summary("Tag an app as unsanctioned").help("app_id is an integer. Known only from the Power Platform connector (marked \
Preview): route under /cas/api/v1 on portal.cloudappsecurity.com, \
Authorization header as an API key. No permission is given.").status(Status::Preview).inputs(&[Param::path("app_id"),
Param::body("ban").required().constant("true").help("a string, not a boolean"),
]).body(BodyKind::Json).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").effect(Effect::new(EffectKind::Irreversible)).source("microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json");

/// Tag an app as unsanctioned.
///
/// `app_id` is an integer. Known only from the Power Platform connector (marked Preview): route
/// under /cas/api/v1 on portal.cloudappsecurity.com, Authorization header as an API key. No
/// permission is given.
///
/// Source:
/// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.discovered_apps().set_banned("app-id").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SetBanned {
    client: Client,
    request: Request,
}

impl SetBanned {
    pub(super) fn new(client: &Client, app_id: impl Into<String>) -> Self {
        let app_id: String = app_id.into();
        let request = Request::new(&SET_BANNED).set("app_id", app_id);
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
